package com.ones1ght.adapters.rest.access;

import com.ones1ght.application.access.CreateTenantUseCase.Created;

/** A new tenant, with the key that is shown now and never again. */
record CreatedTenantReply(String tenantCode, String adminKey) {

    static CreatedTenantReply from(Created created) {
        return new CreatedTenantReply(
                created.tenant().code(), created.adminKey().text());
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "CreatedTenantReply[" + tenantCode + "]";
    }
}
