package com.ones1ght.domain.chat;

/** The state of a step as clients see it. */
public enum StepState {
    PENDING,
    RUNNING,
    DONE,
    ERROR
}
