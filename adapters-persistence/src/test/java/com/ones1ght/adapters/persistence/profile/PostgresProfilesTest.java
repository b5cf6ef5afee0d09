package com.ones1ght.adapters.persistence.profile;

import com.ones1ght.adapters.persistence.shared.PostgresStorage;
import com.ones1ght.application.profile.port.ProfilesContract;
import com.ones1ght.application.shared.port.StorageFixture;

class PostgresProfilesTest implements ProfilesContract {

    @Override
    public StorageFixture fixture() {
        return PostgresStorage.withEmptyQueue();
    }
}
