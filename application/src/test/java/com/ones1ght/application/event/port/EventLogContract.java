package com.ones1ght.application.event.port;

import static com.ones1ght.application.event.port.EventSamples.append;
import static com.ones1ght.application.event.port.EventSamples.bareEvent;
import static com.ones1ght.application.event.port.EventSamples.event;
import static com.ones1ght.application.event.port.EventSamples.round;
import static com.ones1ght.application.shared.port.StorageFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.ones1ght.application.chat.ChatView.ProfileSummary;
import com.ones1ght.application.chat.port.RunSamples;
import com.ones1ght.application.event.EventFilter;
import com.ones1ght.application.event.EventPage;
import com.ones1ght.application.event.LoggedEvent;
import com.ones1ght.application.event.TriggeredRound;
import com.ones1ght.application.shared.PageRequest;
import com.ones1ght.application.shared.PageRequest.Order;
import com.ones1ght.application.shared.port.AtOnce;
import com.ones1ght.application.shared.port.StorageFixture;
import com.ones1ght.application.shared.port.StorageFixture.Started;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.event.Event;
import com.ones1ght.domain.event.EventId;
import com.ones1ght.domain.event.EventType;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.shared.NotFoundException;
import com.ones1ght.domain.tenant.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What every {@link EventLog} does. */
public interface EventLogContract {

    PageRequest ALL = new PageRequest(0, 500, Order.ASC);

    StorageFixture fixture();

    private static EventPage ofProfile(StorageFixture storage, Started started) {
        return storage.eventLog()
                .ofProfile(started.owner(), started.profile().id(), null, ALL)
                .orElseThrow();
    }

    private static List<Event> events(EventPage page) {
        return page.items().stream().map(LoggedEvent::event).toList();
    }

    private static TenantId tenant(Started started) {
        return started.owner().tenant();
    }

    @Test
    default void anEventComesBackAsItWasWrittenWithItsProfile() {
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();
        Event event = event(started, EventType.COUPON_ISSUED, NOW);
        append(storage, NOW.plusSeconds(1), event);
        LoggedEvent expected =
                new LoggedEvent(1, event, new ProfileSummary("佐藤花子", "F", 32L, Language.JA), NOW.plusSeconds(1));

        assertThat(ofProfile(storage, started).items()).containsExactly(expected);
        assertThat(storage.eventLog()
                        .ofTenant(tenant(started), EventFilter.ALL, ALL)
                        .items())
                .containsExactly(expected);
        assertThat(storage.eventLog().after(Map.of(tenant(started), 0L), 10)).containsExactly(expected);
    }

    @Test
    default void whatMayBeAbsentMayBeAbsent() {
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();
        Event event = bareEvent(started, EventType.RECOMMEND_TAP, NOW);
        append(storage, NOW, event);

        assertThat(events(ofProfile(storage, started))).containsExactly(event);
    }

    @Test
    default void eventsOfOneCallKeepTheirOrderAndEachTenantCountsForItself() {
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();
        Started other = storage.aStartedRound();
        List<Event> written = append(
                storage,
                NOW,
                event(started, EventType.ADS_TRIGGERED, NOW),
                bareEvent(started, EventType.ADS_TRIGGERED, NOW),
                event(started, EventType.ADS_TRIGGERED, NOW));
        append(storage, NOW, event(other, EventType.ADS_TRIGGERED, NOW));
        List<Event> later = append(storage, NOW, event(started, EventType.ADS_TRIGGERED, NOW));

        List<LoggedEvent> read = storage.eventLog().after(Map.of(tenant(started), 0L), 10);

        assertThat(read).extracting(LoggedEvent::number).containsExactly(1L, 2L, 3L, 4L);
        assertThat(read).extracting(LoggedEvent::event).startsWith(written.toArray(Event[]::new));
        assertThat(read.get(3).event()).isEqualTo(later.get(0));
        assertThat(storage.eventLog().lastNumber(tenant(started))).isEqualTo(4);
        assertThat(storage.eventLog().lastNumber(tenant(other))).isEqualTo(1);
        assertThat(storage.eventLog().lastNumber(storage.aTenant().id())).isZero();
    }

