package com.ones1ght.application.profile;

import com.ones1ght.application.credit.port.CreditLedger;
import com.ones1ght.application.event.LoggedEvent;
import com.ones1ght.application.profile.port.Profiles;
import com.ones1ght.application.shared.InMemoryDatabase;
import com.ones1ght.application.shared.InMemoryState;
import com.ones1ght.application.shared.InMemoryState.RunRow;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.RunFailure;
import com.ones1ght.domain.credit.RefundRule;
import com.ones1ght.domain.profile.Profile;
import com.ones1ght.domain.profile.ProfileFacts;
import com.ones1ght.domain.profile.ProfileId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Profiles in memory. */
public final class InMemoryProfiles implements Profiles {

    private final InMemoryDatabase database;
    private final CreditLedger credits;

    public InMemoryProfiles(InMemoryDatabase database, CreditLedger credits) {
        this.database = database;
        this.credits = credits;
    }

    @Override
    public void add(Profile profile) {
        database.with(state -> {
            if (state.profiles.putIfAbsent(profile.id(), profile) != null) {
                throw new IllegalStateException("a profile of this id exists");
            }
            return profile;
        });
    }

    @Override
    public Optional<Profile> find(Owner owner, ProfileId id) {
        return database.with(state -> Optional.ofNullable(state.profiles.get(id))
                .filter(profile -> profile.owner().equals(owner)));
    }

    @Override
    public Optional<Profile> lock(Owner owner, ProfileId id) {
        return find(owner, id);
    }

    @Override
    public Optional<ProfileFacts> facts(Owner owner, ProfileId id) {
        return find(owner, id).map(Profile::facts);
    }

    @Override
    public Optional<ProfileFacts> hold(Owner owner, ProfileId id) {
        if (!database.isInTransaction()) {
            throw new IllegalStateException("only within a transaction");
        }
        return facts(owner, id);
    }

    @Override
    public void save(Profile profile) {
        database.with(state -> {
            if (state.profiles.replace(profile.id(), profile) == null) {
                throw new IllegalStateException("no profile has this id");
            }
            return profile;
        });
    }

    @Override
    public List<ChatId> erase(Owner owner, ProfileId id, Instant now) {
        if (find(owner, id).isEmpty()) {
            return List.of();
        }
        return database.with(state -> {
            Set<ChatId> chats = state.chats.values().stream()
                    .filter(chat -> chat.profile().equals(id))
                    .map(InMemoryState.ChatRow::id)
                    .collect(Collectors.toSet());
            List<RunRow> runs = state.runs.values().stream()
                    .filter(run -> chats.contains(run.round().chat()))
                    .toList();
            for (RunRow run : runs) {
                if (RefundRule.isRefunded(run.round().fail(new RunFailure.Cancelled(), now))) {
                    credits.refund(owner.tenant(), run.round().id(), run.round().run(), now);
                }
                state.runs.remove(run.key());
                state.rounds.remove(run.round().id());
            }
            state.chats.keySet().removeAll(chats);
            state.chatSessions.values().removeIf(row -> row.profile().equals(id));
            state.visits.values().removeIf(row -> row.visit().profile().equals(id));
            state.deliveries.values().removeIf(row -> row.trigger().profile().equals(id));
            state.passages.values().removeIf(row -> row.trigger().profile().equals(id));
            state.events.replaceAll((event, row) -> row.event().profile().equals(id)
                    ? new LoggedEvent(row.number(), row.event().erased(), null, row.createdAt())
                    : row);
            state.whereabouts.remove(id);
            state.profiles.remove(id);
            return List.copyOf(chats);
        });
    }
}
