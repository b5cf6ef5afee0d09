package com.ones1ght.application.tenant;

import com.ones1ght.application.tenant.port.Tenants;
import java.util.List;

/** Reads all tenants. */
public final class ListTenantsService implements ListTenantsUseCase {

    private final Tenants tenants;

    public ListTenantsService(Tenants tenants) {
        this.tenants = tenants;
    }

    @Override
    public List<TenantAccount> list() {
        return tenants.accounts();
    }
}
