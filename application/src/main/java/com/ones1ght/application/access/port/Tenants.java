package com.ones1ght.application.access.port;

import com.ones1ght.domain.access.Tenant;
import java.time.Instant;
import java.util.Optional;

/** The retailers. */
public interface Tenants {

    /** The tenant of this code. */
    Optional<Tenant> byCode(String code);

    /**
     * Adds a tenant with an empty credit account, unless one of its code exists. Its id must be new. Waits for another
     * transaction that is adding the same code.
     *
     * @return whether it was added
     */
    boolean addIfAbsent(Tenant tenant, Instant now);
}
