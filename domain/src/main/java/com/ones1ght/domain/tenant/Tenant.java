package com.ones1ght.domain.tenant;

import com.ones1ght.domain.shared.DisplayName;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.shared.Require;
import org.jspecify.annotations.Nullable;

/**
 * A retailer.
 *
 * @param code identifies it for people and inside its keys: 1 to 32 of {@code a-z0-9}
 * @param name for people
 * @param defaultLanguage of answers to profiles without a language
 * @param openApiEnabled whether its client keys may use the client API
 * @param stageFlow null allows any stage
 */
public record Tenant(
        TenantId id,
        String code,
        String name,
        Language defaultLanguage,
        boolean openApiEnabled,
        @Nullable StageFlow stageFlow) {

    public Tenant {
        Require.notNull(id, "id");
        Require.notNull(code, "code");
        Require.that(code.matches("[a-z0-9]{1,32}"), "code", "be 1 to 32 characters of a-z0-9");
        Require.notBlank(name, "name");
        Require.notNull(defaultLanguage, "defaultLanguage");
    }

    /** A tenant without a stage flow. */
    public Tenant(TenantId id, String code, String name, Language defaultLanguage, boolean openApiEnabled) {
        this(id, code, name, defaultLanguage, openApiEnabled, null);
    }

    public Tenant named(DisplayName other) {
        return new Tenant(id, code, other.text(), defaultLanguage, openApiEnabled, stageFlow);
    }

    public Tenant withOpenApi(boolean enabled) {
        return new Tenant(id, code, name, defaultLanguage, enabled, stageFlow);
    }
}
