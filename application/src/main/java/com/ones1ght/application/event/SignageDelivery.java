package com.ones1ght.application.event;

import com.ones1ght.application.event.port.SignageOutbox;
import com.ones1ght.application.event.port.SignageOutbox.ClaimedDelivery;
import com.ones1ght.application.event.port.SignageOutbox.DeliveryClaim;
import com.ones1ght.application.shared.AsyncFailures;
import com.ones1ght.application.shared.Correlation;
import com.ones1ght.application.shared.LogText;
import com.ones1ght.application.shared.RedactedStackTrace;
import com.ones1ght.application.shared.Span;
import com.ones1ght.application.shared.TenantScope;
import com.ones1ght.application.shared.Tracing;
import com.ones1ght.application.shared.port.SpanRecorder.Role;
import com.ones1ght.application.shared.work.Backoff;
import com.ones1ght.application.shared.work.Job;
import com.ones1ght.application.shared.work.Job.Next;
import com.ones1ght.application.shared.work.Worker;
import com.ones1ght.application.signage.port.SignageForwarder;
import com.ones1ght.application.signage.port.SignageUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Takes what the outbox holds to the signages, at least once and in order for each profile: a {@link Worker} on the
 * outbox. What fails is tried again with growing pauses, and parked in the end. Pauses are kept in the outbox: nothing
 * waits on this node, and any node goes on.
 */
public final class SignageDelivery implements DueDeliveries {

