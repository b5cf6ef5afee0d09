package com.ones1ght.bootstrap.architecture.violations.applicationstateisnamed.application.chat;

import java.util.concurrent.atomic.AtomicBoolean;

class ViolatingFlag {

    private final AtomicBoolean done = new AtomicBoolean();

    boolean finish() {
        return done.getAndSet(true);
    }
}
