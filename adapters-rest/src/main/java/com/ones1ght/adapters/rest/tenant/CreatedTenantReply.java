package com.ones1ght.adapters.rest.tenant;

import com.ones1ght.application.onboarding.CreateTenantUseCase.Created;
import org.jspecify.annotations.Nullable;

/**
 * A new tenant.
 *
 * @param adminKey its first key, which is shown now and never again; null in a replay
 */
record CreatedTenantReply(String tenantCode, @Nullable String adminKey) {

    static CreatedTenantReply from(Created created) {
        return new CreatedTenantReply(
                created.tenant().code(), created.adminKey().text());
    }

    /** As the repetition of the request is answered: the key is not kept. */
    CreatedTenantReply withoutKey() {
        return new CreatedTenantReply(tenantCode, null);
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "CreatedTenantReply[" + tenantCode + "]";
    }
}
