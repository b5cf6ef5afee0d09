package com.ones1ght.bootstrap.architecture.violations.adaptersasknoclock.adapters.store;

import java.time.ZoneId;

class ViolatingZone {

    ZoneId here() {
        return ZoneId.systemDefault();
    }
}
