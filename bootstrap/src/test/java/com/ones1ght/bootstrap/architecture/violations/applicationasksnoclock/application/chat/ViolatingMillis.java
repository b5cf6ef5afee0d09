package com.ones1ght.bootstrap.architecture.violations.applicationasksnoclock.application.chat;

class ViolatingMillis {

    long when() {
        return System.currentTimeMillis();
    }
}
