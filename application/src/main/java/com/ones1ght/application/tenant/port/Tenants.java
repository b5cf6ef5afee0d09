package com.ones1ght.application.tenant.port;

import com.ones1ght.application.tenant.TenantAccount;
import com.ones1ght.application.tenant.TenantSettings;
import com.ones1ght.domain.tenant.Tenant;
import com.ones1ght.domain.tenant.TenantId;
import java.time.Instant;
import java.util.Optional;

/** The retailers. */
public interface Tenants extends TenantQueries {

    /** The tenant of this code. */
    Optional<Tenant> byCode(String code);

    /**
     * Adds a tenant with an empty credit account, unless one of its code exists. Its id must be new. Waits for another
     * transaction that is adding the same code.
     *
     * @return whether it was added
     */
    boolean addIfAbsent(Tenant tenant, Instant now);

    /** The tenant of this code as it is now, which nobody else gets here until the end of the caller's transaction. */
    Optional<Tenant> lock(String code);

    /** Stores a tenant that is locked, but for its code, which never changes. */
    void save(Tenant tenant);

    /** A tenant that exists, with its balance. */
    TenantAccount account(TenantId tenant);

    /** The {@link #settings} of a tenant that exists, locked until the end of the caller's transaction. */
    TenantSettings lockSettings(TenantId tenant);

    /** Stores settings that are locked. */
    void saveSettings(TenantId tenant, TenantSettings settings);
}
