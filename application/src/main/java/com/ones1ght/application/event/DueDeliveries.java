package com.ones1ght.application.event;

/** Where a use case says, after its commit, that there is something to deliver to signages. */
@FunctionalInterface
public interface DueDeliveries {

    /** Makes this node look for due deliveries soon. Returns at once, never fails. */
    void wake();
}
