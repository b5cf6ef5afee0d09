package com.ones1ght.adapters.persistence.shared;

import com.ones1ght.application.shared.port.UnitOfWork;

/** Transactions, as the repositories need them. */
public interface Transactions extends UnitOfWork {

    /**
     * Whether the calling thread is in a transaction.
     *
     * @throws com.ones1ght.application.shared.port.StorageUnavailableException when that is not known
     */
    boolean isActive();
}
