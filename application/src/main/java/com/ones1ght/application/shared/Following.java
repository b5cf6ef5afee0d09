package com.ones1ght.application.shared;

/** That somebody is told of what happens, until it is ended. */
public interface Following {

    /** The follower, which had none, has room again. Returns at once. */
    void goOn();

    /** Nothing more is told. */
    void end();
}
