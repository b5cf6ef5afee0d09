package com.ones1ght.application.tenant;

import com.ones1ght.application.tenant.port.Tenants;

/** Reads the settings as they are now. */
public final class GetSettingsService implements GetSettingsUseCase {

    private final Tenants tenants;

    public GetSettingsService(Tenants tenants) {
        this.tenants = tenants;
    }

    @Override
    public TenantSettings get(Query query) {
        return tenants.settings(query.tenant());
    }
}
