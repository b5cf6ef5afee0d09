package com.ones1ght.bootstrap.architecture.violations.adaptersasknoclock.adapters.store;

import java.time.Instant;

class ViolatingNow {

    Instant when() {
        return Instant.now();
    }
}
