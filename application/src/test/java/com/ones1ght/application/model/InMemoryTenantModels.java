package com.ones1ght.application.model;

import com.ones1ght.application.model.port.OpenApiModels;
import com.ones1ght.application.model.port.TenantModels;
import com.ones1ght.application.shared.InMemoryDatabase;
import com.ones1ght.domain.model.ModelId;
import com.ones1ght.domain.model.ModelType;
import com.ones1ght.domain.model.TenantModel;
import com.ones1ght.domain.tenant.Tenant;
import com.ones1ght.domain.tenant.TenantId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Models in memory. */
public final class InMemoryTenantModels implements TenantModels, OpenApiModels {

    private final InMemoryDatabase database;

    public InMemoryTenantModels(InMemoryDatabase database) {
        this.database = database;
    }

    @Override
    public List<TenantModel> ofTenant(TenantId tenant) {
        return database.with(state -> state.models.values().stream()
                .filter(model -> model.tenant().equals(tenant))
                .sorted(Comparator.comparing(model -> model.id().toString()))
                .toList());
    }

    @Override
    public List<TenantModel> lockOfTenant(TenantId tenant) {
        if (!database.isInTransaction()) {
            throw new IllegalStateException("only within a transaction");
        }
        return ofTenant(tenant);
    }

    @Override
    public void save(TenantModel model) {
        database.with(state -> state.models.put(model.id(), model));
    }

    @Override
    public void remove(TenantId tenant, ModelId model) {
        database.with(state -> state.models
                .values()
                .removeIf(one -> one.tenant().equals(tenant) && one.id().equals(model)));
    }

    @Override
    public Optional<TenantModel> active(String tenantCode) {
        return openApi(tenantCode).filter(TenantModel::active).findFirst();
    }

    @Override
    public Optional<TenantModel> byId(String tenantCode, ModelId model) {
        return openApi(tenantCode).filter(one -> one.id().equals(model)).findFirst();
    }

    private Stream<TenantModel> openApi(String tenantCode) {
        Tenant tenant = database.with(state -> state.tenants.get(tenantCode));
        return tenant == null
                ? Stream.empty()
                : ofTenant(tenant.id()).stream().filter(model -> model.type() == ModelType.OPEN_API);
    }
}
