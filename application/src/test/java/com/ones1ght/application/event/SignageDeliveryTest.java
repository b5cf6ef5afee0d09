package com.ones1ght.application.event;

import static com.ones1ght.application.event.port.EventSamples.accept;
import static com.ones1ght.application.shared.port.StorageFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.ones1ght.application.event.RecordingSignages.Mood;
import com.ones1ght.application.event.port.SignageOutbox;
import com.ones1ght.application.event.port.SignageOutbox.ParkedDelivery;
import com.ones1ght.application.shared.InMemoryStorage;
import com.ones1ght.application.shared.ManualExecutor;
import com.ones1ght.application.shared.ManualTimer;
import com.ones1ght.application.shared.MutableClock;
import com.ones1ght.application.shared.StorageOutage;
import com.ones1ght.application.shared.Tracing;
import com.ones1ght.application.shared.port.StorageFixture.Started;
import com.ones1ght.application.signage.port.SignageTrigger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SignageDeliveryTest {

    /** The tests are about things that go wrong, which are logged. */
    private static final Logger LOG = Logger.getLogger(SignageDelivery.class.getName());

    static {
        LOG.setLevel(Level.OFF);
    }

    private static final Duration LEASE = Duration.ofSeconds(60);

    private final InMemoryStorage storage = new InMemoryStorage();
    private final MutableClock clock = new MutableClock(NOW);
    private final ManualExecutor executor = new ManualExecutor();
    private final ManualTimer timer = new ManualTimer(clock);
    private final RecordingSignages signages = new RecordingSignages();
    private final SignageDelivery delivery = aNode(LEASE, 8);

    private SignageDelivery aNode(Duration lease, int maxCalls) {
        return new SignageDelivery(
                storage.signageOutbox(),
                signages,
                executor,
                timer,
                clock,
                Tracing.OFF,
                new DeliverySettings(Duration.ofHours(24), lease, Duration.ofSeconds(1), maxCalls));
    }

    private void pass(Duration time) {
        clock.advance(time);
        while (timer.ringNext() || executor.runNext()) {
            continue;
        }
    }

    @Test
    void whatIsAcceptedArrivesOnceItsNodeIsWoken() {
        SignageTrigger trigger = accept(storage, storage.aStartedRound(), NOW);

        delivery.wake();
        executor.runAll();

        assertThat(signages.told()).containsExactly(trigger);
        delivery.wake();
        executor.runAll();
        assertThat(signages.told()).hasSize(1);
    }

    @Test
    void whatNobodyWasWokenForIsFoundByTheTick() {
        delivery.start();
        pass(Duration.ZERO);
        SignageTrigger trigger = accept(storage, storage.aStartedRound(), NOW);

        pass(Duration.ofSeconds(1));

        assertThat(signages.told()).containsExactly(trigger);
    }

    @Test
    void aProfilesDeliveriesArriveInOrderThoughTheStoreIsAwayForAMinute() {
        delivery.start();
        signages.become(Mood.AWAY);
        Started one = storage.aStartedRound();
        Started two = storage.aStartedRound();
        List<SignageTrigger> ofOne = new ArrayList<>();
        List<SignageTrigger> ofTwo = new ArrayList<>();
        for (int second = 0; second < 60; second++) {
            ofOne.add(accept(storage, one, clock.instant()));
            ofTwo.add(accept(storage, two, clock.instant()));
            pass(Duration.ofSeconds(1));
        }
        assertThat(signages.told()).isEmpty();

        signages.become(Mood.WELL);
        for (int second = 0; second < 35; second++) {
            pass(Duration.ofSeconds(1));
        }

        assertThat(signages.told()).filteredOn(told -> ofOne.contains(told)).isEqualTo(ofOne);
        assertThat(signages.told()).filteredOn(told -> ofTwo.contains(told)).isEqualTo(ofTwo);
        assertThat(signages.told()).hasSize(120);
    }

    @Test
    void pausesGrowUpToHalfAMinute() {
        delivery.start();
        signages.become(Mood.AWAY);
        accept(storage, storage.aStartedRound(), NOW);
        List<Integer> attempts = new ArrayList<>();
        for (int minute = 0; minute < 10; minute++) {
            for (int second = 0; second < 60; second++) {
                pass(Duration.ofSeconds(1));
            }
            attempts.add(storage.unitOfWork()
                    .with(state -> state.deliveries.values().iterator().next().attempts()));
        }

        assertThat(attempts.get(0)).isBetween(5, 12);
        assertThat(attempts.get(9) - attempts.get(8)).isBetween(1, 4);
    }

    @Test
    void theStoreIsNotAskedEarlierThanItWishes() {
        delivery.start();
        signages.become(Mood.AWAY);
        signages.askToWait(Duration.ofMinutes(10));
        accept(storage, storage.aStartedRound(), NOW);
        pass(Duration.ofSeconds(1));
        signages.become(Mood.WELL);

        pass(Duration.ofMinutes(9));
        assertThat(signages.told()).isEmpty();
        pass(Duration.ofMinutes(2));
        assertThat(signages.told()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"AWAY", "BROKEN"})
    void whatFailsForADayIsParkedAndTheNextGoesOn(Mood mood) {
        delivery.start();
        signages.become(mood);
        Started started = storage.aStartedRound();
        SignageTrigger first = accept(storage, started, NOW);
        for (int minute = 0; minute < 24 * 60 + 2; minute++) {
            pass(Duration.ofMinutes(1));
        }
        List<ParkedDelivery> parked =
                storage.signageOutbox().parked(started.owner().tenant(), 10);
        assertThat(parked).extracting(ParkedDelivery::trigger).containsExactly(first);
        assertThat(parked.get(0).attempts()).isGreaterThan(100);
        assertThat(parked.get(0).reason())
                .isEqualTo(mood == Mood.AWAY ? "the store is away" : "java.lang.IllegalStateException");

        signages.become(Mood.WELL);
        SignageTrigger second = accept(storage, started, clock.instant());
        pass(Duration.ofSeconds(1));
        assertThat(signages.told()).containsExactly(second);

        storage.signageOutbox().resend(started.owner().tenant(), first.deliveryId(), clock.instant());
        pass(Duration.ofSeconds(1));
        assertThat(signages.told()).containsExactly(second, first);
    }

    @Test
    void whatIsRefusedIsParkedSoonAndTheNextGoesOn() {
        delivery.start();
        signages.become(Mood.REFUSING);
        Started started = storage.aStartedRound();
        SignageTrigger first = accept(storage, started, NOW);
        for (int minute = 0; minute < 14; minute++) {
            pass(Duration.ofMinutes(1));
        }
        assertThat(storage.signageOutbox().parked(started.owner().tenant(), 10)).isEmpty();
        pass(Duration.ofMinutes(1));
        pass(Duration.ofMinutes(1));

        assertThat(storage.signageOutbox().parked(started.owner().tenant(), 10))
                .extracting(ParkedDelivery::trigger, ParkedDelivery::reason)
                .containsExactly(tuple(first, "no such store"));
        signages.become(Mood.WELL);
        SignageTrigger second = accept(storage, started, clock.instant());
        pass(Duration.ofSeconds(1));
        assertThat(signages.told()).containsExactly(second);
    }

    @Test
    void aStoreThatAsksForTooLongIsAskedAgainAndItsTriggersAreNotGivenUpForIt() {
        delivery.start();
        signages.become(Mood.AWAY);
        signages.askToWait(Duration.ofDays(30));
        SignageTrigger trigger = accept(storage, storage.aStartedRound(), NOW);
        pass(Duration.ofSeconds(1));
        signages.become(Mood.WELL);

        pass(Duration.ofMinutes(11));

        assertThat(signages.told()).containsExactly(trigger);
    }

    @Test
    void noMoreAreUnderWayThanAllowedAndTheOthersFollow() {
        SignageDelivery narrow = aNode(LEASE, 3);
        for (int i = 0; i < 10; i++) {
            accept(storage, storage.aStartedRound(), NOW);
        }

        narrow.wake();
        executor.runNext();
        assertThat(signages.told()).hasSize(3);
        executor.runAll();
        assertThat(signages.told()).hasSize(10);
    }

    @Test
    void aSignageThatSaysNothingIsGivenUpBeforeAnotherNodeMayTry() {
        SignageDelivery hasty = aNode(Duration.ofMillis(200), 1);
        signages.become(Mood.SILENT);
        accept(storage, storage.aStartedRound(), NOW);
        hasty.wake();
        executor.runAll();

        await().until(() -> !executor.isIdle());
        signages.become(Mood.WELL);
        executor.runAll();
        clock.advance(Duration.ofSeconds(1));
        hasty.wake();
        executor.runAll();

        assertThat(signages.told()).hasSize(1);
    }

    @Test
    void whatANodeHoldsWhenItStopsIsDeliveredByAnother() {
        signages.become(Mood.SILENT);
        SignageTrigger trigger = accept(storage, storage.aStartedRound(), NOW);
        delivery.wake();
        executor.runAll();

        delivery.stop();
        signages.become(Mood.WELL);
        aNode(LEASE, 1).wake();
        executor.runAll();

        assertThat(signages.told()).containsExactly(trigger);
    }

    @Test
    void whatANodeHeldWhenItWasLostIsDeliveredByAnotherAfterTheLease() {
        signages.become(Mood.SILENT);
        SignageTrigger trigger = accept(storage, storage.aStartedRound(), NOW);
        delivery.wake();
        executor.runAll();
        signages.become(Mood.WELL);
        SignageDelivery other = aNode(LEASE, 1);

        clock.advance(LEASE.minusMillis(1));
        other.wake();
        executor.runAll();
        assertThat(signages.told()).isEmpty();

        clock.advance(Duration.ofMillis(1));
        other.wake();
        executor.runAll();
        assertThat(signages.told()).containsExactly(trigger);
    }

    @Test
    void aDeliveryUnderWayIsRenewedAndNobodyElseMakesIt() {
        delivery.start();
        signages.become(Mood.SILENT);
        accept(storage, storage.aStartedRound(), NOW);
        for (int third = 0; third < 6; third++) {
            pass(LEASE.dividedBy(3));
        }

        signages.become(Mood.WELL);
        aNode(LEASE, 1).wake();
        executor.runAll();

        assertThat(signages.told()).isEmpty();
    }

    @Test
    void aDatabaseThatIsAwayCostsATickAndNoDelivery() {
        delivery.start();
        pass(Duration.ZERO);
        accept(storage, storage.aStartedRound(), NOW);
        storage.unitOfWork().goAway();
        pass(Duration.ofSeconds(1));
        storage.unitOfWork().comeBack();

        pass(Duration.ofSeconds(1));

        assertThat(signages.told()).hasSize(1);
    }

    /** What the store has heard may come again, with its id; nothing is lost or overtaken. */
    @ParameterizedTest
    @CsvSource({
        "claimDue,false",
        "claimDue,true",
        "delivered,false",
        "delivered,true",
        "postpone,false",
        "postpone,true"
    })
    void anOutageOfTheDatabaseLosesNoDeliveryWhereverItIsMet(String method, boolean afterItsEffect) {
        StorageOutage outage = new StorageOutage();
        SignageDelivery node = new SignageDelivery(
                outage.at(SignageOutbox.class, storage.signageOutbox(), method, afterItsEffect),
                signages,
                executor,
                timer,
                clock,
                Tracing.OFF,
                new DeliverySettings(Duration.ofHours(24), LEASE, Duration.ofSeconds(1), 8));
        Started started = storage.aStartedRound();
        SignageTrigger first = accept(storage, started, NOW);
        SignageTrigger second = accept(storage, started, NOW);
        if (method.equals("postpone")) {
            signages.become(Mood.AWAY);
        }
        node.start();
        outage.begin();
        for (int spent = 0; spent < 6; spent++) {
            pass(Duration.ofSeconds(1));
        }

        outage.end();
        signages.become(Mood.WELL);
        for (int later = 0; later < LEASE.toSeconds() + 5; later++) {
            pass(Duration.ofSeconds(1));
        }

        assertThat(signages.told().stream().distinct()).containsExactly(first, second);
        assertThat(storage.signageOutbox().backlog().waiting()).isZero();
        assertThat(storage.signageOutbox().backlog().parked()).isZero();
    }
}
