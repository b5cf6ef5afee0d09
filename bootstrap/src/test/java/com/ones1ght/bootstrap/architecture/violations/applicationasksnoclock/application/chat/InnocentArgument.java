package com.ones1ght.bootstrap.architecture.violations.applicationasksnoclock.application.chat;

import java.time.Instant;
import java.time.InstantSource;

class InnocentArgument {

    Instant when(InstantSource clock) {
        return clock.instant();
    }
}
