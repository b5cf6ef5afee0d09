package com.ones1ght.application.tenant;

import com.ones1ght.application.shared.InMemoryStorage;
import com.ones1ght.application.shared.port.StorageFixture;
import com.ones1ght.application.tenant.port.TenantsContract;

class InMemoryTenantsTest implements TenantsContract {

    private final InMemoryStorage storage = new InMemoryStorage();

    @Override
    public StorageFixture fixture() {
        return storage;
    }
}
