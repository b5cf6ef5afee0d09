package com.ones1ght.application.model;

import com.ones1ght.application.model.port.TenantModels;
import com.ones1ght.domain.model.TenantModel;
import java.util.List;

/** Reads a tenant's models. */
public final class ListModelsService implements ListModelsUseCase {

    private final TenantModels models;

    public ListModelsService(TenantModels models) {
        this.models = models;
    }

    @Override
    public List<TenantModel> list(Query query) {
        return models.ofTenant(query.tenant());
    }
}
