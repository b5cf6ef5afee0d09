package com.ones1ght.application.visit;

import com.ones1ght.application.shared.InMemoryDatabase;
import com.ones1ght.application.shared.InMemoryState;
import com.ones1ght.application.shared.InMemoryState.ChatSessionRow;
import com.ones1ght.application.shared.InMemoryState.VisitRow;
import com.ones1ght.application.visit.port.VisitQueries;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.visit.ChatSession;
import com.ones1ght.domain.visit.Visit;
import com.ones1ght.domain.visit.VisitId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Visits in memory, for reading. */
public final class InMemoryVisitQueries implements VisitQueries {

    private final InMemoryDatabase database;

    public InMemoryVisitQueries(InMemoryDatabase database) {
        this.database = database;
    }

    @Override
    public Optional<VisitView> visit(Owner owner, ProfileId profile, VisitId visit) {
        return database.with(state -> Optional.ofNullable(state.visits.get(visit))
                .filter(row ->
                        row.owner().equals(owner) && row.visit().profile().equals(profile))
                .map(InMemoryVisitQueries::view));
    }

    @Override
    public Optional<VisitView> active(Owner owner, ProfileId profile) {
        return database.with(
                state -> InMemoryVisits.active(state, owner, profile).map(InMemoryVisitQueries::view));
    }

    private static VisitView view(VisitRow row) {
        Visit visit = row.visit();
        return new VisitView(visit.id(), visit.profile(), visit.startedAt(), visit.endedAt(), row.stamps());
    }

    @Override
    public Optional<PersonaStatus> status(Owner owner, ProfileId profile, Instant now) {
        return database.with(state -> Optional.ofNullable(state.profiles.get(profile))
                .filter(found -> found.owner().equals(owner))
                .map(found -> latest(state, profile)
                        .map(visit -> status(state, visit, now))
                        .orElseGet(() -> new PersonaStatus(profile, null, null, null))));
    }

    private static Optional<Visit> latest(InMemoryState state, ProfileId profile) {
        return state.visits.values().stream()
                .map(VisitRow::visit)
                .filter(visit -> visit.profile().equals(profile))
                .max(Comparator.comparing(Visit::endedAt, Comparator.nullsLast(Comparator.naturalOrder())));
    }

    private static PersonaStatus status(InMemoryState state, Visit visit, Instant now) {
        List<ChatSession> sessions = state.chatSessions.values().stream()
                .map(ChatSessionRow::session)
                .filter(session -> session.visit().equals(visit.id()))
                .toList();
        boolean isChatting = sessions.stream().anyMatch(session -> !session.isOver(now));
        Instant lastActiveAt = Stream.concat(
                        Stream.of(visit.lastStamp().at(), visit.endedAt()),
                        sessions.stream().map(ChatSession::activeAt))
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return new PersonaStatus(
                visit.profile(),
                visit.endedAt() == null ? visit.lastStamp().stage() : null,
                isChatting ? visit.id() : null,
                lastActiveAt);
    }
}
