package com.ones1ght.bootstrap.architecture.violations.domainenumsholdnowords.domain.chat;

enum ViolatingConstant {
    COMPLETED;

    static final String FIELD = "state";
}
