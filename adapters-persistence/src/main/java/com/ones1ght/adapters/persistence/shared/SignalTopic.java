package com.ones1ght.adapters.persistence.shared;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/** A kind of signal between nodes: its channel, the listeners on this node, and whether an announcement is pending. */
final class SignalTopic {

    private static final System.Logger LOG = System.getLogger(SignalTopic.class.getName());

    private final String channel;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final AtomicBoolean announced = new AtomicBoolean();

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
        listeners.add(listener);
    }

    /** Makes the next {@link #send} notify the other nodes. */
    void announce() {
        announced.set(true);
    }

    /**
     * Notifies the other nodes if an announcement is pending; after a failure it stays pending.
     *
     * @param node the sender's id
     * @return whether a notification was sent
     */
    boolean send(Connection connection, String node) throws SQLException {
        if (!announced.getAndSet(false)) {
            return false;
        }
        try (PreparedStatement statement = connection.prepareStatement("SELECT pg_notify(?, ?)")) {
            statement.setString(1, channel);
            statement.setString(2, node);
            statement.execute();
            return true;
        } catch (SQLException e) {
            announced.set(true);
            throw e;
        }
    }

    void notifyListeners() {
        for (Runnable listener : listeners) {
            try {
                listener.run();
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.ERROR, "A listener of the signal " + channel + " failed", e);
            }
        }
    }
}
