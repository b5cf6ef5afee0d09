package com.ones1ght.adapters.rest.shared;

import com.ones1ght.domain.shared.ErrorCode;
import org.jspecify.annotations.Nullable;

/** Is told of each request that the application has answered. Returns at once and never fails. */
public interface RequestObserver {

    /**
     * A request has been answered.
     *
     * @param method one of the usual methods of HTTP, or {@code other}
     * @param route the template of the path, such as {@code /v1/profile/{profile_id}}; never what a client has made up
     * @param status the HTTP status
     * @param refusal why it was refused or failed; null if it was not
     * @param nanos the time until the answer was complete; for an event stream, until it was open
     */
    void answered(String method, String route, int status, @Nullable ErrorCode refusal, long nanos);
}
