package com.ones1ght.application.credit;

import com.ones1ght.application.credit.port.CreditLedgerContract;
import com.ones1ght.application.shared.InMemoryStorage;
import com.ones1ght.application.shared.port.StorageFixture;

class InMemoryCreditLedgerTest implements CreditLedgerContract {

    private final InMemoryStorage storage = new InMemoryStorage();

    @Override
    public StorageFixture fixture() {
        return storage;
    }
}
