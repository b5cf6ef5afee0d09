package com.ones1ght.domain.shared;

import java.util.Locale;
import java.util.Optional;

/** A language in which the gateway speaks to shoppers and operators. */
public enum Language {
    KO,
    EN,
    JA;

    /** The language of a tenant that never chose one. */
    public static final Language DEFAULT = KO;

    /**
     * Reads a language tag leniently, as profiles carry it.
     *
     * @param tag such as {@code ko}, {@code ja-JP} or {@code jp} (which means Japanese), in any case
     * @return the language; empty when the tag names none of the three
     */
    public static Optional<Language> ofTag(String tag) {
        String primary = tag.strip().toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
        return switch (primary) {
            case "ko" -> Optional.of(KO);
            case "en" -> Optional.of(EN);
            case "ja", "jp" -> Optional.of(JA);
            default -> Optional.empty();
        };
    }

    /** The two-letter ISO 639-1 code: {@code ko}, {@code en} or {@code ja}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
