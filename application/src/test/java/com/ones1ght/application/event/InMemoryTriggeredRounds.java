package com.ones1ght.application.event;

import com.ones1ght.application.event.port.TriggeredRounds;
import com.ones1ght.application.shared.InMemoryDatabase;
import com.ones1ght.application.shared.InMemoryState.ChatRow;
import com.ones1ght.application.shared.InMemoryState.RoundRow;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.event.Event;
import com.ones1ght.domain.profile.ProfileId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Rounds in memory, as triggers see them. */
public final class InMemoryTriggeredRounds implements TriggeredRounds {

    private record Asked(Owner owner, ProfileId profile, ChatId chat, RoundId round) {}

    private final InMemoryDatabase database;
    private final Map<Asked, TriggeredRound> lastFound = new ConcurrentHashMap<>();

    public InMemoryTriggeredRounds(InMemoryDatabase database) {
        this.database = database;
    }

    @Override
    public Optional<TriggeredRound> hold(Owner owner, ProfileId profile, ChatId chat, RoundId round) {
        if (!database.isInTransaction()) {
            throw new IllegalStateException("only within a transaction");
        }
        return find(owner, profile, chat, round);
    }

    @Override
    public Optional<TriggeredRound> lastFound(Owner owner, ProfileId profile, ChatId chat, RoundId round) {
        return Optional.ofNullable(lastFound.get(new Asked(owner, profile, chat, round)));
    }

    @Override
    public Optional<TriggeredRound> find(Owner owner, ProfileId profile, ChatId chat, RoundId round) {
        Optional<TriggeredRound> found = current(owner, profile, chat, round);
        lastFound.compute(new Asked(owner, profile, chat, round), (asked, last) -> found.orElse(null));
        return found;
    }

    private Optional<TriggeredRound> current(Owner owner, ProfileId profile, ChatId chat, RoundId round) {
        return database.with(state -> {
            ChatRow found = state.chats.get(chat);
            RoundRow row = state.rounds.get(round);
            if (found == null
                    || row == null
                    || !found.owner().equals(owner)
                    || !found.profile().equals(profile)
                    || !row.round().chat().equals(chat)) {
                return Optional.empty();
            }
            return Optional.of(new TriggeredRound(
                    owner.tenant(),
                    profile,
                    chat,
                    round,
                    state.versions.get(round),
                    row.round().run() > 0,
                    state.profiles.get(profile).facts().store(),
                    row.round().language(),
                    row.result().list(),
                    row.result().offers(),
                    row.result().guard()));
        });
    }

    @Override
    public List<Event> latestEvents(TriggeredRound round, Collection<String> recIds) {
        return database.with(state -> List.copyOf(state.events.values().stream()
                .map(LoggedEvent::event)
                .filter(event -> event.round().equals(round.id()) && recIds.contains(event.recId()))
                .collect(Collectors.toMap(Event::recId, Function.identity(), (earlier, later) -> later))
                .values()));
    }
}
