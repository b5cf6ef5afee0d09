package com.ones1ght.application.access;

import com.ones1ght.application.access.port.ApiKeysContract;
import com.ones1ght.application.shared.InMemoryStorage;
import com.ones1ght.application.shared.port.StorageFixture;

class InMemoryApiKeysTest implements ApiKeysContract {

    private final InMemoryStorage storage = new InMemoryStorage();

    @Override
    public StorageFixture fixture() {
        return storage;
    }
}
