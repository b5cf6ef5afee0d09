package com.ones1ght.bootstrap.architecture.violations.domainasksnoclock.domain.chat;

import java.time.Instant;

class ViolatingNow {

    Instant when() {
        return Instant.now();
    }
}
