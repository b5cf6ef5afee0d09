package com.ones1ght.domain.chat;

import java.util.Locale;

/** How a client sees a step. */
public enum StepState {
    PENDING,
    RUNNING,
    DONE,
    ERROR;

    /** The word on the wire, in lower case. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
