package com.ones1ght.domain.chat;

/** The states of a round, as the gateway tells them apart. */
public enum RoundState {
    /** Accepted; nothing has come from the pipeline yet. */
    CREATED("in_progress"),
    /** The pipeline is at work. */
    KICKED_OFF("in_progress"),
    /** All four steps are done. */
    COMPLETED("completed"),
    /** The run ended early; what was done stays. */
    ERROR("error");

    private final String status;

    RoundState(String status) {
        this.status = status;
    }

    /** The {@code status} that clients see. */
    public String status() {
        return status;
    }

    /** Whether nothing more comes of the current run. */
    public boolean isSettled() {
        return this == COMPLETED || this == ERROR;
    }
}
