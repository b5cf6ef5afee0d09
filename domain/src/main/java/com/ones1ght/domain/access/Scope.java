package com.ones1ght.domain.access;

import java.util.Locale;

/** A part of the client API that a key may be allowed to use. */
public enum Scope {
    PROFILE,
    CHAT;

    /** The word on the wire, in lower case. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
