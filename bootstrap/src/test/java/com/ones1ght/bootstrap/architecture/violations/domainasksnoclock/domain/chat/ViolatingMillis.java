package com.ones1ght.bootstrap.architecture.violations.domainasksnoclock.domain.chat;

class ViolatingMillis {

    long when() {
        return System.currentTimeMillis();
    }
}
