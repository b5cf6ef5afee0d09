package com.ones1ght.adapters.persistence.profile;

import com.ones1ght.adapters.persistence.shared.PostgresStorage;
import com.ones1ght.adapters.persistence.shared.TestDatabase;
import com.ones1ght.application.profile.port.TemporaryProfiles;
import com.ones1ght.application.profile.port.TemporaryProfilesContract;
import com.ones1ght.application.shared.port.StorageFixture;

class SqlTemporaryProfilesTest implements TemporaryProfilesContract {

    @Override
    public StorageFixture fixture() {
        return PostgresStorage.withEmptyQueue();
    }

    @Override
    public TemporaryProfiles profiles(StorageFixture storage) {
        return new SqlTemporaryProfiles(TestDatabase.shared().sql());
    }
}
