package com.ones1ght.application.shared.port;

import java.util.function.Supplier;

/**
 * Transactions. All repositories called by {@code work} take part, on the calling thread. Models, stores and signages are
 * never called inside.
 */
public interface UnitOfWork {

    /**
     * Runs {@code work} in the calling thread's transaction, or, if there is none, in a new one, which is committed when
     * {@code work} returns. When {@code work} throws, the new transaction is rolled back and the exception is rethrown.
     * Work that joined a transaction commits or rolls back with it: its caller must not swallow its exceptions.
     *
     * @throws StorageUnavailableException when the database is unavailable; nothing was committed, or, if the connection
     *     broke during the commit, that is unknown
     */
    <T> T inTransaction(Supplier<T> work);

    /**
     * Runs {@code action} on the calling thread after the commit of its transaction, outside of it, in the order of
     * registration; never if the transaction is rolled back; immediately if there is no transaction. For signals that may
     * be lost: an exception of the action is logged, and the commit stands.
     */
    void afterCommit(Runnable action);
}
