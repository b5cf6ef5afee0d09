package com.ones1ght.adapters.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ones1ght.application.shared.port.NodeSignals.Topic;
import com.ones1ght.domain.chat.ChatId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresNodeSignalsTest {

    private final TestDatabase database = TestDatabase.shared();
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger heard = new AtomicInteger();
    private final AtomicInteger heardOfItself = new AtomicInteger();
    private final PostgresNodeSignals here = new PostgresNodeSignals(this::open, Thread::new);
    private final PostgresNodeSignals there = new PostgresNodeSignals(this::open, Thread::new);

    private Connection open() throws SQLException {
        Connection connection = database.server().getConnection();
        opened.incrementAndGet();
        return connection;
    }

    @BeforeEach
    void startBothNodes() {
        here.on(Topic.DUE_ROUNDS, heardOfItself::incrementAndGet);
        there.on(Topic.DUE_ROUNDS, heard::incrementAndGet);
        here.start();
        there.start();
        // Each node notifies its listeners once when it starts to listen.
        await().until(() -> heard.get() == 1 && heardOfItself.get() == 1);
    }

    @AfterEach
    void stopBothNodes() {
        here.close();
        there.close();
    }

    @Test
    void announcementShouldReachOtherNodesOnly() {
        here.announce(Topic.DUE_ROUNDS);

        await().atMost(Duration.ofSeconds(5)).until(() -> heard.get() == 2);
        there.announce(Topic.DUE_ROUNDS);
        await().atMost(Duration.ofSeconds(5)).until(() -> heardOfItself.get() == 2);
        assertThat(heard).hasValue(2);
    }

    @Test
    void listenerShouldReceiveItsTopicOnly() {
        AtomicInteger heardOfEvents = new AtomicInteger();
        there.on(Topic.NEW_EVENTS, heardOfEvents::incrementAndGet);

        here.announce(Topic.NEW_EVENTS);

        await().atMost(Duration.ofSeconds(5)).until(() -> heardOfEvents.get() == 1);
        assertThat(heard).as("due rounds").hasValue(1);
    }

    @Test
    void announcementsShouldBeCoalesced() {
        for (int i = 0; i < 10_000; i++) {
            here.announce(Topic.DUE_ROUNDS);
        }

        await().atMost(Duration.ofSeconds(5)).until(() -> heard.get() > 1);
        await().during(Duration.ofMillis(300)).until(() -> heard.get() < 20);
    }

    @Test
    void announcementsShouldKeepTheirPaceAlthoughTheNodeHearsItsOwn() {
        long start = System.nanoTime();

        await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(1)).until(() -> {
            here.announce(Topic.DUE_ROUNDS);
            return heard.get() > 10;
        });

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(150));
    }

    @Test
    void changedChatsShouldReachOtherNodesAllOfThemInFewNotifications() {
        Set<ChatId> announced = new HashSet<>();
        Set<ChatId> received = ConcurrentHashMap.newKeySet();
        there.onChangedChats(received::add, () -> {});
        here.onChangedChats(chat -> heardOfItself.incrementAndGet(), () -> {});

        for (int i = 0; i < 1_001; i++) {
            ChatId chat = new ChatId(UUID.randomUUID());
            announced.add(chat);
            here.announceChangedChat(chat);
            here.announceChangedChat(chat);
        }

        await().atMost(Duration.ofSeconds(5)).until(() -> received.equals(announced));
        assertThat(heardOfItself).as("heard by the announcing node").hasValue(1);
    }

    @Test
    void nodeShouldHearThatItMayHaveMissedChangedChats() {
        AtomicInteger missed = new AtomicInteger();
        AtomicInteger changed = new AtomicInteger();
        there.onChangedChats(chat -> changed.incrementAndGet(), missed::incrementAndGet);

        breakConnections();

        await().atMost(Duration.ofSeconds(10)).until(() -> missed.get() > 0);
        assertThat(changed).hasValue(0);
    }

    private void breakConnections() {
        database.sql()
                .statement("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                        + " WHERE query LIKE 'LISTEN ones1ght%' AND pid <> pg_backend_pid()")
                .exists();
    }

    @Test
    void brokenConnectionShouldBeReplaced() {
        int before = opened.get();
        breakConnections();
        await().atMost(Duration.ofSeconds(10)).until(() -> opened.get() >= before + 2);
        await().atMost(Duration.ofSeconds(5)).until(() -> heard.get() >= 2 && heardOfItself.get() >= 2);
        int heardBefore = heard.get();

        here.announce(Topic.DUE_ROUNDS);

        await().atMost(Duration.ofSeconds(5)).until(() -> heard.get() > heardBefore);
    }

    @Test
    void closedNodeShouldReceiveNothing() {
        there.close();
        int before = heard.get();

        here.announce(Topic.DUE_ROUNDS);

        await().during(Duration.ofMillis(300)).until(() -> heard.get() == before);
    }

    @Test
    void pendingAnnouncementShouldBeSentBeforeClose() {
        here.announce(Topic.DUE_ROUNDS);
        here.close();

        await().atMost(Duration.ofSeconds(5)).until(() -> heard.get() == 2);
    }
}
