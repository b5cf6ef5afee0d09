package com.ones1ght.domain.access;

/** Whether an API key is valid. */
public enum KeyStatus {
    ACTIVE,
    EXPIRED,
    /** Revoked by an admin, immediately and finally. */
    REVOKED
}
