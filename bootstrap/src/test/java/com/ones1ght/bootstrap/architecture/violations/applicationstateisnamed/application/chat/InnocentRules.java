package com.ones1ght.bootstrap.architecture.violations.applicationstateisnamed.application.chat;

import java.time.InstantSource;

class InnocentRules {

    private final InstantSource clock;

    InnocentRules(InstantSource clock) {
        this.clock = clock;
    }

    long now() {
        return clock.millis();
    }
}
