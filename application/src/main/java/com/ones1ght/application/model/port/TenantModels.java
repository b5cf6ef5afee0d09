package com.ones1ght.application.model.port;

import com.ones1ght.domain.model.ModelId;
import com.ones1ght.domain.model.TenantModel;
import com.ones1ght.domain.tenant.TenantId;
import java.util.List;

/** The models that tenants have set up. Takes part in the caller's transaction. */
public interface TenantModels extends ModelQueries {

    /**
     * All of the tenant's models as {@link #ofTenant} lists them, locked until the end of the caller's transaction, so
     * that a decision about all of them holds.
     */
    List<TenantModel> lockOfTenant(TenantId tenant);

    /** Stores a new model, or what has changed of one. At most one of each type is active at the end of a transaction. */
    void save(TenantModel model);

    /** Removes a model of the tenant. */
    void remove(TenantId tenant, ModelId model);
}
