package com.ones1ght.adapters.rest.tenant;

import com.ones1ght.application.onboarding.CreateTenantUseCase.Created;
import org.jspecify.annotations.Nullable;

/**
 * A new tenant.
 *
 * @param adminKey its first key, shown only now; null in a replay
 */
record CreatedTenantReply(String tenantCode, @Nullable String adminKey) {

    static CreatedTenantReply from(Created created) {
        return new CreatedTenantReply(
                created.tenant().code(), created.adminKey().text());
    }

    /** The answer to a repetition of the request, without the key. */
    CreatedTenantReply withoutKey() {
        return new CreatedTenantReply(tenantCode, null);
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "CreatedTenantReply[" + tenantCode + "]";
    }
}
