package com.ones1ght.application.signage;

import com.ones1ght.application.shared.InMemoryStorage;
import com.ones1ght.application.shared.port.StorageFixture;
import com.ones1ght.application.signage.port.RecentPassagesContract;

class InMemoryRecentPassagesTest implements RecentPassagesContract {

    @Override
    public StorageFixture fixture() {
        return new InMemoryStorage();
    }
}
