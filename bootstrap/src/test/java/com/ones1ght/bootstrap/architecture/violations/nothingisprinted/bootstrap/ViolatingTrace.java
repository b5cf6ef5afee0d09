package com.ones1ght.bootstrap.architecture.violations.nothingisprinted.bootstrap;

class ViolatingTrace {

    void print(Exception e) {
        e.printStackTrace();
    }
}
