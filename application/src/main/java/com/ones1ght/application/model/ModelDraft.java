package com.ones1ght.application.model;

import com.ones1ght.domain.model.ModelBackend;
import com.ones1ght.domain.model.ModelId;
import com.ones1ght.domain.model.ModelType;
import com.ones1ght.domain.model.TenantModel;
import com.ones1ght.domain.shared.DisplayName;
import com.ones1ght.domain.shared.InvalidRequestException;
import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.tenant.TenantId;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A model as an admin wants it.
 *
 * @param name for people
 * @param type who it may work for
 * @param backend which backend answers
 * @param url where its server is, up to {@value #MAX_URL} characters; null leaves it to the installation. None for
 *     {@link ModelBackend#EMBEDDED}, as the two that follow
 * @param model what the server calls it, up to {@value #MAX_MODEL} characters; null likewise
 * @param secretRef names its credential; null for none
 * @param active whether it takes the place of the one that is in use
 */
public record ModelDraft(
        DisplayName name,
        ModelType type,
        ModelBackend backend,
        @Nullable String url,
        @Nullable String model,
        @Nullable String secretRef,
        boolean active) {

    /** The longest name of a model at its server, in characters. */
    public static final int MAX_MODEL = 200;

    /** The longest URL of a model's server, in characters. */
    public static final int MAX_URL = 2_000;

    private static final Pattern REF = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

    /** @throws InvalidRequestException when a part has a wrong form, or does not go with the backend */
    public ModelDraft {
        Require.notNull(name, "name");
        Require.notNull(type, "type");
        Require.notNull(backend, "backend");
        if (backend.equals(ModelBackend.EMBEDDED)) {
            requireNone(url, "url");
            requireNone(model, "model");
            requireNone(secretRef, "secretRef");
        }
        if (url != null && url.length() > MAX_URL) {
            throw new InvalidRequestException("url", "must have at most " + MAX_URL + " characters");
        }
        if (model != null && (model.isBlank() || model.length() > MAX_MODEL)) {
            throw new InvalidRequestException("model", "must have 1 to " + MAX_MODEL + " characters");
        }
        if (secretRef != null && !REF.matcher(secretRef).matches()) {
            throw new InvalidRequestException(
                    "secretRef", "must be 1 to 64 letters, digits, - and _, and begin with one of the first");
        }
    }

    private static void requireNone(@Nullable String value, String property) {
        if (value != null) {
            throw new InvalidRequestException(property, "is not for the backend embedded");
        }
    }

    TenantModel of(ModelId id, TenantId tenant) {
        return new TenantModel(id, tenant, name.text(), type, backend, url, model, secretRef, active);
    }
}
