package com.ones1ght.application.shared.port;

import java.util.function.Supplier;

/**
 * A transaction. All repositories called by {@code work} take part in it, on the calling thread. No call to a
 * model, a store or a signage is ever made inside.
 */
public interface UnitOfWork {

    /**
     * Runs {@code work} in a transaction of its own and commits it. When {@code work} throws, everything is
     * rolled back and the exception goes on to the caller.
     *
     * @throws StorageUnavailableException when the database cannot be reached; nothing was committed, or, when
     *     the connection broke during the commit, that is unknown
     */
    <T> T inTransaction(Supplier<T> work);
}
