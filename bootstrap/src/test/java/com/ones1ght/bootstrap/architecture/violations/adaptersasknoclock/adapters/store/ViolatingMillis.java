package com.ones1ght.bootstrap.architecture.violations.adaptersasknoclock.adapters.store;

class ViolatingMillis {

    long when() {
        return System.currentTimeMillis();
    }
}
