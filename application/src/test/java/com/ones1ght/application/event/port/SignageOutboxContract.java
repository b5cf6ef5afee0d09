package com.ones1ght.application.event.port;

import static com.ones1ght.application.event.port.EventSamples.accept;
import static com.ones1ght.application.event.port.EventSamples.round;
import static com.ones1ght.application.shared.port.StorageFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.ones1ght.application.chat.port.RunSamples;
import com.ones1ght.application.event.LoggedEvent;
import com.ones1ght.application.event.TriggeredRound;
import com.ones1ght.application.event.port.SignageOutbox.Backlog;
import com.ones1ght.application.event.port.SignageOutbox.ClaimedDelivery;
import com.ones1ght.application.event.port.SignageOutbox.DeliveryClaim;
import com.ones1ght.application.event.port.SignageOutbox.ParkedDelivery;
import com.ones1ght.application.profile.port.ProfilesContract;
import com.ones1ght.application.shared.port.AtOnce;
import com.ones1ght.application.shared.port.StorageFixture;
import com.ones1ght.application.shared.port.StorageFixture.Started;
import com.ones1ght.application.signage.port.SignageTrigger;
import com.ones1ght.domain.event.Event;
import com.ones1ght.domain.event.EventType;
import com.ones1ght.domain.profile.ProfileDocument;
import com.ones1ght.domain.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every {@link SignageOutbox} does. */
public interface SignageOutboxContract {

    Duration LEASE = Duration.ofSeconds(30);

    /** A storage whose outbox is empty. */
    StorageFixture fixture();

    private static List<ClaimedDelivery> claim(StorageFixture storage, Instant now) {
        return storage.signageOutbox().claimDue(100, now, LEASE);
    }

    private static List<UUID> ids(List<ClaimedDelivery> claimed) {
        return claimed.stream().map(delivery -> delivery.claim().delivery()).toList();
    }

    private static ClaimedDelivery claimOne(StorageFixture storage, Instant now) {
        List<ClaimedDelivery> claimed = claim(storage, now);
        assertThat(claimed).hasSize(1);
        return claimed.get(0);
    }

    @Test
    default void aDeliveryComesBackAsItWasAccepted() {
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();
        Started other = storage.aStartedRound();
        SignageTrigger enter = accept(storage, started, NOW);
        SignageTrigger exit = EventSamples.exit(other, NOW.plusSeconds(1));
        storage.run(() -> storage.signageOutbox().append(other.owner().tenant(), exit, null, NOW.plusSeconds(2)));

        List<ClaimedDelivery> claimed = claim(storage, NOW.plusSeconds(2));

        assertThat(claimed).extracting(ClaimedDelivery::trigger).containsExactly(enter, exit);
        assertThat(claimed).extracting(ClaimedDelivery::correlation).containsExactly(StorageFixture.CORRELATION, null);
        assertThat(claimed).extracting(ClaimedDelivery::attempts).containsExactly(0, 0);
        assertThat(claimed).extracting(ClaimedDelivery::acceptedAt).containsExactly(NOW, NOW.plusSeconds(2));
    }

