package com.ones1ght.bootstrap.architecture.violations.adaptersasknoclock.adapters.store;

class ViolatingLetters {

    String small(String text) {
        return text.toLowerCase();
    }
}
