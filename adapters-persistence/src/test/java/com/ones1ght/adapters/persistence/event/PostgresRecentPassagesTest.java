package com.ones1ght.adapters.persistence.event;

import com.ones1ght.adapters.persistence.shared.PostgresStorage;
import com.ones1ght.application.shared.port.StorageFixture;
import com.ones1ght.application.signage.port.RecentPassagesContract;

class PostgresRecentPassagesTest implements RecentPassagesContract {

    @Override
    public StorageFixture fixture() {
        return PostgresStorage.withEmptyQueue();
    }
}
