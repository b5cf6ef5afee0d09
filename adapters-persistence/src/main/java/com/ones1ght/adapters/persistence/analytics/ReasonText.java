package com.ones1ght.adapters.persistence.analytics;

import com.fasterxml.jackson.databind.JsonNode;
import com.ones1ght.adapters.persistence.shared.RecordJson;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.shared.LocalizedText;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the reason in an event: in three languages, or one text when the app supplied its own. */
final class ReasonText {

    private ReasonText() {}

    static Optional<LocalizedText> read(String json) {
        JsonNode reason = RecordJson.tree(json);
        if (reason.isTextual()) {
            return reason.textValue().isBlank()
                    ? Optional.empty()
                    : Optional.of(LocalizedText.same(reason.textValue()));
        }
        return LocalizedText.completing(text(reason, "ko"), text(reason, "en"), text(reason, "ja"), Language.DEFAULT);
    }

    private static @Nullable String text(JsonNode reason, String language) {
        JsonNode text = reason.path(language);
        return text.isTextual() ? text.textValue() : null;
    }
}
