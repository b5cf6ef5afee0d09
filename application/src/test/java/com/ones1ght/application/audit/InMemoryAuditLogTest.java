package com.ones1ght.application.audit;

import com.ones1ght.application.audit.port.AuditLogContract;
import com.ones1ght.application.shared.InMemoryStorage;
import com.ones1ght.application.shared.port.StorageFixture;

class InMemoryAuditLogTest implements AuditLogContract {

    private final InMemoryStorage storage = new InMemoryStorage();

    @Override
    public StorageFixture fixture() {
        return storage;
    }
}
