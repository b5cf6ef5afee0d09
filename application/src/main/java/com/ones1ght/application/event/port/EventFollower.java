package com.ones1ght.application.event.port;

import com.ones1ght.application.event.LoggedEvent;

/** Somebody who is told of a tenant's events as they happen. Told by one thread at a time. */
public interface EventFollower {

    /**
     * Takes an event if there is room for it, and never waits.
     *
     * @return false when the event was not taken; it is offered again once the follower says that there is room
     */
    boolean offer(LoggedEvent event);
}
