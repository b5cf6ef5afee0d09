package com.ones1ght.application.event;

import com.ones1ght.application.event.port.EventLog;
import com.ones1ght.application.event.port.OfferDocuments;
import com.ones1ght.application.event.port.OfferDocuments.CompletedItem;
import com.ones1ght.application.event.port.OfferDocuments.Kind;
import com.ones1ght.application.event.port.TriggeredRounds;
import com.ones1ght.application.shared.port.IdGenerator;
import com.ones1ght.application.shared.port.UnitOfWork;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.event.Event;
import com.ones1ght.domain.event.EventId;
import com.ones1ght.domain.event.EventType;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.NotFoundException;
import com.ones1ght.domain.shared.Require;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Writes one event about one item, and tells those who follow after the commit. No signage has to do with it. */
public final class SingleTriggers {

    private final TriggeredRounds rounds;
    private final OfferDocuments documents;
    private final EventLog log;
    private final UnitOfWork unitOfWork;
    private final NewEvents newEvents;
    private final IdGenerator ids;
    private final InstantSource clock;

    public SingleTriggers(
            TriggeredRounds rounds,
            OfferDocuments documents,
            EventLog log,
            UnitOfWork unitOfWork,
            NewEvents newEvents,
            IdGenerator ids,
            InstantSource clock) {
        this.rounds = rounds;
        this.documents = documents;
        this.log = log;
        this.unitOfWork = unitOfWork;
        this.newEvents = newEvents;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What an app tells of one item.
     *
     * @param owner who tells
     * @param profile whose
     * @param chat the conversation that the item is from
     * @param round the round that it is from
     * @param item which, with all that the app tells of it
     */
    public record Told(Owner owner, ProfileId profile, ChatId chat, RoundId round, ToldItem item) {

        public Told {
            Require.notNull(owner, "owner");
            Require.notNull(profile, "profile_id");
            Require.notNull(chat, "chat_id");
            Require.notNull(round, "round_id");
            Require.notNull(item, "item");
        }
    }

    EventId write(Told told, Kind kind, EventType type) {
        Instant now = clock.instant();
        EventId written = unitOfWork.inTransaction(() -> {
            TriggeredRound round = rounds.hold(told.owner(), told.profile(), told.chat(), told.round())
                    .orElseThrow(NotFoundException::new);
            CompletedItem item = documents
                    .complete(round.offers(), kind, List.of(told.item()))
                    .get(0);
            item.item().requireKnown();
            Event event = event(told, type, item, now);
            log.append(told.owner().tenant(), List.of(event), now);
            return event.id();
        });
        newEvents.announce();
        return written;
    }

    private Event event(Told told, EventType type, CompletedItem item, Instant now) {
        return new Event(
                new EventId(ids.next()),
                told.owner().tenant(),
                told.profile(),
                told.chat(),
                told.round(),
                item.item().recId(),
                type,
                item.fields().toString(),
                null,
                item.productFacts().toString(),
                item.analystComment(),
                now);
    }
}
