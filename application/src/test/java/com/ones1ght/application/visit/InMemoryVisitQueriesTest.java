package com.ones1ght.application.visit;

import com.ones1ght.application.shared.InMemoryStorage;
import com.ones1ght.application.shared.port.StorageFixture;
import com.ones1ght.application.visit.port.VisitQueriesContract;

class InMemoryVisitQueriesTest implements VisitQueriesContract {

    private final InMemoryStorage storage = new InMemoryStorage();

    @Override
    public StorageFixture fixture() {
        return storage;
    }
}
