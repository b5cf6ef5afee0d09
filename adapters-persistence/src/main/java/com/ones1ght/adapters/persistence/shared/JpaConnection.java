package com.ones1ght.adapters.persistence.shared;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * JPA's connection in the calling thread's transaction. EclipseLink takes one and keeps it until the end, and its servers'
 * pools do not share a connection in use. Hibernate asks the pool for each statement and lends nothing; its server's pool
 * gives a transaction the same connection again. Thread-safe.
 */
public final class JpaConnection {

    private final EntityManager entities;
    private volatile @Nullable Boolean isLent;

    /** @param entities follows the calling thread's transaction */
    public JpaConnection(EntityManager entities) {
        this.entities = entities;
    }

    /** Before a transaction begins: Hibernate's refusal would mark one for rollback. */
    void prepare() {
        if (isLent == null) {
            try {
                entities.unwrap(Connection.class);
                isLent = true;
            } catch (PersistenceException e) {
                isLent = false;
            }
        }
    }

    /**
     * The transaction's connection, which JPA takes now if it has not yet; empty if this JPA lends none.
     *
     * @throws SQLException when the transaction has ended
     */
    Optional<Connection> lent() throws SQLException {
        if (Boolean.FALSE.equals(isLent)) {
            return Optional.empty();
        }
        Connection connection = entities.unwrap(Connection.class);
        if (connection == null) {
            throw new SQLException("The transaction has ended before its work, perhaps by its timeout");
        }
        return Optional.of(connection);
    }
}
