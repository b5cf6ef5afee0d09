package com.ones1ght.domain.shared;

/** A request that the business refuses. The message is for the client: it says what is wrong and what to do. */
public class DomainException extends RuntimeException {

    private final ErrorCode code;

    public DomainException(ErrorCode code, String message) {
        // A refusal is an answer, not a defect: its stack trace is never read, and costs.
        super(message, null, false, false);
        this.code = Require.notNull(code, "code");
    }

    /** The stable name of the refusal. */
    public ErrorCode code() {
        return code;
    }
}
