package com.ones1ght.application.profile;

import com.ones1ght.application.profile.port.TemporaryProfiles;
import com.ones1ght.application.profile.port.TemporaryProfilesContract;
import com.ones1ght.application.shared.InMemoryStorage;
import com.ones1ght.application.shared.port.StorageFixture;

class InMemoryTemporaryProfilesTest implements TemporaryProfilesContract {

    @Override
    public StorageFixture fixture() {
        return new InMemoryStorage();
    }

    @Override
    public TemporaryProfiles profiles(StorageFixture storage) {
        return new InMemoryTemporaryProfiles(storage.profiles());
    }
}
