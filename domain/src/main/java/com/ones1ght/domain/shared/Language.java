package com.ones1ght.domain.shared;

import java.util.Locale;
import java.util.Optional;

/** The languages that the gateway supports. */
public enum Language {
    KO,
    EN,
    JA;

    /** The language of tenants that chose none. */
    public static final Language DEFAULT = KO;

    /**
     * The language of a tag as profiles carry it.
     *
     * @param tag {@code ko}, {@code en} or {@code ja}; {@code ja-JP} and {@code jp} mean Japanese
     * @return empty for any other tag
     */
    public static Optional<Language> ofCode(String tag) {
        return switch (tag) {
            case "ko" -> Optional.of(KO);
            case "en" -> Optional.of(EN);
            case "ja", "ja-JP", "jp" -> Optional.of(JA);
            default -> Optional.empty();
        };
    }

    /** The two-letter ISO 639-1 code: {@code ko}, {@code en} or {@code ja}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
