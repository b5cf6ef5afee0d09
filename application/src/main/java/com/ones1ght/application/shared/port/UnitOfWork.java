package com.ones1ght.application.shared.port;

import java.util.function.Supplier;

/**
 * A transaction. All repositories called by {@code work} take part in it, on the calling thread. No call to a
 * model, a store or a signage is ever made inside.
 */
public interface UnitOfWork {

    /**
     * Runs {@code work} in the calling thread's transaction; where there is none, in one of its own, which is committed
     * when {@code work} returns. When {@code work} throws, that transaction is rolled back and the exception goes on to
     * the caller. Work that joins a transaction stands or falls with it: its caller lets its exceptions pass.
     *
     * @throws StorageUnavailableException when the database cannot be reached; nothing was committed, or, when
     *     the connection broke during the commit, that is unknown
     */
    <T> T inTransaction(Supplier<T> work);

    /**
     * Runs {@code action} on the calling thread once its transaction has committed, outside of it and after those
     * registered before; never if the transaction is rolled back; immediately where there is no transaction. For
     * signals that may be lost: when the action throws, that is logged, and what was committed stays.
     */
    void afterCommit(Runnable action);
}
