package com.ones1ght.adapters.persistence.chat;

import com.ones1ght.adapters.persistence.shared.PostgresStorage;
import com.ones1ght.application.chat.port.RunQueueContract;
import com.ones1ght.application.shared.port.StorageFixture;

class PostgresRunQueueTest implements RunQueueContract {

    @Override
    public StorageFixture fixture() {
        return PostgresStorage.withEmptyQueue();
    }
}
