package com.ones1ght.adapters.rest.shared;

import com.ones1ght.domain.shared.DomainException;
import com.ones1ght.domain.shared.ErrorCode;
import java.util.List;

/** The body or the query of a request is invalid. */
public final class InvalidInputException extends DomainException {

    private final transient List<FieldError> errors;

    /** The input as a whole is malformed. */
    public InvalidInputException(String message) {
        super(ErrorCode.INVALID_REQUEST, message);
        errors = List.of();
    }

    /** @param errors at least one */
    public InvalidInputException(List<FieldError> errors) {
        super(ErrorCode.INVALID_REQUEST, errors.get(0).message());
        this.errors = List.copyOf(errors);
    }

    /** The errors by field; empty if the input as a whole is malformed. */
    public List<FieldError> errors() {
        return errors;
    }
}
