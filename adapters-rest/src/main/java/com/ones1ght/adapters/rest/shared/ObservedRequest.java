package com.ones1ght.adapters.rest.shared;

import com.ones1ght.application.shared.Span;
import com.ones1ght.domain.shared.ErrorCode;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Tells the {@link RequestObserver}, and ends the request's span, once when the request has been answered: at its return,
 * or, if it is processed asynchronously, at its completion. An event stream counts as answered when it is open.
 */
final class ObservedRequest extends HttpServletRequestWrapper implements AsyncListener {

    /** The attribute of a request that was refused: its {@link ErrorCode}. */
    static final String REFUSAL = "com.ones1ght.http.refusal";

    /** What the observer is told instead of a method that is not a usual one. */
    static final String OTHER_METHOD = "other";

    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");

    private final HttpServletResponse response;
    private final RequestObserver observer;
    private final Span span;
    private final long begun = System.nanoTime();
    private final AtomicBoolean told = new AtomicBoolean();
    private boolean asynchronous;

    ObservedRequest(HttpServletRequest request, HttpServletResponse response, RequestObserver observer, Span span) {
        super(request);
        this.response = response;
        this.observer = observer;
        this.span = span;
    }

    /** The application has returned; once asynchronous processing has begun, the request belongs to another thread. */
    void returned() {
        if (!asynchronous) {
            tell(response.getStatus());
        }
    }

    /** The application has failed; the server is going to answer 500. */
    void failed() {
        tell(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
    }

    @Override
    public AsyncContext startAsync() {
        return observed(super.startAsync());
    }

    @Override
    public AsyncContext startAsync(ServletRequest request, ServletResponse wrapped) {
        return observed(super.startAsync(request, wrapped));
    }

    private AsyncContext observed(AsyncContext context) {
        asynchronous = true;
        String type = response.getContentType();
        if (type != null && type.startsWith("text/event-stream")) {
            tell(response.getStatus());
        } else {
            context.addListener(this);
        }
        return context;
    }

    private void tell(int given) {
        if (told.compareAndSet(false, true)) {
            int status = ErrorPage.shown(given);
            String method = METHODS.contains(getMethod()) ? getMethod() : OTHER_METHOD;
            String route = Routes.of(this);
            ErrorCode refusal = refusal(status);
            observer.answered(method, route, status, refusal, System.nanoTime() - begun);
            RequestTrace.end(span, method, route, status, refusal);
        }
    }

    private @Nullable ErrorCode refusal(int status) {
        if (getAttribute(REFUSAL) instanceof ErrorCode known) {
            return known;
        }
        // The error page is only called later.
        return status < HttpServletResponse.SC_BAD_REQUEST
                ? null
                : Statuses.failure(status).code();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        tell(response.getStatus());
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        // Followed by the completion.
    }

    @Override
    public void onError(AsyncEvent event) {
        // Followed by the completion.
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // Restarting has removed the listeners.
        event.getAsyncContext().addListener(this);
    }
}
