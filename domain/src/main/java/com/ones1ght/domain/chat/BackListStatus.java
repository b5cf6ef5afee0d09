package com.ones1ght.domain.chat;

/** The state of step 4 of a run. */
public enum BackListStatus {
    NOT_STARTED,
    IN_PROGRESS,
    COMPLETED
}
