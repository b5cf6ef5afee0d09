package com.ones1ght.domain.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an API key is for; each has a prefix of its own. */
public enum KeyType {
    /** For the retailer's apps: {@code osk_}. */
    CLIENT_SDK("osk_"),
    /** For the retailer's administration: {@code oak_}. */
    ADMIN("oak_");

    private final String prefix;

    KeyType(String prefix) {
        this.prefix = prefix;
    }

    /** The type of this word, which is told apart by case. */
    public static Optional<KeyType> ofTag(String tag) {
        return Arrays.stream(values()).filter(type -> type.tag().equals(tag)).findFirst();
    }

    /** What every key of this type begins with. */
    public String prefix() {
        return prefix;
    }

    /** The word on the wire: {@code client_sdk} or {@code admin}. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
