package com.ones1ght.application.shared;

/** Announces, after a commit, that keys were changed or revoked. */
@FunctionalInterface
public interface ChangedKeys {

    /**
     * Removes cached keys, on this node at once and on the others soon. Returns at once, never fails.
     */
    void announce();
}
