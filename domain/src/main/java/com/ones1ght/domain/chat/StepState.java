package com.ones1ght.domain.chat;

/** How a client sees a step. */
public enum StepState {
    PENDING,
    RUNNING,
    DONE,
    ERROR
}
