package com.ones1ght.adapters.llm.http;

import com.ones1ght.application.shared.AsyncFailures;
import com.ones1ght.application.shared.Span;
import com.ones1ght.application.shared.Tracing;
import com.ones1ght.application.shared.port.CallObserver.Outcome;
import com.ones1ght.application.shared.port.SpanRecorder.Role;
import com.ones1ght.domain.chat.RunFailure.Cause;
import dev.failsafe.CircuitBreaker;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * An upstream with its own limits and its own circuit breaker. Unlike with the MicroProfile REST Client, a call in
 * flight holds no thread.
 */
public final class HttpUpstream {

    private static final int MAX_BYTES = 2 * 1024 * 1024;

    /** The lowest status with which a call's span has failed. */
    private static final int FAILURE = 400;

    private static final Duration RETRY_WHEN_FULL = Duration.ofSeconds(1);
    private static final Duration RETRY_WHEN_OPEN = Duration.ofSeconds(5);

    private final UpstreamSettings settings;
    private final HttpClient client;
    private final Tracing tracing;
    private final UpstreamRequests requests;
    private final ReplyReader replies;
    private final Semaphore permits;
    private final BiConsumer<Outcome, Duration> observer;
    private volatile @Nullable UpstreamException lastFailure;
    private final CircuitBreaker<Object> breaker = CircuitBreaker.builder()
            .withFailureThreshold(5, 10)
            .withDelay(RETRY_WHEN_OPEN)
            .build();

    /**
     * @param executor runs the work between the parts of an answer; a few threads serve all calls
     * @param tracing records calls
     * @param observer is told of each call, and the time that it took; returns at once and never fails
     */
    public HttpUpstream(
            UpstreamSettings settings,
            Executor executor,
            InstantSource clock,
            Tracing tracing,
            BiConsumer<Outcome, Duration> observer) {
        this(settings, executor, clock, tracing, observer, HostNames.ofTheSystem());
    }

