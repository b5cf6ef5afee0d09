package com.ones1ght.adapters.persistence.shared;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/** Something that nodes tell each other: its channel, who listens to it here, and whether it is still to be sent. */
final class SignalTopic {

    private static final System.Logger LOG = System.getLogger(SignalTopic.class.getName());

    private final String channel;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final AtomicBoolean announced = new AtomicBoolean();

    /**
     * @param channel the name for LISTEN and NOTIFY, an identifier of SQL
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

    /** Has the next {@link #send} notify the other nodes. */
    void announce() {
        announced.set(true);
    }

    /**
     * Notifies the other nodes if there is something to announce; after a failure there still is.
     *
     * @param node the sender
     * @return whether something was sent
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

    void tellListeners() {
        for (Runnable listener : listeners) {
            try {
                listener.run();
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.ERROR, "A listener to other nodes failed", e);
            }
        }
    }
}
