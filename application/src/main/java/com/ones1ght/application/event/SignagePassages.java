package com.ones1ght.application.event;

import com.ones1ght.application.event.port.EventLog;
import com.ones1ght.application.event.port.SignageOutbox;
import com.ones1ght.application.shared.Correlation;
import com.ones1ght.application.shared.JsonFragment;
import com.ones1ght.application.shared.port.IdGenerator;
import com.ones1ght.application.shared.port.UnitOfWork;
import com.ones1ght.application.signage.port.SignageTrigger;
import com.ones1ght.application.store.DefaultStore;
import com.ones1ght.domain.event.Event;
import com.ones1ght.domain.event.EventId;
import com.ones1ght.domain.event.EventType;
import com.ones1ght.domain.event.Passage;
import com.ones1ght.domain.event.ReportedItem;
import com.ones1ght.domain.event.TriggeredItem;
import com.ones1ght.domain.recommendation.OfferKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes what follows when a shopper comes near signages or leaves them: the events and the deliveries. Those who wait for
 * either are told after the commit.
 */
public final class SignagePassages {

    private final ItemEvents items;
    private final EventLog log;
    private final SignageOutbox outbox;
    private final UnitOfWork unitOfWork;
    private final NewEvents newEvents;
    private final DueDeliveries dueDeliveries;
    private final IdGenerator ids;
    private final DefaultStore defaultStore;

    public SignagePassages(
            ItemEvents items,
            EventLog log,
            SignageOutbox outbox,
            UnitOfWork unitOfWork,
            NewEvents newEvents,
            DueDeliveries dueDeliveries,
            IdGenerator ids,
            DefaultStore defaultStore) {
        this.items = items;
        this.log = log;
        this.outbox = outbox;
        this.unitOfWork = unitOfWork;
        this.newEvents = newEvents;
        this.dueDeliveries = dueDeliveries;
        this.ids = ids;
        this.defaultStore = defaultStore;
    }

    /**
     * One entry or exit.
     *
     * @param items what the signage shows on entry; empty means the round's ads
     * @param signageNo null means all of the store
     */
    record Passed(
            Passage passage,
            List<ReportedItem> items,
            @Nullable Integer signageNo) {}

    private record Noted(Passed passed, List<Event> events) {}

    /**
     * Writes them in the caller's transaction, which holds the round.
     *
     * @param tenantCode of the round's tenant
     * @param passages in the order in which the signages are to be told
     * @param forgotten what the shopper has forgotten, for each entry; null when there is nothing
     * @return the events, in the order of the passages and of their items
     * @throws com.ones1ght.domain.shared.NotFoundException when an item is neither the round's nor described
     */
    List<EventId> write(
            String tenantCode,
            TriggeredRound round,
            List<Passed> passages,
            @Nullable Forgotten forgotten,
            Instant now) {
        JsonFragment array = items.forgotten(round, forgotten);
        List<Noted> noted = passages.stream()
                .map(passed -> new Noted(passed, events(passed, round, array, now)))
                .toList();
        List<Event> events =
                noted.stream().flatMap(each -> each.events().stream()).toList();
        if (!events.isEmpty()) {
            log.append(round.tenant(), events, now);
        }
        for (Noted each : noted) {
            outbox.append(round.tenant(), delivery(each, tenantCode, round, array, now), Correlation.current(), now);
        }
        return told(events);
    }

    /**
     * Writes one, if the round is still the same, in the caller's transaction or in one of its own.
     *
     * @param round as it was found last
     * @return the events, in the order of the items; empty when the round is no longer this one: nothing is written
     * @throws com.ones1ght.domain.shared.NotFoundException when an item is neither the round's nor described
     */
    Optional<List<EventId>> writeWhileSame(
            String tenantCode, TriggeredRound round, Passed passed, @Nullable Forgotten forgotten, Instant now) {
        JsonFragment array = items.forgotten(round, forgotten);
        Noted noted = new Noted(passed, events(passed, round, array, now));
        SignageTrigger delivery = delivery(noted, tenantCode, round, array, now);
        return outbox.append(round, noted.events(), delivery, Correlation.current(), now)
                ? Optional.of(told(noted.events()))
                : Optional.empty();
    }

    private List<EventId> told(List<Event> events) {
        if (!events.isEmpty()) {
            unitOfWork.afterCommit(newEvents::announce);
        }
        unitOfWork.afterCommit(dueDeliveries::wake);
        return events.stream().map(Event::id).toList();
    }

    private List<Event> events(Passed passed, TriggeredRound round, @Nullable JsonFragment forgotten, Instant now) {
        if (!passed.passage().isEventful()) {
            return List.of();
        }
        List<TriggeredItem> triggered =
                passed.items().isEmpty() ? items.ads(round) : items.complete(round, OfferKind.AD, passed.items());
        return triggered.stream()
                .map(item -> items.event(round, item, EventType.ADS_TRIGGERED, forgotten, now))
                .toList();
    }

    private SignageTrigger delivery(
            Noted noted, String tenantCode, TriggeredRound round, @Nullable JsonFragment forgotten, Instant now) {
        Passed passed = noted.passed();
        return new SignageTrigger(
                ids.next(),
                tenantCode,
                defaultStore.unless(round.store()),
                passed.passage(),
                round.profile(),
                round.chat(),
                round.id(),
                passed.signageNo(),
                JsonFragment.arrayOf(noted.events().stream()
                        .map(event -> JsonFragment.of(event.payload()))
                        .toList()),
                passed.passage() == Passage.ENTER ? forgotten : null,
                round.language(),
                round.guard().restrictions(),
                now,
                null);
    }
}
