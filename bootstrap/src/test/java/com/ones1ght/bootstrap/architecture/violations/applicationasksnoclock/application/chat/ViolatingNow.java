package com.ones1ght.bootstrap.architecture.violations.applicationasksnoclock.application.chat;

import java.time.Instant;

class ViolatingNow {

    Instant when() {
        return Instant.now();
    }
}
