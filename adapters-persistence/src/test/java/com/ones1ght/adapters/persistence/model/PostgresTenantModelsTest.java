package com.ones1ght.adapters.persistence.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.adapters.persistence.shared.PostgresStorage;
import com.ones1ght.adapters.persistence.shared.TestDatabase;
import com.ones1ght.application.model.port.OpenApiModels;
import com.ones1ght.application.model.port.TenantModels;
import com.ones1ght.application.model.port.TenantModelsContract;
import com.ones1ght.application.shared.port.StorageFixture;
import com.ones1ght.domain.model.ModelBackend;
import com.ones1ght.domain.model.ModelId;
import com.ones1ght.domain.model.ModelType;
import com.ones1ght.domain.model.TenantModel;
import com.ones1ght.domain.tenant.Tenant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PostgresTenantModelsTest implements TenantModelsContract {

    private final StorageFixture storage = new PostgresStorage();
    private final AtomicLong nanos = new AtomicLong();
    private final SqlTenantModels models =
            new SqlTenantModels(TestDatabase.shared().sql(), nanos::get);

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
        nanos.addAndGet(SqlTenantModels.TIME_TO_LIVE.toNanos());
        return models;
    }

    @Test
    void modelsOfRunsShouldBeCachedForTwoSeconds() {
        Tenant tenant = storage.aTenant();
        assertThat(models.active(tenant.code())).isEmpty();
        TenantModel model = new TenantModel(
                new ModelId(UUID.randomUUID()),
                tenant.id(),
                "m",
                ModelType.OPEN_API,
                ModelBackend.EMBEDDED,
                null,
                null,
                null,
                true);
        storage.run(() -> models.save(model));

        nanos.addAndGet(SqlTenantModels.TIME_TO_LIVE.toNanos() - 1);
        assertThat(models.active(tenant.code())).isEmpty();
        nanos.addAndGet(1);
        assertThat(models.active(tenant.code())).contains(model);
    }
}
