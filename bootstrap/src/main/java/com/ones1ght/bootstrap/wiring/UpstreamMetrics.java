package com.ones1ght.bootstrap.wiring;

import com.ones1ght.adapters.llm.http.HttpUpstream;
import com.ones1ght.adapters.llm.http.TokenUsage;
import com.ones1ght.adapters.store.storeapi.StoreApiClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Consumer;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.MetricID;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** What operators see of the model backends at {@code /metrics}. */
@ApplicationScoped
public class UpstreamMetrics {

    private static final String CALLS = "ones1ght_upstream_calls_in_flight";
    private static final String BREAKER = "ones1ght_upstream_breaker_open";

    private static final String ODD_ENTRIES = "ones1ght_store_odd_entries";
    private static final String TOKENS = "ones1ght_model_tokens";

    @Inject
    private MetricRegistry registry;

    /** Shows from now on how many calls are under way, and whether the circuit breaker is open (1) or not (0). */
    HttpUpstream watched(HttpUpstream upstream) {
        Tag tag = new Tag("upstream", upstream.name());
        // A model that was set up anew takes the place of what it was.
        registry.remove(new MetricID(CALLS, tag));
        registry.remove(new MetricID(BREAKER, tag));
        registry.gauge(CALLS, upstream, HttpUpstream::inFlight, tag);
        registry.gauge(BREAKER, upstream, one -> one.isShut() ? 1 : 0, tag);
        return upstream;
    }

    /** Shows from now on how many entries of the store's answers could not be read. */
    StoreApiClient watched(StoreApiClient store) {
        registry.gauge(ODD_ENTRIES, store, one -> one.oddEntries().count());
        return store;
    }

    /** Counts the tokens that an upstream's models read and write. */
    Consumer<TokenUsage> tokensOf(String upstream) {
        Counter prompt = registry.counter(TOKENS, new Tag("upstream", upstream), new Tag("kind", "prompt"));
        Counter completion = registry.counter(TOKENS, new Tag("upstream", upstream), new Tag("kind", "completion"));
        return usage -> {
            prompt.inc(usage.prompt());
            completion.inc(usage.completion());
        };
    }
}
