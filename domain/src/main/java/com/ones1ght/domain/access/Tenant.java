package com.ones1ght.domain.access;

import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.shared.Require;

/**
 * A retailer.
 *
 * @param id names it
 * @param code names it to people and inside its keys: 1 to 32 of {@code a-z0-9}
 * @param name for people
 * @param defaultLanguage of answers to profiles without a language
 * @param openApiEnabled whether the client API answers to its keys
 */
public record Tenant(TenantId id, String code, String name, Language defaultLanguage, boolean openApiEnabled) {

    public Tenant {
        Require.notNull(id, "tenant_id");
        Require.notNull(code, "tenant_code");
        Require.that(code.matches("[a-z0-9]{1,32}"), "tenant_code", "be 1 to 32 characters of a-z0-9");
        Require.notBlank(name, "name");
        Require.notNull(defaultLanguage, "default_locale");
    }
}
