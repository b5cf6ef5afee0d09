package com.ones1ght.adapters.rest.tenant;

import com.ones1ght.adapters.rest.shared.FieldReader;
import com.ones1ght.adapters.rest.shared.JsonObject;
import com.ones1ght.application.tenant.TenantSettings;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.tenant.StageFlow;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A tenant's settings on the wire. */
record SettingsDocument(
        String defaultLocale,
        @Nullable List<String> sessionFlow,
        @Nullable Integer signageTimeoutSeconds) {

    private static final String FLOW = "session_flow";

    static SettingsDocument from(TenantSettings settings) {
        StageFlow flow = settings.stageFlow();
        return new SettingsDocument(
                settings.defaultLanguage().code(),
                flow == null ? null : flow.stages(),
                settings.signageTimeoutSeconds());
    }

    static TenantSettings read(JsonObject body) {
        FieldReader fields = body.reader();
        Language language = fields.required("default_locale", LanguageField::read);
        List<String> stages = fields.optionalStrings(FLOW);
        Integer timeout = fields.optionalInteger("signage_timeout_seconds");
        fields.check();
        return new TenantSettings(
                Objects.requireNonNull(language), stages == null ? null : new StageFlow(stages), timeout);
    }
}
