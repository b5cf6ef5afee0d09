package com.ones1ght.bootstrap.architecture.violations.domainenumsholdnowords.domain.chat;

enum ViolatingState {
    COMPLETED("completed");

    private final String tag;

    ViolatingState(String tag) {
        this.tag = tag;
    }

    String tag() {
        return tag;
    }
}
