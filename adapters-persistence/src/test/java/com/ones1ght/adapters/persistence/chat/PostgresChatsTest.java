package com.ones1ght.adapters.persistence.chat;

import com.ones1ght.adapters.persistence.shared.PostgresStorage;
import com.ones1ght.application.chat.port.ChatsContract;
import com.ones1ght.application.shared.port.StorageFixture;

class PostgresChatsTest implements ChatsContract {

    @Override
    public StorageFixture fixture() {
        return PostgresStorage.withEmptyQueue();
    }
}
