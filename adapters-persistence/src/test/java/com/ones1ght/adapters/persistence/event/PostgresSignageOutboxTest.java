package com.ones1ght.adapters.persistence.event;

import com.ones1ght.adapters.persistence.shared.PostgresStorage;
import com.ones1ght.application.event.port.SignageOutboxContract;
import com.ones1ght.application.shared.port.StorageFixture;

class PostgresSignageOutboxTest implements SignageOutboxContract {

    @Override
    public StorageFixture fixture() {
        return PostgresStorage.withEmptyQueue();
    }
}
