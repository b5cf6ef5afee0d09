package com.ones1ght.application.event;

import com.ones1ght.application.event.port.ShopperPositionsContract;
import com.ones1ght.application.shared.InMemoryStorage;
import com.ones1ght.application.shared.port.StorageFixture;

class InMemoryShopperPositionsTest implements ShopperPositionsContract {

    private final InMemoryStorage storage = new InMemoryStorage();

    @Override
    public StorageFixture fixture() {
        return storage;
    }
}
