package com.ones1ght.adapters.rest.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.ones1ght.adapters.rest.shared.FieldReader;
import com.ones1ght.adapters.rest.shared.JsonObject;
import com.ones1ght.adapters.rest.shared.WireWords;
import com.ones1ght.application.model.ModelDraft;
import com.ones1ght.domain.model.ModelBackend;
import com.ones1ght.domain.model.ModelType;
import com.ones1ght.domain.model.TenantModel;
import com.ones1ght.domain.shared.DisplayName;
import com.ones1ght.domain.shared.InvalidRequestException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A tenant's model on the wire. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ModelDocument(
        String modelId,
        String name,
        String type,
        String backend,
        @Nullable String url,
        @Nullable String model,
        @Nullable String secretRef,
        boolean active) {

    static ModelDocument from(TenantModel model) {
        return new ModelDocument(
                model.id().toString(),
                model.name(),
                WireWords.of(model.type()),
                model.backend().name(),
                model.url(),
                model.model(),
                model.secretRef(),
                model.active());
    }

    static ModelDraft read(JsonObject body) {
        FieldReader fields = body.reader();
        DisplayName name = fields.required("name", DisplayName::new);
        ModelType type = fields.required("type", ModelDocument::type);
        ModelBackend backend = fields.required("backend", ModelBackend::new);
        String url = fields.optionalString("url");
        String model = fields.optionalString("model");
        String secretRef = fields.optionalString("secret_ref");
        Boolean active = fields.optionalBoolean("active");
        fields.check();
        return new ModelDraft(
                Objects.requireNonNull(name),
                Objects.requireNonNull(type),
                Objects.requireNonNull(backend),
                url,
                model,
                secretRef,
                active != null && active);
    }

    private static ModelType type(String tag) {
        return WireWords.read(ModelType.class, tag)
                .orElseThrow(() -> new InvalidRequestException("type", "must be open_api or tenant_chat"));
    }
}
