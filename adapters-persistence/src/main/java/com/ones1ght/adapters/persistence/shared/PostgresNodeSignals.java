package com.ones1ght.adapters.persistence.shared;

import com.ones1ght.application.shared.port.NodeSignals;
import com.ones1ght.domain.chat.ChatId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Signals by LISTEN and NOTIFY, on a dedicated connection and thread. Announcements are coalesced and sent outside of
 * business transactions, since PostgreSQL serializes the commits of transactions that notify.
 */
public final class PostgresNodeSignals implements NodeSignals, AutoCloseable {

    /** Opens dedicated connections, which the caller closes. */
    @FunctionalInterface
    public interface Connections {

        /** A new connection to the database. */
        Connection open() throws SQLException;
    }

    private static final System.Logger LOG = System.getLogger(PostgresNodeSignals.class.getName());

    private static final String CHANNEL_PREFIX = "ones1ght_";

    /** How long announcements are coalesced, whatever is heard meanwhile; also the longest delay of a signal. */
    private static final Duration PACE = Duration.ofMillis(20);

    /** After this silence the connection is probed: the other end may have vanished without closing it. */
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private static final Duration FIRST_DELAY = Duration.ofMillis(200);
    private static final Duration MAX_DELAY = Duration.ofSeconds(5);

    private final Connections connections;
    private final ThreadFactory threads;
    private final String node = UUID.randomUUID().toString();
    private final Map<Topic, SignalTopic> signals = new EnumMap<>(Topic.class);
    private final SignalTopic changedChats = new SignalTopic(CHANNEL_PREFIX + "changed_chats");
    private final List<SignalTopic> all;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private @Nullable Thread thread;

    /**
     * @param connections to the database that all nodes share
     * @param threads creates the listening thread
     */
    public PostgresNodeSignals(Connections connections, ThreadFactory threads) {
        this.connections = connections;
        this.threads = threads;
        for (Topic topic : Topic.values()) {
            signals.put(topic, new SignalTopic(CHANNEL_PREFIX + topic.name().toLowerCase(Locale.ROOT)));
        }
        all = Stream.concat(signals.values().stream(), Stream.of(changedChats)).toList();
    }

    /** Starts to listen, and to send announcements, earlier ones included. */
    public synchronized void start() {
        if (thread == null) {
            thread = threads.newThread(this::listenUntilStopped);
            thread.start();
        }
    }

    @Override
    public void announce(Topic topic) {
        signals.get(topic).announce();
    }

    @Override
    public void on(Topic topic, Runnable listener) {
        signals.get(topic).add(listener);
    }

    @Override
    public void announceChangedChat(ChatId chat) {
        changedChats.announce(chat.toString());
    }

    @Override
    public void onChangedChats(Consumer<ChatId> listener, Runnable onMissed) {
        changedChats.add(chats -> {
            if (chats.isEmpty()) {
                onMissed.run();
            }
            chats.forEach(chat -> listener.accept(new ChatId(UUID.fromString(chat))));
        });
    }

    /** Stops listening and closes the connection; waits at most two seconds. */
    @Override
    public synchronized void close() {
        stopped.countDown();
        if (thread != null) {
            try {
                thread.join(TimeUnit.SECONDS.toMillis(2));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void listenUntilStopped() {
        Duration delay = FIRST_DELAY;
        while (stopped.getCount() > 0) {
            try (Connection connection = connections.open()) {
                listen(connection);
                delay = FIRST_DELAY;
                // Notifications sent while this node was not listening are lost.
                all.forEach(topic -> topic.notifyListeners(Set.of()));
                exchange(connection);
            } catch (SQLException | RuntimeException e) {
                // Whatever the cause, retry: this is the only thread that listens.
                if (stopped.getCount() > 0) {
                    LOG.log(
                            System.Logger.Level.WARNING,
                            "Signals from other nodes unavailable; retrying in {0} ms: {1}",
                            delay.toMillis(),
                            e.getMessage());
                    await(delay);
                    delay = delay.multipliedBy(2).compareTo(MAX_DELAY) < 0 ? delay.multipliedBy(2) : MAX_DELAY;
                }
            }
        }
    }

    private void await(Duration delay) {
        try {
            if (stopped.await(delay.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.log(System.Logger.Level.DEBUG, "Stopped while the database was down");
            }
        } catch (InterruptedException e) {
            stopped.countDown();
            Thread.currentThread().interrupt();
        }
    }

    private void listen(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        for (SignalTopic topic : all) {
            execute(connection, "LISTEN " + topic.channel());
        }
    }

    private void exchange(Connection connection) throws SQLException {
        PGConnection notified = connection.unwrap(PGConnection.class);
        long lastHeard = System.nanoTime();
        long sendAt = lastHeard;
        while (stopped.getCount() > 0) {
            if (sendAt - System.nanoTime() <= 0) {
                if (!announceAll(connection) && System.nanoTime() - lastHeard > SILENCE.toNanos()) {
                    execute(connection, "SELECT 1");
                    lastHeard = System.nanoTime();
                }
                // Counted from when it was sent: a thread that had to wait for a processor has sent late.
                sendAt = System.nanoTime() + PACE.toNanos();
            }
            long pause = Math.max(1, TimeUnit.NANOSECONDS.toMillis(sendAt - System.nanoTime()));
            PGNotification[] notifications = notified.getNotifications((int) pause);
            if (notifications != null && notifications.length > 0) {
                lastHeard = System.nanoTime();
                dispatch(notifications);
            }
        }
        // A stopping node has just released its rounds.
        announceAll(connection);
    }

    private boolean announceAll(Connection connection) throws SQLException {
        boolean any = false;
        for (SignalTopic topic : all) {
            any |= topic.send(connection, node);
        }
        return any;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void dispatch(PGNotification[] notifications) {
        for (SignalTopic topic : all) {
            Set<String> subjects = topic.subjects(notifications, node);
            if (!subjects.isEmpty()) {
                topic.notifyListeners(subjects);
            }
        }
    }
}
