package com.ones1ght.adapters.persistence.analytics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.shared.LocalizedText;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a reason as events have it: in three languages, or, where an app gave its own, in whatever it gave. */
final class ReasonText {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ReasonText() {}

    static Optional<LocalizedText> read(String json) {
        try {
            JsonNode reason = JSON.readTree(json);
            if (reason.isTextual()) {
                return reason.textValue().isBlank()
                        ? Optional.empty()
                        : Optional.of(LocalizedText.same(reason.textValue()));
            }
            return LocalizedText.completing(
                    text(reason, "ko"), text(reason, "en"), text(reason, "ja"), Language.DEFAULT);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database gave a JSON value that is none", e);
        }
    }

    private static @Nullable String text(JsonNode reason, String language) {
        JsonNode text = reason.path(language);
        return text.isTextual() ? text.textValue() : null;
    }
}
