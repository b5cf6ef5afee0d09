package com.ones1ght.adapters.persistence.chat;

import com.ones1ght.adapters.persistence.shared.PostgresStorage;
import com.ones1ght.application.chat.port.ChatVersionsContract;
import com.ones1ght.application.shared.port.StorageFixture;

class PostgresChatVersionsTest implements ChatVersionsContract {

    @Override
    public StorageFixture fixture() {
        return PostgresStorage.withEmptyQueue();
    }
}
