package com.ones1ght.domain.chat;

/** The states of a round, as the gateway tells them apart. */
public enum RoundState {
    /** Accepted; nothing has come from the pipeline yet. */
    CREATED,
    /** The pipeline is at work. */
    KICKED_OFF,
    /** All four steps are done. */
    COMPLETED,
    /** The run ended early; what was done stays. */
    ERROR;

    /** Whether nothing more comes of the current run. */
    public boolean isSettled() {
        return this == COMPLETED || this == ERROR;
    }
}
