package com.ones1ght.application.event;

/** Where a use case says, after its commit, that it has written events. */
@FunctionalInterface
public interface NewEvents {

    /** Makes all nodes look for new events soon. Returns at once, never fails. */
    void announce();
}
