package com.ones1ght.bootstrap.architecture.violations.domainenumsholdnowords.domain.access;

enum KeyType {
    ADMIN("oak_");

    private final String prefix;

    KeyType(String prefix) {
        this.prefix = prefix;
    }

    String prefix() {
        return prefix;
    }
}
