package com.ones1ght.adapters.persistence.credit;

import com.ones1ght.adapters.persistence.shared.PostgresStorage;
import com.ones1ght.application.credit.port.CreditLedgerContract;
import com.ones1ght.application.shared.port.StorageFixture;

class PostgresCreditLedgerTest implements CreditLedgerContract {

    @Override
    public StorageFixture fixture() {
        return new PostgresStorage();
    }
}