    private static final System.Logger LOG = System.getLogger(SignageDelivery.class.getName());
    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(30));
    /** What a backend asks for beyond that is asked for again. */
    private static final Duration MAX_REQUESTED_DELAY = Duration.ofMinutes(10);

    /** A store may be set up minutes after its first shopper; longer than that it holds up nobody's next triggers. */
    private static final Duration REFUSED_FOR = Duration.ofMinutes(15);

    /** An attempt is given up before another node may make the next one. */
    private static final int ATTEMPT_PERCENT_OF_LEASE = 80;

    private final SignageOutbox outbox;
    private final SignageForwarder forwarder;
    private final Executor executor;
    private final InstantSource clock;
    private final Tracing tracing;
    private final DeliverySettings settings;
    private final Worker<ClaimedDelivery, DeliveryClaim> worker;

    /**
     * @param executor runs short pieces of work that may block on the database
     * @param timer only hands work to {@code executor}
     * @param tracing records attempts
     */
    public SignageDelivery(
            SignageOutbox outbox,
            SignageForwarder forwarder,
            Executor executor,
            ScheduledExecutorService timer,
            InstantSource clock,
            Tracing tracing,
            DeliverySettings settings) {
        this.outbox = outbox;
        this.forwarder = forwarder;
        this.executor = executor;
        this.clock = clock;
        this.tracing = tracing;
        this.settings = settings;
        // A forwarder takes no time of the thread that calls it.
        this.worker = new Worker<>(
                "deliveries",
                outbox,
                delivery -> Optional.of(new Delivery(delivery)),
                () -> {},
                Runnable::run,
                executor,
                timer,
                clock,
                settings.worker());
    }

    /** Begins to look for due deliveries. */
    public void start() {
        worker.start();
    }

    /** Starts nothing more, and gives what is under way to the other nodes: it may then arrive twice, with its id. */
    public void stop() {
        worker.stop();
    }

    @Override
    public void wake() {
        worker.wake();
    }

    private final class Delivery extends Job<DeliveryClaim> {

        private final ClaimedDelivery delivery;

        Delivery(ClaimedDelivery delivery) {
            super(delivery.claim());
            this.delivery = delivery;
        }

        @Override
        public UUID key() {
            return delivery.claim().delivery();
        }

        @Override
        public CompletionStage<Next> advance() {
            long atMost = settings.lease().toMillis() * ATTEMPT_PERCENT_OF_LEASE / 100;
            return span(delivery)
                    .until(() -> forward(delivery)
                            .toCompletableFuture()
                            // A copy, whose end by time leaves the forwarder's own stage alone.
                            .thenApply(done -> true)
                            .orTimeout(atMost, TimeUnit.MILLISECONDS))
                    // The hop keeps the database off the threads of the forwarder and of the timeouts.
                    .handleAsync(
                            (done, failure) -> TenantScope.during(
                                    delivery.trigger().tenantCode(), () -> report(delivery, failure)),
                            executor);
        }

        @Override
        public String toString() {
            return "Delivery " + name(delivery);
        }
    }

    /** An attempt, on whatever node: a child of the request that triggered, like those before. */
    private Span span(ClaimedDelivery delivery) {
        return tracing.begin(Role.CONSUMER, "signage.deliver", delivery.correlation())
                .with("com.ones1ght.tenant", delivery.trigger().tenantCode())
                .with("com.ones1ght.round.id", delivery.trigger().round())
                .with("com.ones1ght.attempt", delivery.attempts() + 1)
                .with(
                        "com.ones1ght.queued_ms",
                        Duration.between(delivery.acceptedAt(), clock.instant()).toMillis());
    }

    private CompletionStage<Void> forward(ClaimedDelivery delivery) {
        try {
            return Objects.requireNonNull(forwarder.forward(delivery.trigger()), "the forwarder's stage");
        } catch (Throwable failure) {
            return CompletableFuture.failedStage(failure);
        }
    }

    /** By its end the profile's next delivery becomes due. */
    private Next report(ClaimedDelivery delivery, @Nullable Throwable failure) {
        try {
            if (failure == null) {
                outbox.delivered(delivery.claim());
            } else {
                failed(delivery, AsyncFailures.cause(failure));
            }
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "A delivery is made again once its lease has run out", e);
        }
        return Next.leaveAndClaim();
    }

    private void failed(ClaimedDelivery delivery, Throwable failure) {
        String reason = reason(failure);
        if (!(failure instanceof SignageUnavailableException) && !(failure instanceof TimeoutException)) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "The signage forwarder failed on delivery " + name(delivery),
                    RedactedStackTrace.of(failure));
        }
        Instant now = clock.instant();
        Duration pause = pause(delivery, failure);
        if (!now.isBefore(delivery.acceptedAt().plus(term(failure)))) {
            if (outbox.park(delivery.claim(), now, reason)) {
                LOG.log(
                        System.Logger.Level.ERROR,
                        "Delivery {0} to the signages of store {1} is parked after {2} attempts: {3}",
                        name(delivery),
                        LogText.of(delivery.trigger().store().value()),
                        delivery.attempts() + 1,
                        LogText.of(reason));
            }
        } else if (outbox.postpone(delivery.claim(), now.plus(pause), reason)) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "Delivery {0} waits for the signages of store {1}: {2}",
                    name(delivery),
                    LogText.of(delivery.trigger().store().value()),
                    LogText.of(reason));
        }
    }

    private static String name(ClaimedDelivery delivery) {
        return Correlation.named(delivery.claim().delivery(), delivery.correlation());
    }

    private Duration term(Throwable failure) {
        boolean isRefusal = failure instanceof SignageUnavailableException refused && refused.isRefusal();
        return isRefusal && REFUSED_FOR.compareTo(settings.retryFor()) < 0 ? REFUSED_FOR : settings.retryFor();
    }

    private static String reason(Throwable failure) {
        if (failure instanceof SignageUnavailableException && failure.getMessage() != null) {
            return failure.getMessage();
        }
        return failure instanceof TimeoutException
                ? "no answer in time"
                : failure.getClass().getName();
    }

    private static Duration pause(ClaimedDelivery delivery, Throwable failure) {
        Duration asked = failure instanceof SignageUnavailableException away ? away.retryAfter() : null;
        boolean tooLong = asked != null && asked.compareTo(MAX_REQUESTED_DELAY) > 0;
        return BACKOFF.delay(
                delivery.claim().delivery(), delivery.attempts() + 1, tooLong ? MAX_REQUESTED_DELAY : asked);
    }
}
