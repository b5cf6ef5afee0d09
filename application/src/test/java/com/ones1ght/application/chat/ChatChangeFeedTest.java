package com.ones1ght.application.chat;

import static com.ones1ght.application.shared.port.StorageFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.ones1ght.application.shared.InMemorySignals;
import com.ones1ght.application.shared.ManualExecutor;
import com.ones1ght.application.shared.ManualTimer;
import com.ones1ght.application.shared.MutableClock;
import com.ones1ght.domain.chat.ChatId;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChatChangeFeedTest {

    private static final Logger LOG = Logger.getLogger("com.ones1ght.application.chat");
    private static final Duration TICK = Duration.ofSeconds(3);

    static {
        LOG.setLevel(Level.OFF);
    }

    private final MutableClock clock = new MutableClock(NOW);
    private final ManualTimer timer = new ManualTimer(clock);
    private final ManualExecutor executor = new ManualExecutor();
    private final InMemorySignals.Wire wire = new InMemorySignals.Wire();
    private final InMemorySignals mySignals = new InMemorySignals(wire);
    private final Map<ChatId, Long> versions = new HashMap<>();
    private final AtomicInteger statements = new AtomicInteger();
    private final ChatChangeFeed here = aNode(mySignals);
    private final ChatChangeFeed there = aNode(new InMemorySignals(wire));
    private final ChatId chat = new ChatId(UUID.randomUUID());
    private final AtomicInteger calls = new AtomicInteger();

    private ChatChangeFeed aNode(InMemorySignals signals) {
        return new ChatChangeFeed(this::versions, signals, executor, timer, TICK);
    }

    private Map<ChatId, Long> versions(Collection<ChatId> chats) {
        statements.incrementAndGet();
        Map<ChatId, Long> found = new HashMap<>(versions);
        found.keySet().retainAll(chats);
        return found;
    }

    @BeforeEach
    void startBothNodes() {
        versions.put(chat, 1L);
        here.start();
        there.start();
        settle();
    }

    private void settle() {
        do {
            executor.runAll();
        } while (timer.ringNext());
    }

    private void tick() {
        clock.advance(TICK);
        settle();
    }

    @Test
    void watcherShouldBeCalledForChangesOnItsNode() {
        here.watch(chat, calls::incrementAndGet);

        here.changed(chat);
        settle();

        assertThat(calls).hasValue(1);
    }

    @Test
    void watcherShouldBeCalledForChangesOnAnotherNode() {
        there.watch(chat, calls::incrementAndGet);

        here.changed(chat);
        settle();

        assertThat(calls).hasValue(1);
    }

    @Test
    void watcherShouldNotBeCalledForOtherChats() {
        here.watch(chat, calls::incrementAndGet).knows(1);

        here.changed(new ChatId(UUID.randomUUID()));
        tick();

        assertThat(calls).hasValue(0);
    }

    @Test
    void allWatchersOfAChatShouldBeCalled() {
        here.watch(chat, calls::incrementAndGet);
        here.watch(chat, calls::incrementAndGet);

        here.changed(chat);
        settle();

        assertThat(calls).hasValue(2);
    }

    @Test
    void changesBeforeTheCallShouldBeOneCall() {
        here.watch(chat, calls::incrementAndGet);

        here.changed(chat);
        here.changed(chat);
        settle();

        assertThat(calls).hasValue(1);
    }

    @Test
    void changeDuringTheCallShouldBeAnotherCall() {
        here.watch(chat, () -> {
            if (calls.incrementAndGet() == 1) {
                here.changed(chat);
            }
        });

        here.changed(chat);
        settle();

        assertThat(calls).hasValue(2);
    }

    @Test
    void tickShouldFindTheChangeWhoseSignalWasLost() {
        there.watch(chat, calls::incrementAndGet).knows(1);
        wire.loseChangedChats();
        versions.put(chat, 2L);

        here.changed(chat);
        settle();
        assertThat(calls).hasValue(0);

        tick();
        assertThat(calls).hasValue(1);
        tick();
        assertThat(calls).as("once").hasValue(1);
    }

    @Test
    void tickShouldFindTheChatThatIsGone() {
        here.watch(chat, calls::incrementAndGet).knows(1);

        versions.remove(chat);
        tick();

        assertThat(calls).hasValue(1);
    }

    @Test
    void tickShouldCostOneStatementForAllChatsAndNoneWithoutWatchers() {
        tick();
        assertThat(statements).hasValue(0);

        for (int i = 0; i < 10; i++) {
            here.watch(new ChatId(UUID.randomUUID()), calls::incrementAndGet);
        }
        tick();

        assertThat(statements).hasValue(1);
    }

    @Test
    void tickShouldTryAgainWhenTheWatcherFailed() {
        here.watch(chat, () -> {
                    calls.incrementAndGet();
                    throw new IllegalStateException("for the test");
                })
                .knows(1);
        versions.put(chat, 2L);

        tick();
        tick();

        assertThat(calls).hasValue(2);
    }

    @Test
    void closedWatchShouldBeForgotten() {
        ChatWatch watch = here.watch(chat, calls::incrementAndGet);
        ChatWatch other = here.watch(chat, () -> {});

        watch.close();
        here.changed(chat);
        settle();
        assertThat(calls).hasValue(0);
        assertThat(here.watchedChats()).isEqualTo(1);

        other.close();
        assertThat(here.watchedChats()).isZero();
    }

    @Test
    void changeShouldBeAnnouncedOnce() {
        here.changed(chat);

        assertThat(mySignals.changedChats()).containsExactly(chat);
    }

    @Test
    void changeShouldNotFailWhenTheOtherNodesCannotBeTold() {
        here.watch(chat, calls::incrementAndGet);
        wire.failChangedChats();

        assertThatCode(() -> here.changed(chat)).doesNotThrowAnyException();
        settle();
        assertThat(calls).hasValue(1);
    }
}
