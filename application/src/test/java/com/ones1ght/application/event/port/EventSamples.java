package com.ones1ght.application.event.port;

import com.ones1ght.application.chat.port.RunSamples;
import com.ones1ght.application.event.TriggeredRound;
import com.ones1ght.application.shared.JsonFragment;
import com.ones1ght.application.shared.port.StorageFixture;
import com.ones1ght.application.shared.port.StorageFixture.Started;
import com.ones1ght.application.signage.port.SignageTrigger;
import com.ones1ght.domain.event.Event;
import com.ones1ght.domain.event.EventId;
import com.ones1ght.domain.event.EventType;
import com.ones1ght.domain.event.Passage;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.store.StoreId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Events and deliveries with texts that are easily damaged on the way to a database and back. */
public final class EventSamples {

    public static final String PAYLOAD =
            "{ \"rec_id\":\"r1\",\"n\":[1.0,-0,1E5,12345678901234567890.10],\n\t\"t\":\"두부 \\u0000 {\\\"a\\\",\\\\} 🍜\",\"z\":null }";
    public static final String FORGOTTEN = "[ {\"z\":1.0,\"a\":-0},null,\"玉ねぎ, NULL\",[ ],1e400 ]";
    public static final String FACTS = "{\"item_name\":\"두부\",\"price\":1.50}";
    public static final String COMMENT = "because \"Kim\" buys, {it}\\ often";
    public static final JsonFragment ITEMS = JsonFragment.of("[ {\"rec_id\":\"r1\",\"price\":1.50}, {} ]");

    private EventSamples() {}

    public static Event event(Started started, EventType type, Instant at) {
        return new Event(
                new EventId(UUID.randomUUID()),
                started.owner().tenant(),
                started.profile().id(),
                started.chat().id(),
                started.round().id(),
                "rec \"1\", {2}",
                type,
                PAYLOAD,
                FORGOTTEN,
                FACTS,
                COMMENT,
                at);
    }

    /** The same with nothing in it that may be absent. */
    public static Event bareEvent(Started started, EventType type, Instant at) {
        return new Event(
                new EventId(UUID.randomUUID()),
                started.owner().tenant(),
                started.profile().id(),
                started.chat().id(),
                started.round().id(),
                "",
                type,
                "{}",
                null,
                "{}",
                null,
                at);
    }

    /** Writes events in one transaction. */
    public static List<Event> append(StorageFixture storage, Instant at, Event... events) {
        storage.run(() -> storage.eventLog().append(events[0].tenant(), List.of(events), at));
        return List.of(events);
    }

    public static SignageTrigger trigger(Started started, Instant at) {
        return new SignageTrigger(
                UUID.randomUUID(),
                started.owner().tenant().value().toString().replace("-", ""),
                new StoreId("store-7"),
                Passage.ENTER,
                started.profile().id(),
                started.chat().id(),
                started.round().id(),
                2,
                ITEMS,
                JsonFragment.of(FORGOTTEN),
                Language.JA,
                RunSamples.GUARD.guard().restrictions(),
                at,
                null);
    }

    /** The same without anything that may be absent. */
    public static SignageTrigger exit(Started started, Instant at) {
        return new SignageTrigger(
                UUID.randomUUID(),
                started.owner().tenant().value().toString().replace("-", ""),
                new StoreId("store-7"),
                Passage.EXIT,
                started.profile().id(),
                started.chat().id(),
                started.round().id(),
                null,
                JsonFragment.of("[]"),
                null,
                null,
                RunSamples.GUARD.guard().restrictions(),
                at,
                null);
    }

    /** Accepts a delivery. */
    public static SignageTrigger accept(StorageFixture storage, Started started, Instant at) {
        SignageTrigger trigger = trigger(started, at);
        storage.run(() ->
                storage.signageOutbox().append(started.owner().tenant(), trigger, StorageFixture.CORRELATION, at));
        return trigger;
    }

    /** The round as triggers find it. */
    public static TriggeredRound round(StorageFixture storage, Started started) {
        return storage.triggeredRounds()
                .find(
                        started.owner(),
                        started.profile().id(),
                        started.chat().id(),
                        started.round().id())
                .orElseThrow();
    }
}
