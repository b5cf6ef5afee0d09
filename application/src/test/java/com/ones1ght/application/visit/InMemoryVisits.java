package com.ones1ght.application.visit;

import com.ones1ght.application.shared.InMemoryDatabase;
import com.ones1ght.application.shared.InMemoryState;
import com.ones1ght.application.shared.InMemoryState.VisitRow;
import com.ones1ght.application.visit.port.Visits;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.profile.Profile;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.NotFoundException;
import com.ones1ght.domain.visit.Stamp;
import com.ones1ght.domain.visit.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Visits in memory. */
public final class InMemoryVisits implements Visits {

    private final InMemoryDatabase database;

    public InMemoryVisits(InMemoryDatabase database) {
        this.database = database;
    }

    @Override
    public boolean addIfNoneIsActive(Owner owner, Visit started) {
        requireTransaction();
        return database.with(state -> {
            Profile profile = state.profiles.get(started.profile());
            if (profile == null || !profile.owner().equals(owner)) {
                throw new NotFoundException();
            }
            if (active(state, owner, started.profile()).isPresent()) {
                return false;
            }
            state.visits.put(started.id(), new VisitRow(owner, started, List.of(started.lastStamp())));
            return true;
        });
    }

    @Override
    public Optional<Visit> lockActive(Owner owner, ProfileId profile) {
        requireTransaction();
        return database.with(state -> active(state, owner, profile)).map(VisitRow::visit);
    }

    static Optional<VisitRow> active(InMemoryState state, Owner owner, ProfileId profile) {
        return state.visits.values().stream()
                .filter(row ->
                        row.owner().equals(owner) && row.visit().profile().equals(profile))
                .filter(row -> row.visit().endedAt() == null)
                .findFirst();
    }

    @Override
    public void addStamp(Owner owner, Visit stamped) {
        requireTransaction();
        database.with(state -> {
            VisitRow before = underWay(state, owner, stamped);
            if (before.visit().stamps() + 1 != stamped.stamps()) {
                throw new IllegalStateException("the visit has been stamped meanwhile");
            }
            List<Stamp> stamps = new ArrayList<>(before.stamps());
            stamps.add(stamped.lastStamp());
            return state.visits.put(stamped.id(), new VisitRow(owner, stamped, stamps));
        });
    }

    @Override
    public void end(Owner owner, Visit ended) {
        requireTransaction();
        database.with(state -> {
            VisitRow before = underWay(state, owner, ended);
            return state.visits.put(ended.id(), new VisitRow(owner, ended, before.stamps()));
        });
    }

    private static VisitRow underWay(InMemoryState state, Owner owner, Visit visit) {
        return active(state, owner, visit.profile())
                .filter(row -> row.visit().id().equals(visit.id()))
                .orElseThrow(() -> new IllegalStateException("this visit is not under way"));
    }

    private void requireTransaction() {
        if (!database.isInTransaction()) {
            throw new IllegalStateException("only within a transaction");
        }
    }
}