    HttpUpstream(
            UpstreamSettings settings,
            Executor executor,
            InstantSource clock,
            Tracing tracing,
            BiConsumer<Outcome, Duration> observer,
            HostNames names) {
        this.tracing = tracing;
        this.observer = observer;
        this.settings = settings;
        this.requests = new UpstreamRequests(settings, names);
        this.replies = new ReplyReader(settings.name(), clock);
        this.permits = new Semaphore(settings.maxConcurrency());
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.connectTimeout())
                .executor(executor)
                .build();
    }

    public String name() {
        return settings.name();
    }

    /** The number of calls in flight, for the metrics. */
    public int inFlight() {
        return settings.maxConcurrency() - permits.availablePermits();
    }

    /** Whether the circuit breaker is open, for the metrics. */
    public boolean isShut() {
        return breaker.isOpen();
    }

    /**
     * Sends a call. The stage fails with {@link UpstreamException}, directly or as the cause. Cancelling its future drops
     * the call: its connection is closed, and it counts neither as a success nor as a failure.
     */
    public CompletionStage<UpstreamReply> send(UpstreamCall call) {
        if (!permits.tryAcquire()) {
            observer.accept(Outcome.LIMIT_REACHED, Duration.ZERO);
            return CompletableFuture.failedStage(failure(
                    "has reached its limit of concurrent calls", Cause.UPSTREAM_TIMEOUT, RETRY_WHEN_FULL, null));
        }
        if (!breaker.tryAcquirePermit()) {
            permits.release();
            observer.accept(Outcome.BREAKER_OPEN, Duration.ZERO);
            return CompletableFuture.failedStage(circuitOpen());
        }
        long begun = System.nanoTime();
        CompletableFuture<HttpResponse<byte[]>> exchange = exchange(call);
        CompletableFuture<UpstreamReply> judged = exchange.handle((response, failure) -> {
            permits.release();
            if (failure != null && AsyncFailures.cause(failure) instanceof CancellationException dropped) {
                drop();
                throw dropped;
            }
            boolean asksToWait = response != null && ReplyReader.asksToWait(response.statusCode());
            try {
                UpstreamReply reply = judge(response, failure);
                breaker.recordSuccess();
                return reply;
            } catch (UpstreamException unusable) {
                if (asksToWait) {
                    breaker.recordSuccess();
                } else {
                    lastFailure = unusable;
                    breaker.recordFailure();
                }
                throw unusable;
            }
        });
        judged.whenComplete((reply, failure) ->
                observer.accept(CallOutcomes.of(reply, failure), Duration.ofNanos(System.nanoTime() - begun)));
        // A future of its own for the caller: cancelling the one above would skip its accounting.
        CompletableFuture<UpstreamReply> answer = judged.copy();
        answer.whenComplete((reply, failure) -> {
            if (answer.isCancelled()) {
                exchange.cancel(true);
            }
        });
        return answer;
    }

    private void drop() {
        if (breaker.isHalfOpen()) {
            // It was the probe, and has proved nothing; the next one follows after the delay.
            breaker.recordFailure();
        }
    }

    /** Has the cause of the failure that opened the circuit breaker, so that a round ends with that cause. */
    private UpstreamException circuitOpen() {
        UpstreamException last = lastFailure;
        return last == null
                ? failure("circuit breaker open", Cause.UPSTREAM_ERROR, RETRY_WHEN_OPEN, null)
                : failure("circuit breaker open: " + last.getMessage(), last.reason(), RETRY_WHEN_OPEN, null);
    }

    private CompletableFuture<HttpResponse<byte[]>> exchange(UpstreamCall call) {
        Span span = tracing.begin(Role.CLIENT, "model.call")
                .with("http.request.method", call.method())
                .with("com.ones1ght.upstream", settings.name())
                .with("server.address", settings.base().getHost());
        return span.until(
                () -> {
                    try {
                        return exchange(requests.of(call, span.headers()));
                    } catch (UnknownHostException e) {
                        return CompletableFuture.failedFuture(e);
                    }
                },
                response -> span.withStatus(response.statusCode(), FAILURE));
    }

    private CompletableFuture<HttpResponse<byte[]>> exchange(HttpRequest request) {
        AtomicLong progress = new AtomicLong();
        CompletableFuture<HttpResponse<byte[]>> sent = client.sendAsync(
                request,
                head -> new LimitedBody(
                        MAX_BYTES,
                        progress,
                        failure("sent an answer larger than 2 MiB", Cause.INVALID_UPSTREAM_ANSWER, null, null)));
        CompletableFuture<HttpResponse<byte[]>> limited =
                sent.copy().orTimeout(settings.callTimeout().toMillis(), TimeUnit.MILLISECONDS);
        watch(limited, progress, 0);
        limited.whenComplete((response, failure) -> {
            if (failure != null) {
                sent.cancel(true);
            }
        });
        return limited;
    }

    /** Ends the exchange if there is no progress between two checks; before the head, the client has its own time-out. */
    private void watch(CompletableFuture<?> exchange, AtomicLong progress, long before) {
        new CompletableFuture<Void>()
                .completeOnTimeout(null, settings.readTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .thenRun(() -> {
                    long now = progress.get();
                    if (exchange.isDone()) {
                        return;
                    }
                    if (now > 0 && now == before) {
                        exchange.completeExceptionally(new TimeoutException());
                    } else {
                        watch(exchange, progress, now);
                    }
                });
    }

    private UpstreamReply judge(@Nullable HttpResponse<byte[]> response, @Nullable Throwable failure) {
        if (response == null) {
            throw translate(AsyncFailures.cause(Objects.requireNonNull(failure, "failure")));
        }
        return replies.read(response);
    }

    private UpstreamException translate(Throwable cause) {
        for (Throwable one = cause; one != null; one = one.getCause()) {
            if (one instanceof UpstreamException known) {
                return known;
            }
            if (one instanceof HttpTimeoutException || one instanceof TimeoutException) {
                return failure("did not answer in time", Cause.UPSTREAM_TIMEOUT, null, cause);
            }
        }
        return failure("is unreachable, or closed the connection", Cause.UPSTREAM_ERROR, null, cause);
    }

    private UpstreamException failure(
            String what, Cause reason, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        return new UpstreamException(settings.name() + " " + what, reason, retryAfter, null, cause);
    }
}
