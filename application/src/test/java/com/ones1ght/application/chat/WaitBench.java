package com.ones1ght.application.chat;

import static com.ones1ght.application.shared.port.StorageFixture.NOW;

import com.ones1ght.application.chat.WatchChatUseCase.Query;
import com.ones1ght.application.chat.port.RunSamples;
import com.ones1ght.application.shared.InMemorySignals;
import com.ones1ght.application.shared.InMemoryStorage;
import com.ones1ght.application.shared.ManualExecutor;
import com.ones1ght.application.shared.ManualTimer;
import com.ones1ght.application.shared.MutableClock;
import com.ones1ght.application.shared.NodeState;
import com.ones1ght.application.shared.port.StorageFixture.Started;
import com.ones1ght.application.store.CouponSpotBoard;
import com.ones1ght.application.store.DefaultStore;
import com.ones1ght.application.store.StoreCalls;
import com.ones1ght.application.store.port.FakeCouponSpots;
import com.ones1ght.application.store.port.StoreFixtures;
import com.ones1ght.domain.access.ApiKey;
import com.ones1ght.domain.access.ApiKeyId;
import com.ones1ght.domain.access.KeyType;
import com.ones1ght.domain.access.Scope;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.tenant.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Two nodes with polls that wait, on one storage; nothing happens unless a test lets it. */
final class WaitBench {

    static final Duration TICK = Duration.ofSeconds(3);
    static final Duration WAIT = Duration.ofSeconds(20);

    final InMemoryStorage storage = new InMemoryStorage();
    final CountingQueries queries = new CountingQueries(storage.chatQueries());
    final MutableClock clock = new MutableClock(NOW);
    final ManualTimer timer = new ManualTimer(clock);
    final ManualExecutor executor = new ManualExecutor();
    final InMemorySignals.Wire wire = new InMemorySignals.Wire();
    final FakeRunner runner = new FakeRunner();
    final FakeCouponSpots spots = StoreFixtures.someSpots();
    final Node here = new Node();
    final Node there = new Node();

    WaitBench() {
        // The first ticks.
        settle();
    }

    /** What each node has of its own. */
    final class Node {
        final NodeState state = new NodeState();
        final ChatChangeFeed changes =
                new ChatChangeFeed(storage.chatVersions(), new InMemorySignals(wire), executor, timer, TICK);
        final ChatWaits waits = new ChatWaits(changes, executor, timer, state);
        final CouponSpotBoard board = new CouponSpotBoard(
                spots,
                StoreFixtures.aShop(),
                new TextResultDocuments(),
                new StoreCalls(Runnable::run, Runnable::run),
                clock);
        final DefaultStore defaultStore = new DefaultStore(StoreFixtures.CORNER_SHOP);
        final WatchChatService service = new WatchChatService(queries, runner, board, waits, defaultStore);
        final FollowRoundService following = new FollowRoundService(queries, changes, runner, board, defaultStore);

        Node() {
            state.ready();
            changes.start();
        }

        CompletableFuture<Watched> poll(Query query) {
            return service.watch(query).orElseThrow().toCompletableFuture();
        }
    }

    /** For tests of polls that do not wait. */
    static ChatWaits withoutWaits() {
        return new WaitBench().here.waits;
    }

    /** The state that a client sees now. */
    ChatTag tag(Started started, @Nullable RoundId round) {
        return here.poll(query(started, round, Baseline.NONE, Duration.ZERO))
                .join()
                .tag();
    }

    /** A poll of a client that has seen what is there now. */
    Query waiting(Started started) {
        return query(started, null, Baseline.of(List.of(tag(started, null))), WAIT);
    }

    Query query(Started started, @Nullable RoundId round, Baseline baseline, Duration wait) {
        ApiKey key = new ApiKey(
                new ApiKeyId(UUID.randomUUID()),
                new Tenant(started.owner().tenant(), "two", "A retailer", Language.KO, true),
                started.owner().line(),
                KeyType.CLIENT_SDK,
                "osk_two_708f",
                Set.of(Scope.CHAT),
                NOW,
                null,
                null);
        ProfileId profile = started.profile().id();
        return new Query(key, profile, started.chat().id(), round, baseline, wait);
    }

    /** The round makes progress on the first node. */
    void change(Started started, int steps) {
        RunSamples.advance(storage, started, steps, clock.instant());
        here.changes.changed(started.chat().id());
    }

    /** Lets everything happen that is due now. */
    void settle() {
        do {
            executor.runAll();
        } while (timer.ringNext());
    }

    /** Lets time pass from alarm to alarm. */
    void pass(Duration time) {
        Instant end = clock.instant().plus(time);
        settle();
        while (clock.instant().isBefore(end)) {
            Instant next = timer.nextAlarm().filter(at -> at.isBefore(end)).orElse(end);
            clock.advance(Duration.between(clock.instant(), next));
            settle();
        }
    }

    boolean nothingIsLeft() {
        return here.waits.size() + there.waits.size() == 0
                && here.changes.watchedChats() + there.changes.watchedChats() == 0
                && timer.alarms() == 0;
    }
}
