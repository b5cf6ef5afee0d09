package com.ones1ght.adapters.persistence.shared;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postgresql.PGNotification;

/**
 * A kind of signal between nodes: its channel, the listeners on this node, and what is still to be announced. A payload is
 * the sender's id, a space, and the subjects, separated by commas; a signal without a subject has an empty one.
 */
final class SignalTopic {

    private static final System.Logger LOG = System.getLogger(SignalTopic.class.getName());

    /** Payloads are limited to 8,000 bytes, which are 210 UUIDs. */
    private static final int MAX_SUBJECTS_OF_PAYLOAD = 200;

    /** Further ones are dropped while the connection is lost: listeners check everything after a reconnect. */
    private static final int MAX_PENDING = 100_000;

    private final String channel;
    private final List<Consumer<Set<String>>> listeners = new CopyOnWriteArrayList<>();
    private final Set<String> pending = new LinkedHashSet<>();

    /**
     * @param channel the name for LISTEN and NOTIFY, an SQL identifier
     */
    SignalTopic(String channel) {
        this.channel = channel;
    }

    String channel() {
        return channel;
    }

    void add(Runnable listener) {
        add(subjects -> listener.run());
    }

    /** @param listener gets the subjects; none after a time in which signals may have been lost */
    void add(Consumer<Set<String>> listener) {
        listeners.add(listener);
    }

    /** Makes the next {@link #send} notify the other nodes. */
    void announce() {
        announce("");
    }

    /** @param subject what has changed; without spaces and commas */
    void announce(String subject) {
        synchronized (pending) {
            if (pending.size() < MAX_PENDING) {
                pending.add(subject);
            }
        }
    }

    /**
     * Notifies the other nodes of all pending announcements; after a failure they stay pending.
     *
     * @param node the sender's id
     * @return whether a notification was sent
     */
    boolean send(Connection connection, String node) throws SQLException {
        boolean sent = false;
        for (List<String> subjects = next(); !subjects.isEmpty(); subjects = next()) {
            try (PreparedStatement statement = connection.prepareStatement("SELECT pg_notify(?, ?)")) {
                statement.setString(1, channel);
                statement.setString(2, node + " " + String.join(",", subjects));
                statement.execute();
                sent = true;
            } catch (SQLException e) {
                subjects.forEach(this::announce);
                throw e;
            }
        }
        return sent;
    }

    /** Removed before they are sent: an announcement during the notification needs another one. */
    private List<String> next() {
        synchronized (pending) {
            List<String> next = pending.stream().limit(MAX_SUBJECTS_OF_PAYLOAD).toList();
            next.forEach(pending::remove);
            return next;
        }
    }

    /** The subjects of those notifications that are of this topic and were sent by other nodes. */
    Set<String> subjects(PGNotification[] notifications, String node) {
        return Stream.of(notifications)
                .filter(notification -> notification.getName().equals(channel))
                .flatMap(notification -> subjects(notification.getParameter(), node))
                .collect(Collectors.toSet());
    }

    private static Stream<String> subjects(String payload, String node) {
        int end = payload.indexOf(' ');
        String sender = end < 0 ? payload : payload.substring(0, end);
        if (sender.equals(node)) {
            return Stream.empty();
        }
        return end < 0 ? Stream.of("") : Stream.of(payload.substring(end + 1).split(","));
    }

    void notifyListeners(Set<String> subjects) {
        for (Consumer<Set<String>> listener : listeners) {
            try {
                listener.accept(subjects);
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.ERROR, "A listener of the signal " + channel + " failed", e);
            }
        }
    }
}
