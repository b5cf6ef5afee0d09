package com.ones1ght.application.event;

import com.ones1ght.application.event.port.EventLog;
import com.ones1ght.application.event.port.TriggeredRounds;
import com.ones1ght.application.shared.port.UnitOfWork;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.event.Event;
import com.ones1ght.domain.event.EventId;
import com.ones1ght.domain.event.EventType;
import com.ones1ght.domain.event.ReportedItem;
import com.ones1ght.domain.event.TriggeredItem;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.recommendation.OfferKind;
import com.ones1ght.domain.shared.NotFoundException;
import com.ones1ght.domain.shared.Require;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Writes one event about one item, and announces it after the commit. Signages have no part in it. */
public final class SingleTriggers {

    private final TriggeredRounds rounds;
    private final ItemEvents items;
    private final EventLog log;
    private final UnitOfWork unitOfWork;
    private final NewEvents newEvents;
    private final InstantSource clock;

    public SingleTriggers(
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

    /**
     * What an app reports about one item of a round.
     *
     * @param owner the authenticated tenant and key line
     * @param profile the shopper's
     * @param chat the conversation that the item is from
     * @param round the round that it is from
     * @param item the item, with all that the app says of it
     */
    public record Report(Owner owner, ProfileId profile, ChatId chat, RoundId round, ReportedItem item) {

        public Report {
            Require.notNull(owner, "owner");
            Require.notNull(profile, "profile_id");
            Require.notNull(chat, "chat_id");
            Require.notNull(round, "round_id");
            Require.notNull(item, "item");
        }
    }

    EventId write(Report report, OfferKind kind, EventType type) {
        Instant now = clock.instant();
        EventId written = unitOfWork.inTransaction(() -> {
            TriggeredRound round = rounds.hold(report.owner(), report.profile(), report.chat(), report.round())
                    .orElseThrow(NotFoundException::new);
            TriggeredItem item =
                    items.complete(round, kind, List.of(report.item())).get(0);
            Event event = items.event(round, item, type, null, now);
            log.append(round.tenant(), List.of(event), now);
            return event.id();
        });
        unitOfWork.afterCommit(newEvents::announce);
        return written;
    }
}
