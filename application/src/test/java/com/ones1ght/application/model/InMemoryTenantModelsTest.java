package com.ones1ght.application.model;

import com.ones1ght.application.model.port.OpenApiModels;
import com.ones1ght.application.model.port.TenantModels;
import com.ones1ght.application.model.port.TenantModelsContract;
import com.ones1ght.application.shared.InMemoryStorage;
import com.ones1ght.application.shared.port.StorageFixture;

class InMemoryTenantModelsTest implements TenantModelsContract {

    private final InMemoryStorage storage = new InMemoryStorage();
    private final InMemoryTenantModels models = new InMemoryTenantModels(storage.unitOfWork());

    @Override
    public StorageFixture fixture() {
        return storage;
    }

    @Override
    public TenantModels models() {
        return models;
    }

    @Override
    public OpenApiModels openApi() {
        return models;
    }
}
