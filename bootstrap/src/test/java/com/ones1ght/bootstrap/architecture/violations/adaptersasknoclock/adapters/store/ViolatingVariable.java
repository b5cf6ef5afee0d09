package com.ones1ght.bootstrap.architecture.violations.adaptersasknoclock.adapters.store;

class ViolatingVariable {

    String home() {
        return System.getenv("HOME") + System.getProperty("user.home");
    }
}
