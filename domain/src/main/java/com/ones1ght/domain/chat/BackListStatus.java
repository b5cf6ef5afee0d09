package com.ones1ght.domain.chat;

/** How far the back list (step 4) of a run is. */
public enum BackListStatus {
    NOT_STARTED,
    IN_PROGRESS,
    COMPLETED
}
