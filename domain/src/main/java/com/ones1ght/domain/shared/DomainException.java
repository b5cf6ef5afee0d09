package com.ones1ght.domain.shared;

/** A refused request. The message is for the client: it says what is wrong and what to do. */
public class DomainException extends RuntimeException {

    private final ErrorCode code;

    public DomainException(ErrorCode code, String message) {
        // A refusal is an answer, not a defect: nobody reads its stack trace, and filling it in is expensive.
        super(message, null, false, false);
        this.code = Require.notNull(code, "code");
    }

    public ErrorCode code() {
        return code;
    }
}
