package com.ones1ght.bootstrap.architecture.violations.servicesholdnostate.application.chat;

import java.time.InstantSource;

final class InnocentService {

    private final InstantSource clock;

    InnocentService(InstantSource clock) {
        this.clock = clock;
    }

    boolean isLate() {
        return clock.millis() > 0;
    }
}
