package com.ones1ght.adapters.persistence.shared;

import com.ones1ght.application.shared.port.StorageUnavailableException;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The container's transactions, on request threads and on those of managed executors. JPA takes the connection of each
 * when it begins, and {@link Connections} lends it to plain statements.
 */
public final class JtaTransactions implements Transactions {

    private static final System.Logger LOG = System.getLogger(JtaTransactions.class.getName());

    private final UserTransaction transaction;
    private final JpaConnection jpa;
    private final ConnectionLimit limit;

    /** The actions registered in the calling thread's transaction; null outside of one. */
    private final ThreadLocal<@Nullable List<Runnable>> afterCommit = new ThreadLocal<>();

    /** @param limit of the connections; each transaction uses one */
    public JtaTransactions(UserTransaction transaction, JpaConnection jpa, ConnectionLimit limit) {
        this.transaction = transaction;
        this.jpa = jpa;
        this.limit = limit;
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
        if (isActive()) {
            return work.get();
        }
        limit.acquire();
        List<Runnable> actions = new ArrayList<>();
        afterCommit.set(actions);
        T result;
        try {
            result = inNewTransaction(work);
        } finally {
            limit.release();
            afterCommit.remove();
        }
        actions.forEach(JtaTransactions::run);
        return result;
    }

    @Override
    public void afterCommit(Runnable action) {
        List<Runnable> actions = afterCommit.get();
        if (actions == null) {
            run(action);
        } else {
            actions.add(action);
        }
    }

    private static void run(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "An action after a commit failed; the commit stands", e);
        }
    }

    private <T> T inNewTransaction(Supplier<T> work) {
        jpa.prepare();
        begin();
        T result;
        try {
            // Otherwise EclipseLink would treat its first reads as outside the transaction, and on a broken connection
            // sleep five seconds before a retry.
            jpa.lent();
            result = work.get();
        } catch (SQLException e) {
            rollBack(e);
            throw StorageFailures.of(e);
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
            throw new IllegalStateException("The thread already has a transaction", e);
        } catch (SystemException e) {
            throw new StorageUnavailableException("Cannot begin a transaction", e);
        }
    }

    private void rollBack(Throwable reason) {
        try {
            transaction.rollback();
        } catch (SystemException | RuntimeException e) {
            // The connection is lost, and the transaction with it; the reason why the work failed matters more.
            reason.addSuppressed(e);
        }
    }

    private void commit() {
        try {
            transaction.commit();
        } catch (RollbackException | HeuristicMixedException | HeuristicRollbackException | SystemException e) {
            // All statements have succeeded, so the connection to the database failed.
            throw new StorageUnavailableException("The transaction could not be committed", e);
        }
    }
}
