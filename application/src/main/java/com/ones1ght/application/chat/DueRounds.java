package com.ones1ght.application.chat;

/** Where a use case says, after its commit, that there is something to run. */
@FunctionalInterface
public interface DueRounds {

    /** Makes a runner look for due rounds soon. Returns at once, never fails. */
    void wake();
}
