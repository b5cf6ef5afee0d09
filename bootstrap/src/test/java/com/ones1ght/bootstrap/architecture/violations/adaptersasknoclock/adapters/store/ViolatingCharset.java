package com.ones1ght.bootstrap.architecture.violations.adaptersasknoclock.adapters.store;

class ViolatingCharset {

    String text(byte[] bytes) {
        return new String(bytes);
    }
}
