package com.ones1ght.adapters.rest.accesslog;

import com.ones1ght.application.shared.Correlation;
import com.ones1ght.application.shared.TenantScope;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A request on its way through the application, to be logged once it is answered. */
public final class LoggedRequest {

    private final long start = System.nanoTime();
    private final HttpServletRequest request;
    private final CountedResponse response;
    private final String client;
    private final String requestId;
    private final String method;
    private final String path;

    LoggedRequest(
            HttpServletRequest request, HttpServletResponse response, String client, String path, String requestId) {
        this.request = request;
        this.response = new CountedResponse(response);
        this.client = client;
        this.requestId = requestId;
        // The request is not to be read any more once it is answered.
        this.method = request.getMethod();
        this.path = path;
    }

    /** The request for the application: asynchronous processing of it writes to {@link #response()}, too. */
    public HttpServletRequest request() {
        return new HttpServletRequestWrapper(request) {
            @Override
            public AsyncContext startAsync() {
                return super.startAsync(getRequest(), response);
            }
        };
    }

    /** The response that the application has to write to. */
    public HttpServletResponse response() {
        return response;
    }

    /**
     * The request's thread leaves the application; the request may be answered later.
     *
     * @param tenant the code of the authenticated tenant, or null
     * @param failed whether an exception leaves the application, which the server answers with 500
     */
    public void leave(@Nullable String tenant, boolean failed) {
        if (!failed && request.isAsyncStarted()) {
            try {
                request.getAsyncContext().addListener(new WhenComplete(tenant));
                return;
            } catch (IllegalStateException completed) {
                // Another thread has answered in the meantime.
            }
        }
        write(tenant, failed ? HttpServletResponse.SC_INTERNAL_SERVER_ERROR : response.getStatus());
    }

    private void write(@Nullable String tenant, int status) {
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        AccessLog.write(client, method, path, status, response.count(), millis, requestId, tenant);
    }

    private final class WhenComplete implements AsyncListener {

        private final @Nullable String tenant;
        private final @Nullable Correlation correlation = Correlation.current();

        WhenComplete(@Nullable String tenant) {
            this.tenant = tenant;
        }

        @Override
        public void onComplete(AsyncEvent event) {
            // The thread may be working for another request.
            Correlation.during(
                    correlation,
                    () -> TenantScope.during(tenant, () -> {
                        write(tenant, response.getStatus());
                        return null;
                    }));
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            // Completed by whoever answers then.
        }

        @Override
        public void onError(AsyncEvent event) {
            // Completed by the container.
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            event.getAsyncContext().addListener(this);
        }
    }
}
