package com.ones1ght.adapters.persistence.shared;

import com.ones1ght.application.shared.port.UnitOfWork;
import java.util.function.Supplier;

/** A unit of work that takes part in the calling thread's transaction where there is one. */
public final class JoiningUnitOfWork implements UnitOfWork {

    private final Transactions transactions;

    public JoiningUnitOfWork(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        return transactions.joining(work);
    }
}
