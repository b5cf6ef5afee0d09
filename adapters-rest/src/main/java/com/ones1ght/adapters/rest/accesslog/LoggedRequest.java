package com.ones1ght.adapters.rest.accesslog;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** What the access log is going to say of a request, once it is answered. */
public final class LoggedRequest {

    private final long start = System.nanoTime();
    private final AtomicBoolean written = new AtomicBoolean();
    private final CountedResponse response;
    private final String client;
    private final String requestId;
    private final String method;
    private final String path;

    LoggedRequest(
            HttpServletRequest request, HttpServletResponse response, String client, String path, String requestId) {
        this.response = new CountedResponse(response);
        this.client = client;
        this.requestId = requestId;
        // The request is not to be read any more once it is answered.
        this.method = request.getMethod();
        this.path = path;
    }

    /** The response that the application has to write to. */
    public HttpServletResponse response() {
        return response;
    }

    /**
     * The request is answered; the first call counts.
     *
     * @param status of the answer
     * @param tenant the code of the authenticated tenant, or null
     */
    public void answered(int status, @Nullable String tenant) {
        if (written.compareAndSet(false, true)) {
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
            AccessLog.write(client, method, path, status, response.count(), millis, requestId, tenant);
        }
    }
}
