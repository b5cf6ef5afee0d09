package com.ones1ght.bootstrap.wiring;

import com.ones1ght.adapters.llm.http.HttpUpstream;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** What operators see of the model backends at {@code /metrics}. */
@ApplicationScoped
public class UpstreamMetrics {

    @Inject
    private MetricRegistry registry;

    /** Shows from now on how many calls are under way, and whether the circuit breaker is open (1) or not (0). */
    HttpUpstream watched(HttpUpstream upstream) {
        Tag tag = new Tag("upstream", upstream.name());
        registry.gauge("ones1ght_upstream_calls_in_flight", upstream, HttpUpstream::inFlight, tag);
        registry.gauge("ones1ght_upstream_breaker_open", upstream, one -> one.isShut() ? 1 : 0, tag);
        return upstream;
    }
}
