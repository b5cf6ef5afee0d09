package com.ones1ght.adapters.persistence.access;

import com.ones1ght.adapters.persistence.shared.PostgresStorage;
import com.ones1ght.application.access.port.ApiKeysContract;
import com.ones1ght.application.shared.port.StorageFixture;

class PostgresApiKeysTest implements ApiKeysContract {

    @Override
    public StorageFixture fixture() {
        return new PostgresStorage();
    }
}
