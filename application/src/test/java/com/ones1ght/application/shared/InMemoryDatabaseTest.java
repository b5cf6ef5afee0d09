package com.ones1ght.application.shared;

import com.ones1ght.application.shared.port.StorageFixture;
import com.ones1ght.application.shared.port.UnitOfWorkContract;

class InMemoryDatabaseTest implements UnitOfWorkContract {

    private final InMemoryStorage storage = new InMemoryStorage();

    @Override
    public StorageFixture fixture() {
        return storage;
    }

    @Override
    public boolean runsTransactionsSideBySide() {
        return false;
    }
}
