package com.ones1ght.application.shared;

/** Where a use case says, after its commit, that keys open less, or other things, than they did. */
@FunctionalInterface
public interface ChangedKeys {

    /**
     * Makes this node forget at once what it remembers of keys, and all others soon. Returns at once, never fails.
     */
    void announce();
}
