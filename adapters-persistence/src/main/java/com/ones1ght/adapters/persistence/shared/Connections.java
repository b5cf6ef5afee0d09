package com.ones1ght.adapters.persistence.shared;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Lends connections to plain statements: the transaction's own within one ({@link JpaConnection}), one of the pool outside.
 * A statement that asked the pool within a transaction would make each transaction hold two, and as many transactions as
 * the pool has connections would deadlock. Thread-safe.
 */
public final class Connections {

    /** Uses a connection and leaves it open. */
    @FunctionalInterface
    interface Work<T> {

        T on(Connection connection) throws SQLException;
    }

    private final DataSource pool;
    private final ConnectionLimit limit;
    private final JpaConnection jpa;
    private final Transactions transactions;

    /** @param limit of {@code pool}, which {@code transactions} observe as well */
    public Connections(DataSource pool, ConnectionLimit limit, JpaConnection jpa, Transactions transactions) {
        this.pool = pool;
        this.limit = limit;
        this.jpa = jpa;
        this.transactions = transactions;
    }

    /** Runs {@code work} on the connection of the calling thread's transaction, or on one of the pool when there is none. */
    <T> T with(Work<T> work) throws SQLException {
        if (transactions.isActive()) {
            Optional<Connection> lent = jpa.lent();
            return lent.isPresent() ? work.on(lent.get()) : onPooled(work);
        }
        limit.acquire();
        try {
            return onPooled(work);
        } finally {
            limit.release();
        }
    }

    private <T> T onPooled(Work<T> work) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            return work.on(connection);
        }
    }
}
