package com.ones1ght.application.event;

import com.ones1ght.application.event.port.ItemDocuments;
import com.ones1ght.application.event.port.TriggeredRounds;
import com.ones1ght.application.shared.JsonFragment;
import com.ones1ght.application.shared.port.IdGenerator;
import com.ones1ght.domain.event.Event;
import com.ones1ght.domain.event.EventId;
import com.ones1ght.domain.event.EventType;
import com.ones1ght.domain.event.ItemCompletion;
import com.ones1ght.domain.event.ReportedItem;
import com.ones1ght.domain.event.TriggeredItem;
import com.ones1ght.domain.recommendation.Offer;
import com.ones1ght.domain.recommendation.OfferKind;
import com.ones1ght.domain.recommendation.RoundOffers;
import com.ones1ght.domain.recommendation.TodoItem;
import com.ones1ght.domain.shared.NotFoundException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes events out of what clients report. An item is filled from the round's offer of that name, after a refinement
 * also from the latest event that carries it.
 */
public final class ItemEvents {

    private final TriggeredRounds rounds;
    private final ItemDocuments documents;
    private final IdGenerator ids;

    public ItemEvents(TriggeredRounds rounds, ItemDocuments documents, IdGenerator ids) {
        this.rounds = rounds;
        this.documents = documents;
        this.ids = ids;
    }

    /** The round's ads in their order; none until step 4 is done. */
    List<TriggeredItem> ads(TriggeredRound round) {
        return round.offers().ads().stream()
                .map(ad -> offered(round.offers(), OfferKind.AD, ad))
                .toList();
    }

    /**
     * The reported items with all that is known of them, in their order.
     *
     * @throws NotFoundException when nobody knows one of them, or the round's guard withholds one
     */
    List<TriggeredItem> complete(TriggeredRound round, OfferKind kind, List<ReportedItem> reported) {
        RoundOffers offers = round.offers();
        Map<String, TriggeredItem> known = new HashMap<>();
        for (ReportedItem item : reported) {
            offers.find(kind, item.recId()).ifPresent(offer -> known.put(item.recId(), offered(offers, kind, offer)));
        }
        Set<String> others = reported.stream()
                .map(ReportedItem::recId)
                .filter(recId -> !known.containsKey(recId))
                .collect(Collectors.toSet());
        if (round.isRefined() && !others.isEmpty()) {
            rounds.latestEvents(round, others).forEach(event -> known.put(event.recId(), earlier(event)));
        }
        List<TriggeredItem> completed = reported.stream()
                .map(item -> complete(item, known.get(item.recId()), offers, kind))
                .toList();
        if (completed.stream().anyMatch(item -> item.isWithheldBy(round.guard()))) {
            throw new NotFoundException();
        }
        return completed;
    }

    private static TriggeredItem complete(
            ReportedItem item, @Nullable TriggeredItem known, RoundOffers offers, OfferKind kind) {
        return known == null
                ? ItemCompletion.accept(
                        item, offers.analystComment(kind, item.recId()).orElse(null))
                : ItemCompletion.fill(item, known);
    }

    private TriggeredItem offered(RoundOffers offers, OfferKind kind, Offer offer) {
        String recId = offer.recommendationId();
        return new TriggeredItem(
                recId,
                documents.fields(offer),
                offers.analystComment(kind, recId).orElse(null));
    }

    private TriggeredItem earlier(Event event) {
        return new TriggeredItem(
                event.recId(), documents.read(JsonFragment.of(event.payload())), event.analystComment());
    }

    /**
     * What the shopper has forgotten, as an array.
     *
     * @return null when there is nothing
     */
    @Nullable
    JsonFragment forgotten(TriggeredRound round, @Nullable Forgotten forgotten) {
        if (forgotten instanceof Forgotten.Reported reported) {
            return reported.array();
        }
        List<TodoItem> open =
                forgotten instanceof Forgotten.OpenTodos ? round.todos().open() : List.of();
        return open.isEmpty() ? null : documents.todos(open, round.language());
    }

    /** @param forgotten an array; null when there is nothing */
    Event event(
            TriggeredRound round, TriggeredItem item, EventType type, @Nullable JsonFragment forgotten, Instant now) {
        return new Event(
                new EventId(ids.next()),
                round.tenant(),
                round.profile(),
                round.chat(),
                round.id(),
                item.recId(),
                type,
                documents.write(item.fields()).toString(),
                forgotten == null ? null : forgotten.toString(),
                documents.write(item.productFacts()).toString(),
                item.analystComment(),
                now);
    }
}
