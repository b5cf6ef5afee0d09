package com.ones1ght.application.event;

import com.ones1ght.application.event.port.EventLog;
import com.ones1ght.application.event.port.SignageOutbox;
import com.ones1ght.application.event.port.TriggeredRounds;
import com.ones1ght.application.shared.Correlation;
import com.ones1ght.application.shared.JsonFragment;
import com.ones1ght.application.shared.port.IdGenerator;
import com.ones1ght.application.shared.port.UnitOfWork;
import com.ones1ght.application.signage.port.SignageTrigger;
import com.ones1ght.domain.event.Event;
import com.ones1ght.domain.event.EventId;
import com.ones1ght.domain.event.EventType;
import com.ones1ght.domain.event.Passage;
import com.ones1ght.domain.event.TriggeredItem;
import com.ones1ght.domain.recommendation.OfferKind;
import com.ones1ght.domain.shared.NotFoundException;
import com.ones1ght.domain.store.StoreId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Writes the events and the delivery in one short transaction, and tells those who wait for either after the commit.
 */
public final class TriggerSignageService implements TriggerSignageUseCase {

    private final TriggeredRounds rounds;
    private final ItemEvents items;
    private final EventLog log;
    private final SignageOutbox outbox;
    private final UnitOfWork unitOfWork;
    private final NewEvents newEvents;
    private final DueDeliveries dueDeliveries;
    private final IdGenerator ids;
    private final InstantSource clock;
    private final StoreId defaultStore;

    public TriggerSignageService(
            TriggeredRounds rounds,
            ItemEvents items,
            EventLog log,
            SignageOutbox outbox,
            UnitOfWork unitOfWork,
            NewEvents newEvents,
            DueDeliveries dueDeliveries,
            IdGenerator ids,
            InstantSource clock,
            StoreId defaultStore) {
        this.rounds = rounds;
        this.items = items;
        this.log = log;
        this.outbox = outbox;
        this.unitOfWork = unitOfWork;
        this.newEvents = newEvents;
        this.dueDeliveries = dueDeliveries;
        this.ids = ids;
        this.clock = clock;
        this.defaultStore = defaultStore;
    }

    @Override
    public List<EventId> trigger(Command command) {
        Instant now = clock.instant();
        List<EventId> written = unitOfWork.inTransaction(() -> write(command, now));
        if (!written.isEmpty()) {
            unitOfWork.afterCommit(newEvents::announce);
        }
        unitOfWork.afterCommit(dueDeliveries::wake);
        return written;
    }

    private List<EventId> write(Command command, Instant now) {
        TriggeredRound round = rounds.hold(command.key().owner(), command.profile(), command.chat(), command.round())
                .orElseThrow(NotFoundException::new);
        List<Event> events = command.passage().isEventful() ? events(command, round, now) : List.of();
        if (!events.isEmpty()) {
            log.append(round.tenant(), events, now);
        }
        outbox.append(round.tenant(), delivery(command, round, events, now), Correlation.current(), now);
        return events.stream().map(Event::id).toList();
    }

    private List<Event> events(Command command, TriggeredRound round, Instant now) {
        List<TriggeredItem> triggered =
                command.items().isEmpty() ? items.ads(round) : items.complete(round, OfferKind.AD, command.items());
        return triggered.stream()
                .map(item -> items.event(round, item, EventType.ADS_TRIGGERED, command.forgotten(), now))
                .toList();
    }

    private SignageTrigger delivery(Command command, TriggeredRound round, List<Event> events, Instant now) {
        StoreId store = round.store();
        boolean isEntering = command.passage() == Passage.ENTER;
        return new SignageTrigger(
                ids.next(),
                command.key().tenant().code(),
                store == null ? defaultStore : store,
                command.passage(),
                round.profile(),
                round.chat(),
                round.id(),
                command.signageNo(),
                JsonFragment.arrayOf(events.stream()
                        .map(event -> JsonFragment.of(event.payload()))
                        .toList()),
                isEntering ? command.forgotten() : null,
                round.language(),
                round.guard().restrictions(),
                now,
                null);
    }
}
