package com.ones1ght.application.access.port;

import com.ones1ght.domain.access.Tenant;
import java.time.Instant;
import java.util.Optional;

/** The retailers. */
public interface Tenants {

    /** The tenant of this code. */
    Optional<Tenant> byCode(String code);

    /** Adds a tenant with an empty credit account. Its code and id must be new. */
    void add(Tenant tenant, Instant now);
}
