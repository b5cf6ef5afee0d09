package com.ones1ght.bootstrap.architecture.violations.domainenumsholdnowords.domain.chat;

enum InnocentState {
    COMPLETED(4);

    private final int steps;

    InnocentState(int steps) {
        this.steps = steps;
    }

    int steps() {
        return steps;
    }
}
