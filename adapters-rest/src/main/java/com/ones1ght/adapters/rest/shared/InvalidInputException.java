package com.ones1ght.adapters.rest.shared;

import com.ones1ght.domain.shared.DomainException;
import com.ones1ght.domain.shared.ErrorCode;
import java.util.List;

/** A body or a query that cannot be taken as it is. */
public final class InvalidInputException extends DomainException {

    private final transient List<FieldError> errors;

    /** The input as a whole is malformed. */
    public InvalidInputException(String message) {
        super(ErrorCode.INVALID_REQUEST, message);
        errors = List.of();
    }

    /** @param errors what is wrong, at least one */
    public InvalidInputException(List<FieldError> errors) {
        super(ErrorCode.INVALID_REQUEST, errors.get(0).message());
        this.errors = List.copyOf(errors);
    }

    /** The fields at fault; none when the input is malformed as a whole. */
    public List<FieldError> errors() {
        return errors;
    }
}
