package com.ones1ght.bootstrap.architecture.violations.adaptersasknoclock.adapters.store;

class ViolatingNumbers {

    String text(int number) {
        return String.format("%d", number);
    }
}
