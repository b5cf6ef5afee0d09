package com.ones1ght.adapters.persistence.shared;

import com.ones1ght.application.shared.port.StorageUnavailableException;
import jakarta.persistence.EntityManager;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.util.function.Supplier;

/**
 * The container's transactions, on request threads and on those of managed executors. JPA takes the connection of each
 * when it begins, and {@link Connections} lends it to plain statements.
 */
public final class JtaTransactions implements Transactions {

    private final UserTransaction transaction;
    private final EntityManager entities;
    private final CommitActions actions = new CommitActions();

    /** @param entities follows the calling thread's transaction */
    public JtaTransactions(UserTransaction transaction, EntityManager entities) {
        this.transaction = transaction;
        this.entities = entities;
    }

    @Override
    public boolean isActive() {
        try {
            return transaction.getStatus() != Status.STATUS_NO_TRANSACTION;
        } catch (SystemException e) {
            throw new StorageUnavailableException("The state of the transaction is unknown", e);
        }
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        return isActive() ? work.get() : actions.around(() -> inNewTransaction(work));
    }

    @Override
    public void afterCommit(Runnable action) {
        actions.add(action);
    }

    private <T> T inNewTransaction(Supplier<T> work) {
        begin();
        T result;
        try {
            // EclipseLink would take its first reads for ones outside of the transaction, and when the connection is
            // broken sleep five seconds before it tried again.
            entities.unwrap(Connection.class);
            result = work.get();
        } catch (RuntimeException e) {
            rollBack(e);
            throw StorageFailures.translated(e);
        } catch (Error e) {
            rollBack(e);
            throw e;
        }
        commit();
        return result;
    }

    private void begin() {
        try {
            transaction.begin();
        } catch (NotSupportedException e) {
            throw new IllegalStateException("The thread has a transaction already", e);
        } catch (SystemException e) {
            throw new StorageUnavailableException("No transaction can be begun", e);
        }
    }

    private void rollBack(Throwable reason) {
        try {
            transaction.rollback();
        } catch (SystemException | RuntimeException e) {
            // The connection is gone, and the transaction with it; what matters is why the work failed.
            reason.addSuppressed(e);
        }
    }

    private void commit() {
        try {
            transaction.commit();
        } catch (RollbackException | HeuristicMixedException | HeuristicRollbackException | SystemException e) {
            // All statements have succeeded by now, so it is the way to the database that failed.
            throw new StorageUnavailableException("The transaction could not be committed", e);
        }
    }
}
