package com.ones1ght.application.chat.runner;

import com.ones1ght.application.chat.RoundView;
import com.ones1ght.application.chat.TextResultDocuments;
import com.ones1ght.application.chat.port.ResultDocuments;
import com.ones1ght.application.chat.port.RunQueue;
import com.ones1ght.application.chat.port.RunUpdate;
import com.ones1ght.application.shared.InMemorySignals;
import com.ones1ght.application.shared.InMemoryStorage;
import com.ones1ght.application.shared.ManualExecutor;
import com.ones1ght.application.shared.ManualTimer;
import com.ones1ght.application.shared.MutableClock;
import com.ones1ght.application.shared.Tracing;
import com.ones1ght.application.shared.port.NodeSignals;
import com.ones1ght.application.shared.port.StorageFixture;
import com.ones1ght.application.shared.port.StorageFixture.Shopper;
import com.ones1ght.application.shared.port.StorageFixture.Started;
import com.ones1ght.application.store.DefaultStore;
import com.ones1ght.application.store.port.FakeStoreCatalog;
import com.ones1ght.application.store.port.StoreFixtures;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.credit.Charge;
import com.ones1ght.domain.dietary.DietaryGuard;
import com.ones1ght.domain.tenant.TenantId;
import com.ones1ght.domain.visit.ChatSession;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A storage, a store, a pipeline and the time, on which nodes run; nothing happens unless a test lets it. */
final class Bench {

    /** Most tests are about things that go wrong, and a runner logs these. */
    private static final List<Logger> LOGS = List.of(
            Logger.getLogger("com.ones1ght.application.chat.runner"),
            Logger.getLogger("com.ones1ght.application.shared.work"));

    static {
        LOGS.forEach(log -> log.setLevel(Level.OFF));
    }

    static final Duration LEASE = Duration.ofSeconds(30);
    static final Duration TICK = Duration.ofSeconds(5);

    final InMemoryStorage storage = new InMemoryStorage();
    final MutableClock clock = new MutableClock(StorageFixture.NOW);
    final ManualExecutor executor = new ManualExecutor();
    final ManualTimer timer = new ManualTimer(clock);
    ManualExecutor saves = executor;
    final FakeStoreCatalog store = StoreFixtures.aShop();
    final ScriptedPipeline pipeline = new ScriptedPipeline();
    final InMemorySignals.Wire wire = new InMemorySignals.Wire();
    final List<ChatId> changed = new CopyOnWriteArrayList<>();
    ResultDocuments documents = new TextResultDocuments();
    RunQueue queue = storage.runQueue();
    Tracing tracing = Tracing.OFF;
    Duration grace = Duration.ofMillis(200);
    Duration checkpoint = Duration.ZERO;
    boolean enabled = true;

    /** A node of its own, which has not been started. */
    RoundRunner aNode() {
        return aNode(100, 100);
    }

    RoundRunner aNode(int maxHeld, int maxCalls) {
        return aNode(maxHeld, maxCalls, new InMemorySignals(wire));
    }

    RoundRunner aNode(int maxHeld, int maxCalls, NodeSignals signals) {
        return new RoundRunner(
                queue,
                pipeline,
                store,
                documents,
                signals,
                changed::add,
                executor,
                saves,
                executor,
                timer,
                clock,
                tracing,
                new RunnerSettings(
                        enabled,
                        LEASE,
                        TICK,
                        maxHeld,
                        maxCalls,
                        checkpoint,
                        grace,
                        new DefaultStore(StoreFixtures.CORNER_SHOP),
                        DietaryGuard.DECLARED));
    }

    RoundRunner aStartedNode() {
        RoundRunner node = aNode();
        node.start();
        return node;
    }

    /** A round whose run has cost one credit of its tenant's ten. */
    Started aChargedRound() {
        Started started = storage.aStartedRoundOf(storage.aProfile(), clock.instant());
        storage.run(() -> storage.credits()
                .charge(
                        tenant(started),
                        new Charge(started.round().id(), started.round().run(), 1),
                        clock.instant()));
        return started;
    }

    /** A round of a chat session's conversation; it has cost nothing. */
    Started aRoundInASession() {
        Shopper shopper = storage.aShopperOf(storage.aProfile(), clock.instant());
        ChatSession session = storage.aChatSession(shopper, clock.instant());
        return storage.aStartedRoundOf(shopper.profile(), session.chat(), clock.instant());
    }

    /** Lets everything happen that is due now. */
    void settle() {
        do {
            executor.runAll();
        } while (timer.ringNext());
    }

    /** Lets time pass from alarm to alarm, and everything happen that becomes due. */
    void pass(Duration time) {
        Instant end = clock.instant().plus(time);
        settle();
        while (clock.instant().isBefore(end)) {
            Instant next = timer.nextAlarm().filter(at -> at.isBefore(end)).orElse(end);
            clock.advance(Duration.between(clock.instant(), next));
            settle();
        }
    }

    RoundView view(Started started) {
        return storage.view(started);
    }

    long balance(Started started) {
        return storage.credits().balance(tenant(started));
    }

    /** How many steps were shown by each save. */
    List<Integer> savedSteps() {
        return storage.runQueue().saved().stream()
                .map(RunUpdate::round)
                .map(round -> round.progress().doneSteps())
                .toList();
    }

    private static TenantId tenant(Started started) {
        return started.owner().tenant();
    }
}
