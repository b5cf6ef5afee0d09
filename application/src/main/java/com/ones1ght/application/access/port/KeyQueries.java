package com.ones1ght.application.access.port;

import com.ones1ght.application.access.StoredKey;
import com.ones1ght.domain.tenant.TenantId;
import java.util.List;

/** The keys of a tenant, for reading. */
public interface KeyQueries {

    /** All keys of a tenant, revoked and expired ones included, by the time at which they were made, then by id. */
    List<StoredKey> ofTenant(TenantId tenant);
}
