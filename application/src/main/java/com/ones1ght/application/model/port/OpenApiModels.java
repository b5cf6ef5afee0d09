package com.ones1ght.application.model.port;

import com.ones1ght.domain.model.ModelId;
import com.ones1ght.domain.model.TenantModel;
import java.util.Optional;

/**
 * The models that the client API may reach: those of type {@link com.ones1ght.domain.model.ModelType#OPEN_API}, and no
 * others, whoever asks and whatever the id.
 */
public interface OpenApiModels {

    /**
     * The tenant's active model, as it was at most a few seconds ago; empty when the tenant uses the installation's.
     *
     * @param tenantCode names the tenant
     */
    Optional<TenantModel> active(String tenantCode);

    /**
     * The tenant's model of this id, active or not, as it was at most a few seconds ago: runs that began with it go on
     * with it. Another tenant's, a deleted one, and one of another type are not found.
     */
    Optional<TenantModel> byId(String tenantCode, ModelId model);
}
