package com.ones1ght.adapters.rest.shared;

import com.ones1ght.adapters.rest.accesslog.HttpMethods;
import com.ones1ght.adapters.rest.accesslog.LoggedRequest;
import com.ones1ght.application.shared.Correlation;
import com.ones1ght.application.shared.Span;
import com.ones1ght.application.shared.TenantScope;
import com.ones1ght.domain.shared.ErrorCode;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A request on its way through the application. Once it has been answered, the {@link RequestObserver} is told, its span
 * ends, and the access log gets its record: at its return, or, if it is processed asynchronously, at its completion. Only
 * an event stream counts as answered when it is open, except for the access log.
 */
final class ObservedRequest extends HttpServletRequestWrapper implements AsyncListener {

    /** The attribute of a request that was refused: its {@link ErrorCode}. */
    static final String REFUSAL = "com.ones1ght.http.refusal";

    /** What the observer is told instead of a method that is not a usual one. */
    static final String OTHER_METHOD = "other";

    private final HttpServletResponse response;
    private final RequestObserver observer;
    private final Span span;
    private final @Nullable LoggedRequest logged;
    private final long begun = System.nanoTime();
    private final AtomicBoolean told = new AtomicBoolean();
    private boolean asynchronous;

    /** Of the thread that began to process the request asynchronously. */
    private @Nullable String tenant;

    /**
     * @param response the response that the application writes to
     * @param logged null while the access log is off
     */
    ObservedRequest(
            HttpServletRequest request,
            HttpServletResponse response,
            RequestObserver observer,
            Span span,
            @Nullable LoggedRequest logged) {
        super(request);
        this.response = response;
        this.observer = observer;
        this.span = span;
        this.logged = logged;
    }

    /** The application has returned; once asynchronous processing has begun, the request belongs to another thread. */
    void returned() {
        if (!asynchronous) {
            tell(response.getStatus());
            log(response.getStatus(), TenantScope.current());
        }
    }

    /** The application has failed; the server is going to answer 500. */
    void failed() {
        tell(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        log(HttpServletResponse.SC_INTERNAL_SERVER_ERROR, TenantScope.current());
    }

    @Override
    public AsyncContext startAsync() {
        return observed(logged == null ? super.startAsync() : super.startAsync(getRequest(), response));
    }

    @Override
    public AsyncContext startAsync(ServletRequest request, ServletResponse wrapped) {
        return observed(super.startAsync(request, wrapped));
    }

    private AsyncContext observed(AsyncContext context) {
        asynchronous = true;
        tenant = TenantScope.current();
        String type = response.getContentType();
        boolean isStream = type != null && type.startsWith("text/event-stream");
        if (isStream) {
            tell(response.getStatus());
        }
        if (!isStream || logged != null) {
            context.addListener(this);
        }
        return context;
    }

    private void tell(int given) {
        if (told.compareAndSet(false, true)) {
            int status = ErrorPage.shown(given);
            String method = HttpMethods.isUsual(getMethod()) ? getMethod() : OTHER_METHOD;
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

    private void log(int status, @Nullable String authenticated) {
        if (logged != null) {
            logged.answered(status, authenticated);
        }
    }

    @Override
    public void onComplete(AsyncEvent event) {
        tell(response.getStatus());
        if (logged != null) {
            // The thread may be working for another request.
            Correlation.during(
                    span.correlation(),
                    () -> TenantScope.during(tenant, () -> {
                        log(response.getStatus(), tenant);
                        return true;
                    }));
        }
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
