package com.ones1ght.domain.shared;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A text in all three languages.
 */
public record LocalizedText(String ko, String en, String ja) {

    public LocalizedText {
        Require.notNull(ko, "ko");
        Require.notNull(en, "en");
        Require.notNull(ja, "ja");
    }

    /** The same text for all three languages. */
    public static LocalizedText same(String text) {
        return new LocalizedText(text, text, text);
    }

    /**
     * Completes a text that is present in some languages only: a missing language gets the first present one of
     * {@code preferred}, English, Korean, Japanese. A blank text counts as missing.
     *
     * @return empty when no language is present
     */
    public static Optional<LocalizedText> completing(
            @Nullable String ko, @Nullable String en, @Nullable String ja, Language preferred) {
        String byPreference =
                switch (preferred) {
                    case KO -> ko;
                    case EN -> en;
                    case JA -> ja;
                };
        String filler = firstPresent(byPreference, en, ko, ja);
        if (filler == null) {
            return Optional.empty();
        }
        return Optional.of(new LocalizedText(present(ko, filler), present(en, filler), present(ja, filler)));
    }

    /** The text in the given language. */
    public String in(Language language) {
        return switch (language) {
            case KO -> ko;
            case EN -> en;
            case JA -> ja;
        };
    }

    private static String present(@Nullable String text, String filler) {
        return VisibleText.isBlank(text) ? filler : text;
    }

    private static @Nullable String firstPresent(@Nullable String... candidates) {
        for (String candidate : candidates) {
            if (!VisibleText.isBlank(candidate)) {
                return candidate;
            }
        }
        return null;
    }
}
