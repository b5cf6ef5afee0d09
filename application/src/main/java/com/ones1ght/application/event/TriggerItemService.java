package com.ones1ght.application.event;

import com.ones1ght.application.event.port.EventLog;
import com.ones1ght.application.event.port.TriggeredRounds;
import com.ones1ght.application.shared.port.UnitOfWork;
import com.ones1ght.domain.event.Event;
import com.ones1ght.domain.event.EventId;
import com.ones1ght.domain.event.TriggeredItem;
import com.ones1ght.domain.shared.NotFoundException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Writes the event, and announces it after the commit. Signages have no part in it. The event is made of the round as it was
 * found last, and written only while the round is still the same.
 */
public final class TriggerItemService implements TriggerItemUseCase {

    private final TriggeredRounds rounds;
    private final ItemEvents items;
    private final EventLog log;
    private final UnitOfWork unitOfWork;
    private final NewEvents newEvents;
    private final InstantSource clock;

    public TriggerItemService(
            TriggeredRounds rounds,
            ItemEvents items,
            EventLog log,
            UnitOfWork unitOfWork,
            NewEvents newEvents,
            InstantSource clock) {
        this.rounds = rounds;
        this.items = items;
        this.log = log;
        this.unitOfWork = unitOfWork;
        this.newEvents = newEvents;
        this.clock = clock;
    }

    @Override
    public EventId trigger(Command command) {
        Instant now = clock.instant();
        Optional<EventId> written = writeAsFoundLast(command, now);
        while (written.isEmpty()) {
            TriggeredRound round = rounds.find(command.owner(), command.profile(), command.chat(), command.round())
                    .orElseThrow(NotFoundException::new);
            written = write(command, round, now);
        }
        unitOfWork.afterCommit(newEvents::announce);
        return written.get();
    }

    private Optional<EventId> writeAsFoundLast(Command command, Instant now) {
        try {
            return rounds.lastFound(command.owner(), command.profile(), command.chat(), command.round())
                    .flatMap(round -> write(command, round, now));
        } catch (NotFoundException e) {
            // The round as it is now may have the item.
            return Optional.empty();
        }
    }

    /** Returns empty when the round is no longer this one. */
    private Optional<EventId> write(Command command, TriggeredRound round, Instant now) {
        TriggeredItem item = items.complete(round, command.action().offer(), List.of(command.item()))
                .get(0);
        Event event = items.event(round, item, command.action().eventType(), null, now);
        return log.append(round, event, now) ? Optional.of(event.id()) : Optional.empty();
    }
}
