package com.ones1ght.application.chat;

/** Somebody who is told of a round's progress. Told by one thread at a time. */
public interface RoundFollower {

    /**
     * Takes an event if there is room for it, and never waits.
     *
     * @return false when the event was not taken; it is offered again once the follower says that there is room
     */
    boolean offer(RoundEvent event);

    /** Nothing more is going to be told: the follower has seen the round's end, or the round no longer exists. */
    void end();
}