    @Test
    default void aTransactionThatFailsLeavesNoDelivery() {
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();

        assertThatThrownBy(() -> storage.run(() -> {
                    storage.signageOutbox()
                            .append(started.owner().tenant(), EventSamples.trigger(started, NOW), null, NOW);
                    appendToRound(storage, round(storage, started), List.of(), EventSamples.trigger(started, NOW));
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");

        assertThat(claim(storage, NOW)).isEmpty();
    }

    private static boolean appendToRound(
            StorageFixture storage, TriggeredRound round, List<Event> events, SignageTrigger trigger) {
        return storage.signageOutbox().append(round, events, trigger, StorageFixture.CORRELATION, NOW);
    }

    @Test
    default void aDeliveryOfARoundIsNumberedAfterItsEvents() {
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();
        TriggeredRound round = round(storage, started);
        SignageTrigger before = accept(storage, started, NOW);
        List<Event> events = List.of(
                EventSamples.event(started, EventType.ADS_TRIGGERED, NOW),
                EventSamples.bareEvent(started, EventType.ADS_TRIGGERED, NOW));
        SignageTrigger enter = EventSamples.trigger(started, NOW);
        SignageTrigger exit = EventSamples.exit(started, NOW.plusSeconds(1));

        assertThat(appendToRound(storage, round, events, enter)).isTrue();
        assertThat(storage.signageOutbox().append(round, List.of(), exit, null, NOW))
                .isTrue();

        assertThat(storage.eventLog().after(Map.of(round.tenant(), 0L), 10))
                .extracting(LoggedEvent::number, LoggedEvent::event, LoggedEvent::createdAt)
                .containsExactly(tuple(2L, events.get(0), NOW), tuple(3L, events.get(1), NOW));
        assertThat(storage.eventLog().lastNumber(round.tenant())).isEqualTo(5);
        List<ClaimedDelivery> delivered = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            delivered.add(claimOne(storage, NOW));
            storage.signageOutbox().delivered(delivered.get(i).claim());
        }
        assertThat(delivered).extracting(ClaimedDelivery::trigger).containsExactly(before, enter, exit);
        assertThat(delivered)
                .extracting(ClaimedDelivery::correlation)
                .containsExactly(StorageFixture.CORRELATION, StorageFixture.CORRELATION, null);
    }

    @Test
    default void nothingIsAddedOfARoundOrAStoreThatHasChanged() {
        StorageFixture storage = fixture();
        Started changed = storage.aStartedRound();
        Started moved = storage.aStartedRoundOf(storage.aProfileOf(changed.owner()), NOW);
        Started erased = storage.aStartedRoundOf(storage.aProfileOf(changed.owner()), NOW);
        Map<Started, TriggeredRound> before = Stream.of(changed, moved, erased)
                .collect(Collectors.toMap(Function.identity(), started -> round(storage, started)));
        RunSamples.advance(storage, changed, 4, NOW);
        storage.run(() -> storage.profiles()
                .save(moved.profile().changedTo(new ProfileDocument("{}"), ProfilesContract.NO_FACTS, NOW)));
        storage.run(
                () -> storage.profiles().erase(erased.owner(), erased.profile().id(), NOW));

        before.forEach((started, round) -> {
            List<Event> events = List.of(EventSamples.event(started, EventType.ADS_TRIGGERED, NOW));
            SignageTrigger trigger = EventSamples.trigger(started, NOW);
            assertThat(appendToRound(storage, round, events, trigger)).isFalse();
            assertThat(storage.<Boolean>inTransaction(() -> appendToRound(storage, round, events, trigger)))
                    .isFalse();
        });

        assertThat(claim(storage, NOW)).isEmpty();
        assertThat(storage.eventLog().lastNumber(changed.owner().tenant())).isZero();
        assertThat(appendToRound(storage, round(storage, moved), List.of(), EventSamples.trigger(moved, NOW)))
                .as("where the shopper is now")
                .isTrue();
    }

    @Test
    default void ofDeliveriesAtOnceThoseOfOldRoundsAreLeftOutAndTheOthersKeepTheirOrder() {
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();
        Started changed = storage.aStartedRoundOf(storage.aProfileOf(started.owner()), NOW);
        TriggeredRound round = round(storage, started);
        TriggeredRound old = round(storage, changed);
        RunSamples.advance(storage, changed, 4, NOW);
        List<SignageTrigger> triggers = Stream.generate(() -> EventSamples.trigger(started, NOW))
                .limit(4)
                .toList();
        List<Event> events = triggers.stream()
                .map(trigger -> EventSamples.event(started, EventType.ADS_TRIGGERED, NOW))
                .toList();
        List<Supplier<Boolean>> calls = new ArrayList<>();
        for (int i = 0; i < triggers.size(); i++) {
            SignageTrigger trigger = triggers.get(i);
            Event event = events.get(i);
            calls.add(() -> appendToRound(storage, round, List.of(event), trigger));
        }
        calls.add(2, () -> appendToRound(storage, old, List.of(), EventSamples.trigger(changed, NOW)));

        assertThat(storage.inFlightTogether(calls)).containsExactly(true, true, false, true, true);

        assertThat(storage.eventLog().after(Map.of(round.tenant(), 0L), 10))
                .extracting(LoggedEvent::number, LoggedEvent::event)
                .containsExactly(
                        tuple(1L, events.get(0)),
                        tuple(3L, events.get(1)),
                        tuple(5L, events.get(2)),
                        tuple(7L, events.get(3)));
        for (SignageTrigger trigger : triggers) {
            ClaimedDelivery next = claimOne(storage, NOW);
            assertThat(next.trigger()).isEqualTo(trigger);
            storage.signageOutbox().delivered(next.claim());
        }
    }

    @Test
    default void onlyTheFirstOfAProfileIsGivenOutUntilItHasArrived() {
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();
        Started other = storage.aStartedRound();
        SignageTrigger first = accept(storage, started, NOW);
        SignageTrigger second = accept(storage, started, NOW);
        SignageTrigger theirs = accept(storage, other, NOW);

        List<ClaimedDelivery> claimed = claim(storage, NOW);
        assertThat(ids(claimed)).containsExactlyInAnyOrder(first.deliveryId(), theirs.deliveryId());
        assertThat(claim(storage, NOW)).isEmpty();

        claimed.forEach(delivery ->
                assertThat(storage.signageOutbox().delivered(delivery.claim())).isTrue());

        assertThat(ids(claim(storage, NOW))).containsExactly(second.deliveryId());
    }

    @Test
    default void noMoreThanAskedForAreGivenOutTheLongestDueFirst() {
        StorageFixture storage = fixture();
        List<UUID> accepted = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            accepted.add(accept(storage, storage.aStartedRound(), NOW.plusSeconds(5 - i))
                    .deliveryId());
        }
        Collections.reverse(accepted);
        Instant later = NOW.plusSeconds(10);

        assertThat(ids(storage.signageOutbox().claimDue(2, later, LEASE))).isEqualTo(accepted.subList(0, 2));
        assertThat(ids(storage.signageOutbox().claimDue(9, later, LEASE))).isEqualTo(accepted.subList(2, 5));
    }

    @Test
    default void whatIsNotDueYetWaits() {
        StorageFixture storage = fixture();
        accept(storage, storage.aStartedRound(), NOW);

        assertThat(claim(storage, NOW.minusMillis(1))).isEmpty();
        assertThat(claim(storage, NOW)).hasSize(1);
    }

    @Test
    default void aFailedDeliveryComesAgainWhenItIsDueAndKeepsTheOthersOfItsProfileBack() {
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();
        SignageTrigger first = accept(storage, started, NOW);
        accept(storage, started, NOW);
        ClaimedDelivery claimed = claimOne(storage, NOW);

        assertThat(storage.signageOutbox().postpone(claimed.claim(), NOW.plusSeconds(5), "away"))
                .isTrue();

        assertThat(claim(storage, NOW.plusSeconds(4))).isEmpty();
        ClaimedDelivery again = claimOne(storage, NOW.plusSeconds(5));
        assertThat(again.trigger()).isEqualTo(first);
        assertThat(again.attempts()).isEqualTo(1);
        assertThat(again.acceptedAt()).isEqualTo(NOW);
    }

    @Test
    default void aClaimEndsWithItsLeaseAndItsHolderIsNotHeardAnyMore() {
        StorageFixture storage = fixture();
        accept(storage, storage.aStartedRound(), NOW);
        DeliveryClaim lost = claimOne(storage, NOW).claim();

        assertThat(claim(storage, NOW.plus(LEASE).minusMillis(1))).isEmpty();
        DeliveryClaim current = claimOne(storage, NOW.plus(LEASE)).claim();

        assertThat(current.token()).isGreaterThan(lost.token());
        assertThat(storage.signageOutbox().delivered(lost)).isFalse();
        assertThat(storage.signageOutbox().postpone(lost, NOW, "x")).isFalse();
        assertThat(storage.signageOutbox().park(lost, NOW, "x")).isFalse();
        storage.signageOutbox().release(List.of(lost), NOW);
        assertThat(claim(storage, NOW.plus(LEASE))).isEmpty();
        assertThat(storage.signageOutbox().delivered(current)).isTrue();
        assertThat(storage.signageOutbox().delivered(current)).isFalse();
    }

    @Test
    default void aRenewedClaimLastsForALeaseFromThen() {
        StorageFixture storage = fixture();
        accept(storage, storage.aStartedRound(), NOW);
        DeliveryClaim claim = claimOne(storage, NOW).claim();
        Instant renewed = NOW.plus(LEASE).minusMillis(1);

        assertThat(storage.signageOutbox().renew(List.of(claim), renewed, LEASE))
                .containsExactly(claim);

        assertThat(claim(storage, renewed.plus(LEASE).minusMillis(1))).isEmpty();
        assertThat(claim(storage, renewed.plus(LEASE))).hasSize(1);
    }

    @Test
    default void whoHasLostAClaimCannotRenewIt() {
        StorageFixture storage = fixture();
        accept(storage, storage.aStartedRound(), NOW);
        DeliveryClaim lost = claimOne(storage, NOW).claim();
        accept(storage, storage.aStartedRound(), NOW);
        List<DeliveryClaim> current = claim(storage, NOW.plus(LEASE)).stream()
                .map(ClaimedDelivery::claim)
                .toList();
        List<DeliveryClaim> both = new ArrayList<>(current);
        both.add(lost);

        assertThat(storage.signageOutbox().renew(both, NOW.plus(LEASE), LEASE))
                .containsExactlyInAnyOrderElementsOf(current);
        assertThat(storage.signageOutbox().renew(List.of(), NOW, LEASE)).isEmpty();
    }

    @Test
    default void whatIsGivenBackIsDueAtOnceAsIfItHadNotBeenTried() {
        StorageFixture storage = fixture();
        accept(storage, storage.aStartedRound(), NOW);
        DeliveryClaim claim = claimOne(storage, NOW).claim();

        storage.signageOutbox().release(List.of(claim), NOW);

        assertThat(storage.signageOutbox().delivered(claim))
                .as("a claim that was given back is nobody's")
                .isFalse();
        assertThat(claimOne(storage, NOW).attempts()).isZero();
    }

    @Test
    default void aParkedDeliveryIsSeenAndStandsInNobodysWay() {
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();
        TenantId tenant = started.owner().tenant();
        SignageTrigger first = accept(storage, started, NOW);
        SignageTrigger second = accept(storage, started, NOW);

        assertThat(storage.signageOutbox().park(claimOne(storage, NOW).claim(), NOW.plusSeconds(1), "away for long"))
                .isTrue();

        assertThat(storage.signageOutbox().parked(tenant, 10))
                .containsExactly(new ParkedDelivery(first, 1, NOW.plusSeconds(1), "away for long"));
        assertThat(storage.signageOutbox().parked(storage.aTenant().id(), 10)).isEmpty();
        assertThat(ids(claim(storage, NOW.plus(Duration.ofDays(9))))).containsExactly(second.deliveryId());
    }

    @Test
    default void theBacklogTellsHowManyWaitHowManyAreParkedAndSinceWhen() {
        StorageFixture storage = fixture();
        assertThat(storage.signageOutbox().backlog()).isEqualTo(new Backlog(0, 0, null));
        Started started = storage.aStartedRound();
        accept(storage, started, NOW);
        accept(storage, started, NOW.plusSeconds(1));
        accept(storage, storage.aStartedRound(), NOW.plusSeconds(2));

        assertThat(storage.signageOutbox().backlog()).isEqualTo(new Backlog(3, 0, NOW));

        storage.signageOutbox().park(claimOne(storage, NOW).claim(), NOW.plusSeconds(3), "away");

        assertThat(storage.signageOutbox().backlog()).isEqualTo(new Backlog(2, 1, NOW.plusSeconds(1)));
    }

    @Test
    default void aParkedDeliveryIsSentAgainWithItsIdWhenItsTenantWantsIt() {
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();
        TenantId tenant = started.owner().tenant();
        SignageTrigger trigger = accept(storage, started, NOW);
        UUID id = trigger.deliveryId();
        assertThat(storage.signageOutbox().resend(tenant, id, NOW))
                .as("it is not parked")
                .isFalse();
        storage.signageOutbox().park(claimOne(storage, NOW).claim(), NOW, "away");
        Instant later = NOW.plus(Duration.ofDays(2));

        assertThat(storage.signageOutbox().resend(storage.aTenant().id(), id, later))
                .isFalse();
        assertThat(storage.signageOutbox().resend(tenant, UUID.randomUUID(), later))
                .isFalse();
        assertThat(storage.signageOutbox().resend(tenant, id, later)).isTrue();

        assertThat(storage.signageOutbox().parked(tenant, 10)).isEmpty();
        ClaimedDelivery again = claimOne(storage, later);
        assertThat(again.trigger()).isEqualTo(trigger);
        assertThat(again.attempts()).isZero();
        assertThat(again.acceptedAt()).isEqualTo(later);
    }

    @Test
    default void erasureOfTheProfileTakesItsDeliveriesAway() {
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();
        TenantId tenant = started.owner().tenant();
        accept(storage, started, NOW);
        storage.signageOutbox().park(claimOne(storage, NOW).claim(), NOW, "away");
        accept(storage, started, NOW);
        DeliveryClaim claim = claimOne(storage, NOW).claim();
        accept(storage, started, NOW);

        storage.run(() ->
                storage.profiles().erase(started.owner(), started.profile().id(), NOW));

        assertThat(storage.signageOutbox().parked(tenant, 10)).isEmpty();
        assertThat(storage.signageOutbox().delivered(claim)).isFalse();
        assertThat(claim(storage, NOW.plus(Duration.ofDays(9)))).isEmpty();
    }

    @Test
    default void ofDeliveriesThatArriveAtOnceThoseOfTheirHoldersAreForgotten() {
        StorageFixture storage = fixture();
        for (int i = 0; i < 16; i++) {
            accept(storage, storage.aStartedRound(), NOW);
        }
        List<DeliveryClaim> claims = storage.signageOutbox().claimDue(16, NOW, LEASE).stream()
                .map(ClaimedDelivery::claim)
                .toList();
        storage.signageOutbox().release(claims.subList(0, 8), NOW);

        List<Boolean> forgotten =
                AtOnce.on(16, number -> storage.signageOutbox().delivered(claims.get(number)));

        assertThat(forgotten.subList(0, 8)).containsOnly(false);
        assertThat(forgotten.subList(8, 16)).containsOnly(true);
        assertThat(claim(storage, NOW.plus(LEASE))).hasSize(8);
    }

    @Test
    default void manyNodesAtOnceDeliverEachProfilesInOrderAndEachOnce() {
        StorageFixture storage = fixture();
        List<Started> shoppers = new ArrayList<>();
        List<List<UUID>> accepted = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Started shopper = storage.aStartedRound();
            shoppers.add(shopper);
            List<UUID> theirs = new ArrayList<>();
            for (int n = 0; n < 10; n++) {
                theirs.add(accept(storage, shopper, NOW).deliveryId());
            }
            accepted.add(theirs);
        }
        List<ClaimedDelivery> arrived = Collections.synchronizedList(new ArrayList<>());

        AtOnce.on(4, node -> {
            while (arrived.size() < 40) {
                for (ClaimedDelivery delivery : storage.signageOutbox().claimDue(3, NOW, LEASE)) {
                    arrived.add(delivery);
                    assertThat(storage.signageOutbox().delivered(delivery.claim()))
                            .isTrue();
                }
            }
            return true;
        });

        for (int i = 0; i < shoppers.size(); i++) {
            Started shopper = shoppers.get(i);
            assertThat(ids(arrived.stream()
                            .filter(delivery -> delivery.trigger()
                                    .profile()
                                    .equals(shopper.profile().id()))
                            .toList()))
                    .isEqualTo(accepted.get(i));
        }
        assertThat(arrived).hasSize(40);
    }
}
