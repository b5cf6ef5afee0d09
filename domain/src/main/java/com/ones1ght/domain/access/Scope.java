package com.ones1ght.domain.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A part of the client API that a key may be allowed to use. */
public enum Scope {
    PROFILE,
    CHAT;

    /** The scope of this word, which is told apart by case. */
    public static Optional<Scope> ofTag(String tag) {
        return Arrays.stream(values()).filter(scope -> scope.tag().equals(tag)).findFirst();
    }

    /** The word on the wire, in lower case. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
