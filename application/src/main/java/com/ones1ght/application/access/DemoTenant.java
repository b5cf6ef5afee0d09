package com.ones1ght.application.access;

import com.ones1ght.domain.tenant.Tenant;

/**
 * The tenant of demonstrations. While the demonstration is off none of its keys is accepted: they lie readable in a file
 * and have been shown to many. Nothing of it is deleted, so that it works again when the demonstration is on.
 *
 * @param enabled whether the demonstration is on
 */
public record DemoTenant(boolean enabled) {

    /** Its code. */
    public static final String CODE = "demo";

    /** Whether keys of this tenant are accepted. */
    boolean accepts(Tenant tenant) {
        return enabled || !tenant.code().equals(CODE);
    }
}
