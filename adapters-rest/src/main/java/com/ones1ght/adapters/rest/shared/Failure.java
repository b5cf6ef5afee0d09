package com.ones1ght.adapters.rest.shared;

import com.ones1ght.domain.shared.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a request that is refused or fails.
 *
 * @param code the stable code
 * @param message for the client's developer
 * @param errors the invalid fields, if any
 * @param defect the failure to be logged; null for errors of the client
 */
record Failure(
        ErrorCode code,
        String message,
        List<FieldError> errors,
        @Nullable Throwable defect) {

    Failure(ErrorCode code, String message) {
        this(code, message, List.of(), null);
    }

    /** The same, with a failure to be logged. */
    Failure because(Throwable reason) {
        return new Failure(code, message, errors, reason);
    }

    /** The failure envelope, in UTF-8. */
    byte[] envelope(String requestId) {
        JsonPieces json = new JsonPieces();
        json.raw("{\"success\":false,\"code\":").text(code.name());
        json.raw(",\"message\":").text(message);
        json.raw(",\"request_id\":").text(requestId);
        if (!errors.isEmpty()) {
            String separator = ",\"errors\":[";
            for (FieldError error : errors) {
                json.raw(separator).raw("{\"field\":").text(error.field());
                json.raw(",\"message\":").text(error.message()).raw("}");
                separator = ",";
            }
            json.raw("]");
        }
        return json.raw("}").join();
    }

    @Override
    public String toString() {
        return new String(envelope(""), StandardCharsets.UTF_8);
    }
}
