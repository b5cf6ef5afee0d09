package com.ones1ght.application.tenant;

import java.util.List;

/** Tells the operator which tenants there are. */
public interface ListTenantsUseCase {

    /** All of them, by their codes. */
    List<TenantAccount> list();
}
