package com.ones1ght.adapters.persistence.shared;

import com.ones1ght.application.shared.port.StorageFixture;
import com.ones1ght.application.shared.port.UnitOfWorkContract;

class JtaTransactionsTest implements UnitOfWorkContract {

    private final StorageFixture storage = new PostgresStorage();

    @Override
    public StorageFixture fixture() {
        return storage;
    }
}
