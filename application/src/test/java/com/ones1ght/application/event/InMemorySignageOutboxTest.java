package com.ones1ght.application.event;

import com.ones1ght.application.event.port.SignageOutboxContract;
import com.ones1ght.application.shared.InMemoryStorage;
import com.ones1ght.application.shared.port.StorageFixture;

class InMemorySignageOutboxTest implements SignageOutboxContract {

    private final InMemoryStorage storage = new InMemoryStorage();

    @Override
    public StorageFixture fixture() {
        return storage;
    }
}
