package com.ones1ght.domain.access;

import java.util.Locale;

/** Whether an API key still opens anything. */
public enum KeyStatus {
    ACTIVE,
    /** Its time has run out. */
    EXPIRED,
    /** Withdrawn by hand, at once and for good. */
    REVOKED;

    /** The word on the wire, in lower case. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
