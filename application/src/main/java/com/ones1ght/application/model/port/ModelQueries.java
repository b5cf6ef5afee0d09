package com.ones1ght.application.model.port;

import com.ones1ght.domain.model.TenantModel;
import com.ones1ght.domain.tenant.TenantId;
import java.util.List;

/** The models that a tenant has set up, for reading. */
public interface ModelQueries {

    /** All of the tenant's, by the time at which they were set up, then by id. */
    List<TenantModel> ofTenant(TenantId tenant);
}
