package com.ones1ght.bootstrap.architecture.violations.domainasksnoclock.domain.chat;

import java.time.Instant;
import java.time.InstantSource;

class InnocentArgument {

    Instant when(InstantSource clock) {
        return clock.instant();
    }
}
