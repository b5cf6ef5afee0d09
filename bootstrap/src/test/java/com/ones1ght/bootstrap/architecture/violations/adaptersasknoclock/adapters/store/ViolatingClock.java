package com.ones1ght.bootstrap.architecture.violations.adaptersasknoclock.adapters.store;

import java.time.InstantSource;

class ViolatingClock {

    InstantSource clock() {
        return InstantSource.system();
    }
}
