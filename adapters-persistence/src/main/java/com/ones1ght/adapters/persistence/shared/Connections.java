package com.ones1ght.adapters.persistence.shared;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Lends connections to plain statements: JPA's within a transaction, one of the pool outside. JPA keeps its connection
 * until the transaction ends, and the pool does not share a connection in use, so a statement that asked the pool would
 * make each transaction hold two, and as many transactions as the pool has connections would deadlock. Thread-safe.
 */
public final class Connections {

    /** Uses a connection and leaves it open. */
    @FunctionalInterface
    interface Work<T> {

        T on(Connection connection) throws SQLException;
    }

    private final DataSource pool;
    private final EntityManager entities;
    private final Transactions transactions;

    /** @param entities follows the calling thread's transaction */
    public Connections(DataSource pool, EntityManager entities, Transactions transactions) {
        this.pool = pool;
        this.entities = entities;
        this.transactions = transactions;
    }

    /** Runs {@code work} on the connection of the calling thread's transaction, or on one of the pool when there is none. */
    <T> T with(Work<T> work) throws SQLException {
        if (transactions.isActive()) {
            return work.on(ofTransaction());
        }
        try (Connection connection = pool.getConnection()) {
            return work.on(connection);
        }
    }

    private Connection ofTransaction() throws SQLException {
        Connection shared = entities.unwrap(Connection.class);
        if (shared == null) {
            throw new SQLException("The transaction has ended before its work, perhaps by its timeout");
        }
        return shared;
    }
}
