package com.ones1ght.bootstrap.architecture.violations.applicationasksnoclock.application.chat;

import java.time.Clock;
import java.time.InstantSource;

class ViolatingClock {

    InstantSource clock() {
        return Clock.systemUTC();
    }
}
