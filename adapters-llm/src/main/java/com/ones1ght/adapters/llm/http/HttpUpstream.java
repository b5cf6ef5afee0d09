package com.ones1ght.adapters.llm.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.ones1ght.domain.chat.RunFailure.Cause;
import dev.failsafe.CircuitBreaker;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * One upstream, with its own limits and its own circuit breaker. A call in flight holds no thread, which the
 * MicroProfile REST Client's would.
 */
public final class HttpUpstream {

    private static final int MOST_BYTES = 2 * 1024 * 1024;
    private static final Duration WHEN_FULL = Duration.ofSeconds(1);
    private static final Duration WHEN_OPEN = Duration.ofSeconds(5);
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final UpstreamSettings settings;
    private final HttpClient client;
    private final InstantSource clock;
    private final Semaphore places;
    private final CircuitBreaker<Object> breaker = CircuitBreaker.builder()
            .withFailureThreshold(5, 10)
            .withDelay(WHEN_OPEN)
            .build();

    /** @param executor runs what is to be done between the parts of an answer; a few threads serve all calls */
    public HttpUpstream(UpstreamSettings settings, Executor executor, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        this.places = new Semaphore(settings.maxConcurrency());
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

    /** Calls in flight, for the metrics. */
    public int inFlight() {
        return settings.maxConcurrency() - places.availablePermits();
    }

    /** Whether the circuit breaker lets no call pass, for the metrics. */
    public boolean isShut() {
        return breaker.isOpen();
    }

    /** Asks upstream. The stage fails with {@link UpstreamException}, as it is or as the cause. */
    public CompletionStage<UpstreamReply> send(UpstreamCall call) {
        HttpRequest request = request(call);
        if (!places.tryAcquire()) {
            return CompletableFuture.failedStage(failure("has no place free", Cause.UPSTREAM_TIMEOUT, WHEN_FULL, null));
        }
        if (!breaker.tryAcquirePermit()) {
            places.release();
            return CompletableFuture.failedStage(
                    failure("is left alone after failures", Cause.UPSTREAM_ERROR, WHEN_OPEN, null));
        }
        return exchange(request).handle((response, failure) -> {
            places.release();
            boolean isWaitedFor = response != null && asksToWait(response);
            try {
                UpstreamReply reply = judge(response, failure);
                breaker.recordSuccess();
                return reply;
            } catch (RuntimeException unusable) {
                if (isWaitedFor) {
                    breaker.recordSuccess();
                } else {
                    breaker.recordFailure();
                }
                throw unusable;
            }
        });
    }

    private static boolean asksToWait(HttpResponse<?> response) {
        return response.statusCode() == 429 || response.statusCode() == 503;
    }

    private HttpRequest request(UpstreamCall call) {
        JsonNode body = call.body();
        HttpRequest.Builder builder = HttpRequest.newBuilder(settings.resolve(call.path()))
                .timeout(settings.readTimeout())
                .header("Accept", "application/json")
                .method(
                        call.method(),
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body.toString()));
        if (body != null) {
            builder.header("Content-Type", "application/json");
        }
        if (settings.apiKey() != null) {
            builder.header("Authorization", "Bearer " + settings.apiKey());
        }
        call.passedOn().forEach(builder::setHeader);
        return builder.build();
    }

    private CompletableFuture<HttpResponse<byte[]>> exchange(HttpRequest request) {
        AtomicLong signsOfLife = new AtomicLong();
        CompletableFuture<HttpResponse<byte[]>> sent = client.sendAsync(
                request,
                head -> new LimitedBody(
                        MOST_BYTES,
                        signsOfLife,
                        failure("answers more than 2 MiB", Cause.INVALID_UPSTREAM_ANSWER, null, null)));
        CompletableFuture<HttpResponse<byte[]>> limited =
                sent.copy().orTimeout(settings.callTimeout().toMillis(), TimeUnit.MILLISECONDS);
        watch(limited, signsOfLife, 0);
        return limited.whenComplete((response, failure) -> {
            if (failure != null) {
                sent.cancel(true);
            }
        });
    }

    /** Ends the exchange when nothing has come between two looks; before the head the client's own limit holds. */
    private void watch(CompletableFuture<?> exchange, AtomicLong signsOfLife, long before) {
        new CompletableFuture<Void>()
                .completeOnTimeout(null, settings.readTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .thenRun(() -> {
                    long now = signsOfLife.get();
                    if (exchange.isDone()) {
                        return;
                    }
                    if (now > 0 && now == before) {
                        exchange.completeExceptionally(new TimeoutException());
                    } else {
                        watch(exchange, signsOfLife, now);
                    }
                });
    }

    private UpstreamReply judge(@Nullable HttpResponse<byte[]> response, @Nullable Throwable failure) {
        if (response == null) {
            throw translate(failure);
        }
        int status = response.statusCode();
        if (asksToWait(response)) {
            Duration pause = response.headers()
                    .firstValue("Retry-After")
                    .map(header -> RetryAfter.parse(header, clock.instant()))
                    .orElse(null);
            throw failure("asks to wait (" + status + ")", Cause.UPSTREAM_ERROR, pause, null);
        }
        if (status >= 500) {
            throw failure("answered " + status, Cause.UPSTREAM_ERROR, null, null);
        }
        if (status / 100 == 3) {
            throw failure("redirects, which is not followed", Cause.UPSTREAM_ERROR, null, null);
        }
        return new UpstreamReply(status, body(response));
    }

    private JsonNode body(HttpResponse<byte[]> response) {
        boolean isSuccess = response.statusCode() / 100 == 2;
        if (response.body().length == 0) {
            return MissingNode.getInstance();
        }
        try {
            return JSON.readTree(response.body());
        } catch (JsonProcessingException e) {
            if (isSuccess) {
                throw failure("answered what is not JSON", Cause.INVALID_UPSTREAM_ANSWER, null, null);
            }
            return MissingNode.getInstance();
        } catch (IOException e) {
            throw failure("gave no readable answer", Cause.INVALID_UPSTREAM_ANSWER, null, e);
        }
    }

    private UpstreamException translate(@Nullable Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        for (Throwable one = cause; one != null; one = one.getCause()) {
            if (one instanceof UpstreamException known) {
                return known;
            }
            if (one instanceof HttpTimeoutException || one instanceof TimeoutException) {
                return failure("did not answer in time", Cause.UPSTREAM_TIMEOUT, null, cause);
            }
        }
        return failure("cannot be reached, or broke off", Cause.UPSTREAM_ERROR, null, cause);
    }

    private UpstreamException failure(
            String what, Cause reason, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        return new UpstreamException(settings.name() + " " + what, reason, retryAfter, cause);
    }
}
