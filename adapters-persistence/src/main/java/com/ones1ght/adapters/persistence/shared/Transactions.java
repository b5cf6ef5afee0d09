package com.ones1ght.adapters.persistence.shared;

import com.ones1ght.application.shared.port.UnitOfWork;

/** Units of work, with what repositories need to know of them. */
public interface Transactions extends UnitOfWork {

    /**
     * Whether the calling thread is in a transaction.
     *
     * @throws com.ones1ght.application.shared.port.StorageUnavailableException when the status is unknown
     */
    boolean isActive();
}
