package com.ones1ght.adapters.persistence.visit;

import com.ones1ght.adapters.persistence.shared.PostgresStorage;
import com.ones1ght.application.shared.port.StorageFixture;
import com.ones1ght.application.visit.port.VisitQueriesContract;

class PostgresVisitQueriesTest implements VisitQueriesContract {

    @Override
    public StorageFixture fixture() {
        return new PostgresStorage();
    }
}
