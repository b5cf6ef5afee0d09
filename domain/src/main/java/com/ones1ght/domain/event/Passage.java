package com.ones1ght.domain.event;

/** A shopper's entering or leaving of the circle of a signage. */
public enum Passage {
    /** The signage shows ads, each of which is an event. */
    ENTER,
    /** The signage returns to idle; no event is recorded. */
    EXIT;

    /** Whether events are recorded, and forgotten items passed on. */
    public boolean isEventful() {
        return this == ENTER;
    }
}
