package com.ones1ght.adapters.store.storeapi;

import com.fasterxml.jackson.databind.node.MissingNode;
import com.ones1ght.adapters.store.storeapi.StoreReply.Kind;
import com.ones1ght.application.shared.Correlation;
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
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.rest.client.RestClientBuilder;

/**
 * Calls the store-API with limits on time, size and concurrency, behind a circuit breaker. The values of the
 * annotations can be overridden by MicroProfile Fault Tolerance's own settings.
 */
@ApplicationScoped
public class StoreApiClient {

    /** The lowest status with which a call's span has failed. */
    private static final int FAILURE = 400;

    /** The name of the store-API for the observer of calls. */
    public static final String UPSTREAM = "store-api";

    private final OddEntries oddEntries = new OddEntries();
    private StoreApi api;
    private StoreApiSettings settings;
    private Tracing tracing;
    private CallObserver observer;
    private volatile String lastFailure = "recent calls have failed";

    /** For the CDI proxy. */
    protected StoreApiClient() {}

    @Inject
    public StoreApiClient(StoreApiSettings settings, Tracing tracing, CallObserver observer) {
        this.tracing = tracing;
        this.settings = settings;
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
        this.api = builder.build(StoreApi.class);
    }

    /**
     * Makes a call and retries it once, unless it timed out.
     *
     * @throws StoreApiFailure when there is no usable answer
     * @throws org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException if the call was not made: too
     *     many are in flight, or the circuit breaker is open
     */
    @Retry(
            maxRetries = 1,
            delay = 100,
            jitter = 50,
            retryOn = StoreApiFailure.class,
            abortOn = StoreApiFailure.TooSlow.class)
    @CircuitBreaker(
            requestVolumeThreshold = 10,
            failureRatio = 0.5,
            delay = 5,
            delayUnit = ChronoUnit.SECONDS,
            failOn = StoreApiFailure.class)
    @Bulkhead(32)
    public StoreReply ask(Function<StoreApi, Response> call) {
        Span span = tracing.begin(Role.CLIENT, "store.call")
                .with("http.request.method", "GET")
                .with("server.address", settings.url().getHost());
        return span.around(() -> ask(call, span));
    }

    private StoreReply ask(Function<StoreApi, Response> call, Span span) {
        long begun = System.nanoTime();
        try (Response response = call.apply(api)) {
            span.withStatus(response.getStatus(), FAILURE);
            StoreReply reply = judge(response);
            observe(reply.kind() == Kind.BUSY ? Outcome.BUSY : Outcome.ANSWERED, begun);
            return reply;
        } catch (ProcessingException e) {
            throw recorded(
                    isTimeout(e)
                            ? new StoreApiFailure.TooSlow(e)
                            : new StoreApiFailure("is unreachable, or closed the connection", e),
                    begun);
        } catch (StoreApiFailure e) {
            throw recorded(e, begun);
        }
    }

    private StoreApiFailure recorded(StoreApiFailure failure, long begun) {
        lastFailure = String.valueOf(failure.getMessage());
        observe(failure instanceof StoreApiFailure.TooSlow ? Outcome.TIMED_OUT : Outcome.FAILED, begun);
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

    /** The entries of answers that could not be read. */
    public OddEntries oddEntries() {
        return oddEntries;
    }

    private StoreReply judge(Response response) {
        int status = response.getStatus();
        return switch (status) {
            case 404 -> new StoreReply(Kind.UNKNOWN, MissingNode.getInstance());
            case 429, 503 -> new StoreReply(Kind.BUSY, MissingNode.getInstance());
            case 200 ->
                new StoreReply(
                        Kind.FOUND, AnswerReader.read(response.readEntity(InputStream.class), settings.callTimeout()));
            default -> throw new StoreApiFailure("answered " + status, null);
        };
    }

    private static boolean isTimeout(Throwable failure) {
        for (Throwable one = failure; one != null; one = one.getCause()) {
            if (one instanceof SocketTimeoutException) {
                return true;
            }
        }
        return false;
    }

    @PreDestroy
    void close() {
        api.close();
    }
}
