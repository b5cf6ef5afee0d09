package com.ones1ght.adapters.persistence.event;

import static com.ones1ght.application.shared.port.StorageFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.adapters.persistence.shared.PostgresStorage;
import com.ones1ght.application.event.EventFilter;
import com.ones1ght.application.event.LoggedEvent;
import com.ones1ght.application.event.port.EventLogContract;
import com.ones1ght.application.event.port.EventSamples;
import com.ones1ght.application.shared.PageRequest;
import com.ones1ght.application.shared.port.StorageFixture;
import com.ones1ght.application.shared.port.StorageFixture.Started;
import com.ones1ght.domain.event.Event;
import com.ones1ght.domain.event.EventType;
import org.junit.jupiter.api.Test;

class PostgresEventLogTest implements EventLogContract {

    @Override
    public StorageFixture fixture() {
        return PostgresStorage.withEmptyQueue();
    }

    @Test
    void textsOfModelsShouldBeStorable() {
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();
        Event event = EventSamples.event(started, EventType.COUPON_ISSUED, NOW);
        EventSamples.append(
                storage,
                NOW,
                new Event(
                        event.id(),
                        event.tenant(),
                        event.profile(),
                        event.chat(),
                        event.round(),
                        "a\u0000b",
                        event.type(),
                        "{}",
                        null,
                        "{}",
                        "\u0000 \ud83c 김",
                        NOW));

        assertThat(storage.eventLog()
                        .ofTenant(event.tenant(), EventFilter.ALL, new PageRequest(0, 1, PageRequest.Order.ASC))
                        .items())
                .extracting(LoggedEvent::event)
                .extracting(Event::recId, Event::analystComment)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("a\ufffdb", "\ufffd ? 김"));
    }
}
