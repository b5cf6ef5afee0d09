package com.ones1ght.adapters.signage.storeapi;

import com.ones1ght.adapters.signage.storeapi.SignageReply.Kind;
import com.ones1ght.application.shared.Correlation;
import com.ones1ght.application.shared.RetryAfter;
import com.ones1ght.application.shared.Span;
import com.ones1ght.application.shared.Tracing;
import com.ones1ght.application.shared.port.CallObserver;
import com.ones1ght.application.shared.port.CallObserver.Outcome;
import com.ones1ght.application.shared.port.SpanRecorder.Role;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Sends triggers with limits on time and concurrency, behind a circuit breaker. It does not retry: the outbox does. The
 * values of the annotations can be overridden by MicroProfile Fault Tolerance's own settings.
 */
@ApplicationScoped
public class SignageApiClient {

    /** The lowest status with which a call's span has failed. */
    private static final int FAILURE = 400;

    /** The name of the store-API for the observer of calls. */
    public static final String UPSTREAM = "signage-api";

    /** The 4xx that any trigger would get. All others concern the trigger itself, whose store is named by a client. */
    private static final Set<Integer> ABOUT_THE_CALLER = Set.of(401, 403, 407, 408, 425);

    private SignageApi api;
    private InstantSource clock;
    private Tracing tracing;
    private @Nullable String host;
    private CallObserver observer;
    private volatile String lastFailure = "recent calls have failed";

    /** For the CDI proxy. */
    protected SignageApiClient() {}

    @Inject
    public SignageApiClient(SignageApiSettings settings, InstantSource clock, Tracing tracing, CallObserver observer) {
        this.tracing = tracing;
        this.host = settings.url().getHost();
        this.clock = clock;
        this.observer = observer;
        RestClientBuilder builder = RestClientBuilder.newBuilder()
                .baseUri(settings.url())
                .connectTimeout(settings.connectTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .readTimeout(settings.readTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .followRedirects(false)
                .property("microprofile.rest.client.disable.default.mapper", true);
        if (settings.apiKey() != null) {
            String credentials = "Bearer " + settings.apiKey();
            ClientRequestFilter authorization =
                    request -> request.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, credentials);
            builder.register(authorization);
        }
        ClientRequestFilter correlation =
                request -> Correlation.currentHeaders().forEach(request.getHeaders()::putSingle);
        builder.register(correlation);
        this.api = builder.build(SignageApi.class);
    }

    /**
     * @return the answer, also if the store-API refuses this trigger, which does not affect others
     * @throws SignageApiFailure if the store-API is unreachable or accepts no triggers
     * @throws org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException if the call was not made: too
     *     many are in flight, or the circuit breaker is open
     */
    @CircuitBreaker(
            requestVolumeThreshold = 10,
            failureRatio = 0.5,
            delay = 5,
            delayUnit = ChronoUnit.SECONDS,
            failOn = SignageApiFailure.class)
    @Bulkhead(32)
    public SignageReply send(String store, String trigger) {
        Span span = tracing.begin(Role.CLIENT, "signage.call")
                .with("http.request.method", "POST")
                .with("server.address", host);
        return span.around(() -> send(store, trigger, span));
    }

    private SignageReply send(String store, String trigger, Span span) {
        long begun = System.nanoTime();
        try (Response response = api.trigger(store, trigger)) {
            int status = response.getStatus();
            span.withStatus(status, FAILURE);
            if (status / 100 == 2) {
                observe(Outcome.ANSWERED, begun);
                return new SignageReply(Kind.ACCEPTED, status, null);
            }
            if (status == 429 || status == 503) {
                observe(Outcome.BUSY, begun);
                return new SignageReply(
                        Kind.BUSY,
                        status,
                        RetryAfter.parse(response.getHeaderString(HttpHeaders.RETRY_AFTER), clock.instant()));
            }
            if (status / 100 == 4 && !ABOUT_THE_CALLER.contains(status)) {
                observe(Outcome.REFUSED, begun);
                return new SignageReply(Kind.REFUSED, status, null);
            }
            throw recorded(new SignageApiFailure("answered " + status, null), begun);
        } catch (ProcessingException e) {
            throw recorded(new SignageApiFailure("is unreachable, timed out, or closed the connection", e), begun);
        }
    }

    private SignageApiFailure recorded(SignageApiFailure failure, long begun) {
        lastFailure = String.valueOf(failure.getMessage());
        observe(Outcome.FAILED, begun);
        return failure;
    }

    private void observe(Outcome outcome, long begun) {
        observer.ended(UPSTREAM, outcome, Duration.ofNanos(System.nanoTime() - begun));
    }

    /** Tells the observer of a call that was not made. */
    void notMade(Outcome outcome) {
        observer.ended(UPSTREAM, outcome, Duration.ZERO);
    }

    /** The reason of the latest failure; while the circuit breaker is open, the one that opened it. */
    public String lastFailure() {
        return lastFailure;
    }

    @PreDestroy
    void close() {
        api.close();
    }
}
