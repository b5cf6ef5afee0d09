package com.ones1ght.adapters.persistence.shared;

import com.ones1ght.application.shared.port.UnitOfWork;
import java.util.function.Supplier;

/** Transactions, as the repositories need them. */
public interface Transactions extends UnitOfWork {

    /**
     * Runs {@code work} in the calling thread's transaction, or, where there is none, in one of its own.
     *
     * @throws com.ones1ght.application.shared.port.StorageUnavailableException when the database cannot be reached
     */
    <T> T joining(Supplier<T> work);

    /**
     * Whether the calling thread is in a transaction.
     *
     * @throws com.ones1ght.application.shared.port.StorageUnavailableException when that is not known
     */
    boolean isActive();
}
