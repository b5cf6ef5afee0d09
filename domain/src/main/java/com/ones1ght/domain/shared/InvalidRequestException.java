package com.ones1ght.domain.shared;

/** One field of a request breaks a rule. */
public final class InvalidRequestException extends DomainException {

    private final String field;

    /**
     * @param field its name as the client knows it
     * @param message a sentence that names the field and the rule
     */
    public InvalidRequestException(String field, String message) {
        super(ErrorCode.INVALID_REQUEST, message);
        this.field = Require.notBlank(field, "field");
    }

    /** The name of the field at fault. */
    public String field() {
        return field;
    }
}
