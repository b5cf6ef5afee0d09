package com.ones1ght.application.event;

/** That somebody is told of events, until it is ended. */
public interface Following {

    /** The follower, which had none, has room again. Returns at once. */
    void goOn();

    /** Nothing more is told. */
    void end();
}
