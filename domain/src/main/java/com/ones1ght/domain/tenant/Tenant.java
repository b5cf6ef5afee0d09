package com.ones1ght.domain.tenant;

import com.ones1ght.domain.shared.DisplayName;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.shared.Require;
import org.jspecify.annotations.Nullable;

/**
 * A retailer.
 *
 * @param id names it
 * @param code names it to people and inside its keys: 1 to 32 of {@code a-z0-9}
 * @param name for people
 * @param defaultLanguage of answers to profiles without a language
 * @param openApiEnabled whether the client API answers to its keys
 * @param stageFlow what its shoppers go through during a visit; null leaves the stages free
 */
public record Tenant(
        TenantId id,
        String code,
        String name,
        Language defaultLanguage,
        boolean openApiEnabled,
        @Nullable StageFlow stageFlow) {

    public Tenant {
        Require.notNull(id, "tenant_id");
        Require.notNull(code, "tenant_code");
        Require.that(code.matches("[a-z0-9]{1,32}"), "tenant_code", "be 1 to 32 characters of a-z0-9");
        Require.notBlank(name, "name");
        Require.notNull(defaultLanguage, "default_locale");
    }

    /** A tenant whose stages are free. */
    public Tenant(TenantId id, String code, String name, Language defaultLanguage, boolean openApiEnabled) {
        this(id, code, name, defaultLanguage, openApiEnabled, null);
    }

    /** The same tenant under another name. */
    public Tenant named(DisplayName other) {
        return new Tenant(id, code, other.text(), defaultLanguage, openApiEnabled, stageFlow);
    }

    /** The same tenant, whose client keys the API answers, or does not. */
    public Tenant withOpenApi(boolean enabled) {
        return new Tenant(id, code, name, defaultLanguage, enabled, stageFlow);
    }
}
