package com.ones1ght.application.event;

import com.ones1ght.application.event.TriggeredRound.Offers;
import com.ones1ght.application.event.port.EventLog;
import com.ones1ght.application.event.port.OfferDocuments;
import com.ones1ght.application.event.port.OfferDocuments.CompletedItem;
import com.ones1ght.application.event.port.OfferDocuments.Kind;
import com.ones1ght.application.event.port.SignageOutbox;
import com.ones1ght.application.event.port.TriggeredRounds;
import com.ones1ght.application.shared.Correlation;
import com.ones1ght.application.shared.JsonFragment;
import com.ones1ght.application.shared.port.IdGenerator;
import com.ones1ght.application.shared.port.UnitOfWork;
import com.ones1ght.application.signage.port.SignageTrigger;
import com.ones1ght.application.signage.port.SignageTrigger.Passage;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.event.Event;
import com.ones1ght.domain.event.EventId;
import com.ones1ght.domain.event.EventType;
import com.ones1ght.domain.event.SignageAction;
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
    private final OfferDocuments documents;
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
            OfferDocuments documents,
            EventLog log,
            SignageOutbox outbox,
            UnitOfWork unitOfWork,
            NewEvents newEvents,
            DueDeliveries dueDeliveries,
            IdGenerator ids,
            InstantSource clock,
            StoreId defaultStore) {
        this.rounds = rounds;
        this.documents = documents;
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
            newEvents.announce();
        }
        dueDeliveries.wake();
        return written;
    }

    private List<EventId> write(Command command, Instant now) {
        Owner owner = command.key().owner();
        TriggeredRound round = rounds.hold(owner, command.profile(), command.chat(), command.round())
                .orElseThrow(NotFoundException::new);
        boolean eventful = command.action().isEventful();
        List<CompletedItem> items = eventful ? items(command, round.offers()) : List.of();
        List<Event> events =
                items.stream().map(item -> event(command, item, now)).toList();
        if (!events.isEmpty()) {
            log.append(owner.tenant(), events, now);
        }
        outbox.append(owner.tenant(), delivery(command, round, items, now), Correlation.current(), now);
        return events.stream().map(Event::id).toList();
    }

    private List<CompletedItem> items(Command command, Offers offers) {
        if (command.items().isEmpty()) {
            return documents.ads(offers);
        }
        List<CompletedItem> items = documents.complete(offers, Kind.AD, command.items());
        items.forEach(item -> item.item().requireKnown());
        return items;
    }

    private Event event(Command command, CompletedItem item, Instant now) {
        JsonFragment forgotten = command.forgotten();
        return new Event(
                new EventId(ids.next()),
                command.key().owner().tenant(),
                command.profile(),
                command.chat(),
                command.round(),
                item.item().recId(),
                EventType.ADS_TRIGGERED,
                item.fields().toString(),
                forgotten == null ? null : forgotten.toString(),
                item.productFacts().toString(),
                item.analystComment(),
                now);
    }

    private SignageTrigger delivery(Command command, TriggeredRound round, List<CompletedItem> items, Instant now) {
        StoreId store = round.store();
        boolean entering = command.action() == SignageAction.ENTER;
        return new SignageTrigger(
                ids.next(),
                command.key().tenant().code(),
                store == null ? defaultStore : store,
                entering ? Passage.ENTER : Passage.EXIT,
                command.profile(),
                command.chat(),
                command.round(),
                command.signageNo(),
                JsonFragment.arrayOf(items.stream().map(CompletedItem::fields).toList()),
                entering ? command.forgotten() : null,
                round.language(),
                now,
                null);
    }
}
