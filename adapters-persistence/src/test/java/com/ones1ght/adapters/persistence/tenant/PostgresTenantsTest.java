package com.ones1ght.adapters.persistence.tenant;

import com.ones1ght.adapters.persistence.shared.PostgresStorage;
import com.ones1ght.application.shared.port.StorageFixture;
import com.ones1ght.application.tenant.port.TenantsContract;

class PostgresTenantsTest implements TenantsContract {

    @Override
    public StorageFixture fixture() {
        return new PostgresStorage();
    }
}
