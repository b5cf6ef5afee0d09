package com.ones1ght.adapters.rest.shared;

import com.ones1ght.domain.shared.DomainException;
import com.ones1ght.domain.shared.ErrorCode;
import java.net.SocketTimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A request body that did not arrive in full. The packaged server collects bodies before it calls the application, and
 * marks a request by an attribute when it stops waiting.
 */
final class IncompleteBody {

    /** The request's attribute or property: {@link #LATE}, {@link #TOO_LARGE} or null. */
    static final String PROPERTY = "com.ones1ght.http.incomplete-body";

    static final String LATE = "late";
    static final String TOO_LARGE = "too-large";

    private IncompleteBody() {}

    /** Whether a server that reads bodies on demand timed out; most servers report it like this. */
    static boolean isCauseOf(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SocketTimeoutException) {
                return true;
            }
        }
        return false;
    }

    static DomainException timeout() {
        return new DomainException(ErrorCode.REQUEST_TIMEOUT, "The request body did not arrive in time");
    }
}
