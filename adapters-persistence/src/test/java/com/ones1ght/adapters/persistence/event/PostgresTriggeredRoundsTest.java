package com.ones1ght.adapters.persistence.event;

import com.ones1ght.adapters.persistence.shared.PostgresStorage;
import com.ones1ght.application.event.port.TriggeredRoundsContract;
import com.ones1ght.application.shared.port.StorageFixture;

class PostgresTriggeredRoundsTest implements TriggeredRoundsContract {

    @Override
    public StorageFixture fixture() {
        return PostgresStorage.withEmptyQueue();
    }
}
