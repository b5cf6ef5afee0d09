package com.ones1ght.adapters.persistence.event;

import static com.ones1ght.application.event.port.EventSamples.event;
import static com.ones1ght.application.shared.port.StorageFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ones1ght.adapters.persistence.shared.PostgresNodeSignals;
import com.ones1ght.adapters.persistence.shared.PostgresStorage;
import com.ones1ght.adapters.persistence.shared.TestDatabase;
import com.ones1ght.application.event.EventFeed;
import com.ones1ght.application.event.FeedSettings;
import com.ones1ght.application.event.LoggedEvent;
import com.ones1ght.application.event.port.EventFollower;
import com.ones1ght.application.shared.Following;
import com.ones1ght.application.shared.port.AtOnce;
import com.ones1ght.application.shared.port.StorageFixture.Started;
import com.ones1ght.domain.event.EventType;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two nodes with their own signals and feeds, on one database with concurrent writers. */
class EventFeedOnTwoNodesTest {

    private static final int WRITERS = 16;
    private static final int EACH = 125;
    private static final int ALL = WRITERS * EACH;

    private final PostgresStorage storage = PostgresStorage.withEmptyQueue();
    private final Started started = storage.aStartedRound();
    private final Node one = new Node();
    private final Node two = new Node();

    /** The event feed of a node. */
    private final class Node {

        final PostgresNodeSignals signals =
                new PostgresNodeSignals(() -> TestDatabase.shared().server().getConnection(), Thread::new);
        final ExecutorService executor = Executors.newFixedThreadPool(2);
        final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
        /** The tick is too rare to matter: events arrive by signals. */
        final EventFeed feed = new EventFeed(
                storage.eventLog(),
                signals,
                executor,
                timer,
                Clock.systemUTC(),
                new FeedSettings(Duration.ofMinutes(5), Duration.ZERO));

        Node() {
            feed.start();
            signals.start();
        }

        Following follow(@Nullable Long after, EventFollower follower) {
            return feed.follow(started.owner().tenant(), null, after, follower);
        }

        void stop() {
            feed.stop();
            signals.close();
            timer.shutdownNow();
            executor.shutdownNow();
        }
    }

    /** Records the events it receives; ignores those of a connection that it has closed. */
    private static final class Reader {

        private final List<Long> numbers = new ArrayList<>();
        private int connection;

        synchronized EventFollower connected() {
            int mine = ++connection;
            return event -> take(mine, event);
        }

        private synchronized boolean take(int on, LoggedEvent event) {
            if (on == connection) {
                numbers.add(event.number());
            }
            return on == connection;
        }

        /** Closes the connection and returns the last number received. */
        synchronized long disconnect() {
            connection++;
            return numbers.isEmpty() ? 0 : numbers.get(numbers.size() - 1);
        }

        synchronized List<Long> numbers() {
            return List.copyOf(numbers);
        }
    }

    @AfterEach
    void stopBothNodes() {
        one.stop();
        two.stop();
    }

    @Test
    void readersShouldReceiveEachEventOnceAndInOrderDespiteReconnects() {
        Reader steady = new Reader();
        Reader restless = new Reader();
        one.follow(0L, steady.connected());
        Random random = new Random(4);

        AtOnce.on(WRITERS + 1, thread -> {
            if (thread == WRITERS) {
                reconnect(restless, random);
            } else {
                write(thread % 2 == 0 ? one : two);
            }
            return true;
        });

        List<Long> expected = LongStream.rangeClosed(1, ALL).boxed().toList();
        await().atMost(Duration.ofSeconds(30)).until(() -> steady.numbers().size() >= ALL);
        await().atMost(Duration.ofSeconds(30)).until(() -> restless.numbers().size() >= ALL);
        assertThat(steady.numbers()).isEqualTo(expected);
        assertThat(restless.numbers()).isEqualTo(expected);
    }

    private void write(Node node) {
        for (int i = 0; i < EACH; i++) {
            storage.run(() -> {
                storage.triggeredRounds()
                        .hold(
                                started.owner(),
                                started.profile().id(),
                                started.chat().id(),
                                started.round().id());
                storage.eventLog()
                        .append(
                                started.owner().tenant(),
                                List.of(event(started, EventType.RECOMMEND_IMPRESSION, NOW)),
                                NOW);
            });
            node.feed.announce();
        }
    }

    /** Reconnects to a random node after a few events, until all have arrived. */
    private void reconnect(Reader reader, Random random) {
        long known = 0;
        while (known < ALL * 9 / 10) {
            Following following = (random.nextBoolean() ? one : two).follow(known, reader.connected());
            long enough = Math.min(ALL, known + 1 + random.nextInt(150));
            await().atMost(Duration.ofSeconds(30))
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> last(reader) >= enough);
            known = reader.disconnect();
            following.end();
        }
        two.follow(known, reader.connected());
    }

    private static long last(Reader reader) {
        List<Long> numbers = reader.numbers();
        return numbers.isEmpty() ? 0 : numbers.get(numbers.size() - 1);
    }
}
