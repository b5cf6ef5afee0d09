package com.ones1ght.application.access;

import com.ones1ght.domain.shared.Require;

/**
 * A token of an identity provider that is valid now.
 *
 * @param subject whom it names
 * @param tenantCode the claim {@code tenant}
 * @param isAdmin whether the role {@code tenant-admin} is among its groups
 */
public record AdminToken(String subject, String tenantCode, boolean isAdmin) {

    public AdminToken {
        Require.notBlank(subject, "sub");
        Require.notBlank(tenantCode, "tenant");
    }
}
