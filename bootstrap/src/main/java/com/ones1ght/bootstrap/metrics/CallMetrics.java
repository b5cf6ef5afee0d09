package com.ones1ght.bootstrap.metrics;

import com.ones1ght.application.shared.port.CallObserver;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.DoubleConsumer;

/** Counts and times the calls of models and stores. */
public final class CallMetrics implements CallObserver {

    private static final double NANOS = 1e9;

    private final Metrics metrics;
    private final Map<String, Calls> upstreams = new ConcurrentHashMap<>();

    public CallMetrics(Metrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public void ended(String upstream, Outcome outcome, Duration time) {
        Calls calls = upstreams.computeIfAbsent(upstream, this::shown);
        calls.outcomes.get(outcome).increment();
        switch (outcome) {
            case BREAKER_OPEN -> calls.isBreakerOpen.set(true);
            case ANSWERED, REFUSED, BUSY -> calls.isBreakerOpen.set(false);
            default -> {}
        }
        if (outcome.isMade()) {
            calls.seconds.accept(time.toNanos() / NANOS);
        }
    }

    /** Shows the upstream from now on, before its first call. */
    public void show(String upstream) {
        upstreams.computeIfAbsent(upstream, this::shown);
    }

    /**
     * Also shows whether the upstream's circuit breaker is open, as its calls reveal it: from the first call that is not
     * made until one is answered. MicroProfile Fault Tolerance does not tell the state of its breakers.
     */
    public void showWithBreaker(String upstream) {
        Calls calls = upstreams.computeIfAbsent(upstream, this::shown);
        metrics.gauge(Metric.UPSTREAM_BREAKERS_OPEN, () -> calls.isBreakerOpen.get() ? 1 : 0, upstream);
    }

    private Calls shown(String upstream) {
        Map<Outcome, LongAdder> outcomes = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            outcomes.put(
                    outcome,
                    metrics.counter(
                            Metric.UPSTREAM_CALLS, upstream, outcome.name().toLowerCase(Locale.ROOT)));
        }
        return new Calls(outcomes, metrics.histogram(Metric.UPSTREAM_CALL_DURATION, upstream), new AtomicBoolean());
    }

    private record Calls(Map<Outcome, LongAdder> outcomes, DoubleConsumer seconds, AtomicBoolean isBreakerOpen) {}
}
