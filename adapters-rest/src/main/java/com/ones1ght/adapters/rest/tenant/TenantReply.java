package com.ones1ght.adapters.rest.tenant;

import com.ones1ght.adapters.rest.shared.Timestamps;
import com.ones1ght.application.tenant.TenantAccount;
import com.ones1ght.domain.tenant.Tenant;

/** A tenant for the operator. */
record TenantReply(
        String tenantCode, String name, String defaultLocale, boolean openApiEnabled, long credits, String createdAt) {

    static TenantReply from(TenantAccount account) {
        Tenant tenant = account.tenant();
        return new TenantReply(
                tenant.code(),
                tenant.name(),
                tenant.defaultLanguage().code(),
                tenant.openApiEnabled(),
                account.credits(),
                Timestamps.seconds(account.createdAt()));
    }
}
