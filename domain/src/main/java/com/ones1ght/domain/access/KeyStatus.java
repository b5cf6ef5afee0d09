package com.ones1ght.domain.access;

/** Whether an API key still opens anything. */
public enum KeyStatus {
    ACTIVE,
    /** Its time has run out. */
    EXPIRED,
    /** Withdrawn by hand, at once and for good. */
    REVOKED
}
