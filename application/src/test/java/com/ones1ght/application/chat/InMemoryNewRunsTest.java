package com.ones1ght.application.chat;

import com.ones1ght.application.chat.port.NewRunsContract;
import com.ones1ght.application.shared.InMemoryStorage;
import com.ones1ght.application.shared.port.StorageFixture;

class InMemoryNewRunsTest implements NewRunsContract {

    private final InMemoryStorage storage = new InMemoryStorage();

    @Override
    public StorageFixture fixture() {
        return storage;
    }
}