    @Test
    default void aTransactionThatFailsLeavesNothingAndNoGap() {
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();

        assertThatThrownBy(() -> storage.run(() -> {
                    storage.eventLog()
                            .append(tenant(started), List.of(event(started, EventType.ADS_TRIGGERED, NOW)), NOW);
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");

        assertThat(ofProfile(storage, started).total()).isZero();
        append(storage, NOW, event(started, EventType.ADS_TRIGGERED, NOW));
        assertThat(storage.eventLog().after(Map.of(tenant(started), 0L), 10))
                .extracting(LoggedEvent::number)
                .containsExactly(1L);
    }

    @Test
    default void anEventTakesPartInTheTransactionThatThereIs() {
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();

        assertThatThrownBy(() -> storage.run(() -> {
                    appendToRound(storage, started, event(started, EventType.COUPON_ISSUED, NOW), NOW);
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");
        assertThat(ofProfile(storage, started).total()).isZero();

        Event event = event(started, EventType.COUPON_ISSUED, NOW);
        assertThat(appendToRound(storage, started, event, NOW.plusSeconds(1))).isTrue();
        assertThat(ofProfile(storage, started).items())
                .extracting(LoggedEvent::number, LoggedEvent::event, LoggedEvent::createdAt)
                .containsExactly(tuple(1L, event, NOW.plusSeconds(1)));
    }

    @Test
    default void nothingIsWrittenAboutAnErasedProfile() {
        StorageFixture storage = fixture();
        Started erased = storage.aStartedRound();
        Started sibling = storage.aStartedRoundOf(storage.aProfileOf(erased.owner()), NOW);
        TriggeredRound round = round(storage, erased);
        storage.run(
                () -> storage.profiles().erase(erased.owner(), erased.profile().id(), NOW));
        List<Event> both =
                List.of(event(sibling, EventType.COUPON_ISSUED, NOW), event(erased, EventType.COUPON_ISSUED, NOW));

        assertThat(storage.eventLog().append(round, both.get(1), NOW)).isFalse();
        assertThatThrownBy(() -> storage.run(() -> storage.eventLog().append(tenant(erased), both, NOW)))
                .isInstanceOf(NotFoundException.class);

        assertThat(storage.eventLog().lastNumber(tenant(erased))).isZero();
    }

    @Test
    default void nothingIsWrittenOfARoundThatHasChanged() {
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();
        TriggeredRound before = round(storage, started);
        RunSamples.advance(storage, started, 4, NOW);

        Event event = event(started, EventType.COUPON_ISSUED, NOW);
        assertThat(storage.eventLog().append(before, event, NOW)).isFalse();
        assertThat(storage.<Boolean>inTransaction(() -> storage.eventLog().append(before, event, NOW)))
                .isFalse();
        assertThat(storage.eventLog().lastNumber(tenant(started))).isZero();

        assertThat(appendToRound(storage, started, event, NOW)).isTrue();
        assertThat(events(ofProfile(storage, started))).containsExactly(event);
    }

    private static boolean appendToRound(StorageFixture storage, Started started, Event event, Instant now) {
        return storage.eventLog().append(round(storage, started), event, now);
    }

    @Test
    default void anEventOfAnotherTenantIsRefused() {
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();
        TenantId other = storage.aTenant().id();

        assertThatThrownBy(() -> storage.run(() ->
                        storage.eventLog().append(other, List.of(event(started, EventType.ADS_TRIGGERED, NOW)), NOW)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    default void whatComesAfterANumberIsReadForSeveralTenantsInOrderAndByPages() {
        StorageFixture storage = fixture();
        Started one = storage.aStartedRound();
        Started two = storage.aStartedRound();
        for (int i = 0; i < 3; i++) {
            append(storage, NOW, event(one, EventType.ADS_TRIGGERED, NOW), event(one, EventType.ADS_TRIGGERED, NOW));
            append(storage, NOW, event(two, EventType.ADS_TRIGGERED, NOW));
        }

        List<LoggedEvent> read = storage.eventLog().after(Map.of(tenant(one), 1L, tenant(two), 2L), 4);

        assertThat(read)
                .filteredOn(logged -> logged.event().tenant().equals(tenant(one)))
                .extracting(LoggedEvent::number)
                .containsExactly(2L, 3L, 4L, 5L);
        assertThat(read)
                .filteredOn(logged -> logged.event().tenant().equals(tenant(two)))
                .extracting(LoggedEvent::number)
                .containsExactly(3L);
        assertThat(storage.eventLog().after(Map.of(tenant(one), 6L), 4)).isEmpty();
        assertThat(storage.eventLog().after(Map.of(tenant(one), Long.MAX_VALUE), 4))
                .isEmpty();
        assertThat(storage.eventLog().after(Map.of(), 4)).isEmpty();
    }

    @Test
    default void whatComesAfterANumberIsReadForOneProfile() {
        StorageFixture storage = fixture();
        Started one = storage.aStartedRound();
        Started other = storage.aStartedRoundOf(storage.aProfileOf(one.owner()), NOW);
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            Event event = event(i % 2 == 0 ? one : other, EventType.COUPON_ISSUED, NOW);
            events.add(event);
            append(storage, NOW, event);
        }
        EventLog log = storage.eventLog();
        ProfileId profile = one.profile().id();

        assertThat(log.afterOfProfile(tenant(one), profile, 0, 10))
                .extracting(LoggedEvent::event)
                .containsExactly(events.get(0), events.get(2), events.get(4), events.get(6));
        assertThat(log.afterOfProfile(tenant(one), profile, 1, 2))
                .extracting(LoggedEvent::number)
                .containsExactly(3L, 5L);
        assertThat(log.afterOfProfile(tenant(one), profile, 7, 10)).isEmpty();
        assertThat(log.afterOfProfile(tenant(storage.aStartedRound()), profile, 0, 10))
                .as("another tenant's")
                .isEmpty();
    }

    @Test
    default void pagesAreSortedByCreationAndEqualTimesByNumber() {
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();
        Event late = append(storage, NOW.plusSeconds(9), event(started, EventType.ADS_TRIGGERED, NOW))
                .get(0);
        List<Event> early = append(
                storage,
                NOW,
                event(started, EventType.COUPON_ISSUED, NOW),
                event(started, EventType.COUPON_REDEEMED, NOW));

        assertThat(events(ofProfile(storage, started))).containsExactly(early.get(0), early.get(1), late);
        EventPage first =
                storage.eventLog().ofTenant(tenant(started), EventFilter.ALL, new PageRequest(0, 2, Order.DESC));
        EventPage second =
                storage.eventLog().ofTenant(tenant(started), EventFilter.ALL, new PageRequest(1, 2, Order.DESC));
        assertThat(events(first)).containsExactly(late, early.get(1));
        assertThat(events(second)).containsExactly(early.get(0));
        assertThat(first.total()).isEqualTo(3);
        assertThat(second.total()).isEqualTo(3);
    }

    @Test
    default void aPagePastTheEndIsEmptyAndStillKnowsTheTotal() {
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();
        append(storage, NOW, event(started, EventType.ADS_TRIGGERED, NOW));
        PageRequest far = new PageRequest(1_000_000, 500, Order.ASC);

        EventPage page = storage.eventLog()
                .ofProfile(started.owner(), started.profile().id(), null, far)
                .orElseThrow();

        assertThat(page).isEqualTo(new EventPage(List.of(), 1, far));
    }

    @Test
    default void filtersNarrowTheList() {
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();
        Started sibling = storage.aStartedRoundOf(storage.aProfileOf(started.owner()), NOW);
        Event coupon = append(storage, NOW, event(started, EventType.COUPON_ISSUED, NOW))
                .get(0);
        Event ad = append(storage, NOW.plusSeconds(1), event(started, EventType.ADS_TRIGGERED, NOW))
                .get(0);
        Event theirs = append(storage, NOW.plusSeconds(2), event(sibling, EventType.ADS_TRIGGERED, NOW))
                .get(0);

        assertThat(filtered(storage, started, null, EventType.ADS_TRIGGERED, null, null))
                .containsExactly(ad, theirs);
        assertThat(filtered(storage, started, started.profile().id(), null, null, null))
                .containsExactly(coupon, ad);
        assertThat(filtered(storage, started, sibling.profile().id(), EventType.COUPON_ISSUED, null, null))
                .isEmpty();
        assertThat(filtered(storage, started, new ProfileId(UUID.randomUUID()), null, null, null))
                .isEmpty();
        assertThat(filtered(storage, started, null, null, NOW.plusSeconds(1), null))
                .as("from is inclusive")
                .containsExactly(ad, theirs);
        assertThat(filtered(storage, started, null, null, null, NOW.plusSeconds(1)))
                .as("to is exclusive")
                .containsExactly(coupon);
        assertThat(filtered(storage, started, null, null, NOW.plusSeconds(1), NOW.plusSeconds(1)))
                .isEmpty();
        assertThat(events(storage.eventLog()
                        .ofProfile(started.owner(), started.profile().id(), EventType.COUPON_ISSUED, ALL)
                        .orElseThrow()))
                .containsExactly(coupon);
    }

    private static List<Event> filtered(
            StorageFixture storage, Started started, ProfileId profile, EventType type, Instant from, Instant to) {
        return events(storage.eventLog().ofTenant(tenant(started), new EventFilter(profile, type, from, to), ALL));
    }

    @Test
    default void somebodyElsesProfileIsNotFoundAndAnEmptyOneIs() {
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();
        Owner owner = started.owner();
        ProfileId profile = started.profile().id();
        append(storage, NOW, event(started, EventType.ADS_TRIGGERED, NOW));

        assertThat(storage.eventLog().ofProfile(storage.anotherLineOf(owner.tenant()), profile, null, ALL))
                .isEmpty();
        assertThat(storage.eventLog().ofProfile(new Owner(storage.aTenant().id(), owner.line()), profile, null, ALL))
                .isEmpty();
        assertThat(storage.eventLog().ofProfile(owner, new ProfileId(UUID.randomUUID()), null, ALL))
                .isEmpty();
        assertThat(storage.eventLog().ofProfile(owner, storage.aProfileOf(owner).id(), null, ALL))
                .contains(new EventPage(List.of(), 0, ALL));
        assertThat(storage.eventLog()
                        .ofTenant(storage.aTenant().id(), EventFilter.ALL, ALL)
                        .items())
                .isEmpty();
    }

    @Test
    default void erasureOfTheProfileLeavesIdsTypesTimesAndTheProduct() {
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();
        Started sibling = storage.aStartedRoundOf(storage.aProfileOf(started.owner()), NOW);
        Event erased = append(storage, NOW, event(started, EventType.COUPON_REDEEMED, NOW))
                .get(0);
        Event kept = append(storage, NOW, event(sibling, EventType.ADS_TRIGGERED, NOW))
                .get(0);

        storage.run(() ->
                storage.profiles().erase(started.owner(), started.profile().id(), NOW));

        assertThat(storage.eventLog()
                        .ofProfile(started.owner(), started.profile().id(), null, ALL))
                .isEmpty();
        List<LoggedEvent> left = storage.eventLog().after(Map.of(tenant(started), 0L), 10);
        assertThat(left.get(0)).isEqualTo(new LoggedEvent(1, erased.erased(), null, NOW));
        assertThat(left.get(1).event()).isEqualTo(kept);
        assertThat(left.get(1).profile()).isNotNull();
    }

    @Test
    default void whoeverHasSeenANumberHasSeenAllBeforeIt() {
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();
        Started erased = storage.aStartedRoundOf(storage.aProfileOf(started.owner()), NOW);
        TriggeredRound round = round(storage, started);
        TriggeredRound erasedRound = round(storage, erased);
        storage.run(
                () -> storage.profiles().erase(erased.owner(), erased.profile().id(), NOW));
        int writers = 8;
        int each = 25;
        List<LoggedEvent> seen = new ArrayList<>();

        List<List<EventId>> written = AtOnce.on(writers + 1, thread -> {
            List<EventId> own = new ArrayList<>();
            if (thread == writers) {
                while (seen.size() < writers * each) {
                    long last = seen.isEmpty() ? 0 : seen.get(seen.size() - 1).number();
                    seen.addAll(storage.eventLog().after(Map.of(tenant(started), last), 7));
                }
                return own;
            }
            for (int i = 0; i < each; i++) {
                Event event = event(started, EventType.RECOMMEND_IMPRESSION, NOW);
                own.add(event.id());
                if (thread % 2 == 0) {
                    append(storage, NOW, event);
                } else {
                    assertThat(storage.eventLog().append(round, event, NOW)).isTrue();
                    Event gone = event(erased, EventType.COUPON_ISSUED, NOW);
                    assertThat(storage.eventLog().append(erasedRound, gone, NOW))
                            .isFalse();
                }
            }
            return own;
        });

        assertThat(seen)
                .extracting(LoggedEvent::number)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, writers * each).boxed().toList());
        List<EventId> order = seen.stream().map(logged -> logged.event().id()).toList();
        for (List<EventId> own : written.subList(0, writers)) {
            assertThat(order).as("each writer's in its order").containsSubsequence(own);
        }
    }
}
