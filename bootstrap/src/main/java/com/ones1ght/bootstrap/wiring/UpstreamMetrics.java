package com.ones1ght.bootstrap.wiring;

import com.ones1ght.adapters.llm.http.HttpUpstream;
import com.ones1ght.adapters.llm.http.TokenUsage;
import com.ones1ght.adapters.signage.storeapi.SignageApiClient;
import com.ones1ght.adapters.store.storeapi.StoreApiClient;
import com.ones1ght.application.chat.port.RecommendationPipeline;
import com.ones1ght.application.shared.port.CallObserver;
import com.ones1ght.bootstrap.metrics.CallMetrics;
import com.ones1ght.bootstrap.metrics.MeteredPipeline;
import com.ones1ght.bootstrap.metrics.Metric;
import com.ones1ght.bootstrap.metrics.Metrics;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/**
 * What operators see of the models, the store and the signages. The models of all tenants that have the same backend are one upstream, so
 * that the number of series does not grow with the tenants; the log names the one that fails.
 */
@ApplicationScoped
public class UpstreamMetrics {

    @Inject
    private Metrics metrics;

    @Inject
    private CallMetrics calls;

    /** By backend and name. Weak, because models come and go, and nobody says when one is no longer used. */
    private final Map<String, Map<String, WeakReference<HttpUpstream>>> models = new ConcurrentHashMap<>();

    /** Shows from now on how many calls are in progress, and whether the circuit breaker is open. */
    HttpUpstream watched(String backend, HttpUpstream upstream) {
        models.computeIfAbsent(backend, this::shown)
                // A model that was set up anew takes the place of what it was.
                .put(upstream.name(), new WeakReference<>(upstream));
        return upstream;
    }

    private Map<String, WeakReference<HttpUpstream>> shown(String backend) {
        Map<String, WeakReference<HttpUpstream>> known = new ConcurrentHashMap<>();
        metrics.gauge(Metric.UPSTREAM_CALLS_IN_FLIGHT, () -> sum(known, HttpUpstream::inFlight), backend);
        metrics.gauge(Metric.UPSTREAM_BREAKERS_OPEN, () -> sum(known, one -> one.isShut() ? 1 : 0), backend);
        return known;
    }

    private static int sum(Map<String, WeakReference<HttpUpstream>> known, ToIntFunction<HttpUpstream> figure) {
        known.values().removeIf(one -> one.get() == null);
        return known.values().stream()
                .map(WeakReference::get)
                .filter(Objects::nonNull)
                .mapToInt(figure)
                .sum();
    }

    /** Counts the calls of a backend's models. */
    BiConsumer<CallObserver.Outcome, Duration> callsOf(String backend) {
        calls.show(backend);
        return (outcome, time) -> calls.ended(backend, outcome, time);
    }

    /** Times the steps of a backend. */
    RecommendationPipeline timed(String backend, RecommendationPipeline pipeline) {
        return new MeteredPipeline(backend, pipeline, metrics);
    }

    /** Shows its calls from now on, whether the circuit breaker is open, and how many entries of answers were unreadable. */
    StoreApiClient watched(StoreApiClient store) {
        calls.showWithBreaker(StoreApiClient.UPSTREAM);
        metrics.counted(Metric.STORE_ODD_ENTRIES, () -> store.oddEntries().count());
        return store;
    }

    /** Shows its calls from now on, and whether the circuit breaker is open. */
    SignageApiClient watched(SignageApiClient signages) {
        calls.showWithBreaker(SignageApiClient.UPSTREAM);
        return signages;
    }

    /** Counts the tokens that a backend's models read and write. */
    Consumer<TokenUsage> tokensOf(String backend) {
        LongAdder prompt = metrics.counter(Metric.MODEL_TOKENS, backend, "prompt");
        LongAdder completion = metrics.counter(Metric.MODEL_TOKENS, backend, "completion");
        return usage -> {
            prompt.add(usage.prompt());
            completion.add(usage.completion());
        };
    }
}
