package com.ones1ght.domain.chat;

/** The states of a round. */
public enum RoundState {
    /** Accepted; no answer of the pipeline yet. */
    CREATED,
    /** The pipeline is running. */
    KICKED_OFF,
    /** All four steps are done. */
    COMPLETED,
    /** The run ended early; the results of finished steps stay. */
    ERROR;

    /** Whether the current run has ended. */
    public boolean isSettled() {
        return this == COMPLETED || this == ERROR;
    }
}
