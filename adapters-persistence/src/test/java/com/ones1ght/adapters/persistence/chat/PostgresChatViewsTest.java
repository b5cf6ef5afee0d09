package com.ones1ght.adapters.persistence.chat;

import com.ones1ght.adapters.persistence.shared.PostgresStorage;
import com.ones1ght.application.chat.port.ChatViewsContract;
import com.ones1ght.application.shared.port.StorageFixture;

class PostgresChatViewsTest implements ChatViewsContract {

    @Override
    public StorageFixture fixture() {
        return PostgresStorage.withEmptyQueue();
    }
}
