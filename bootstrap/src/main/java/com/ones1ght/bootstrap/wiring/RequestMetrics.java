package com.ones1ght.bootstrap.wiring;

import com.ones1ght.adapters.rest.shared.RequestObserver;
import com.ones1ght.bootstrap.metrics.Metric;
import com.ones1ght.bootstrap.metrics.Metrics;
import com.ones1ght.domain.shared.ErrorCode;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/** What operators see of the requests. */
final class RequestMetrics implements RequestObserver {

    private static final double NANOS = 1e9;

    private final Metrics metrics;
    private final Map<Kind, DoubleConsumer> seconds = new ConcurrentHashMap<>();
    private final Map<ErrorCode, LongAdder> refusals = new EnumMap<>(ErrorCode.class);

    private record Kind(String method, String route, int status) {}

    RequestMetrics(Metrics metrics) {
        this.metrics = metrics;
        for (ErrorCode code : ErrorCode.values()) {
            refusals.put(code, metrics.counter(Metric.HTTP_REFUSALS, code.name()));
        }
    }

    @Override
    public void answered(String method, String route, int status, @Nullable ErrorCode refusal, long nanos) {
        Kind kind = new Kind(method, route, status);
        DoubleConsumer known = seconds.get(kind);
        if (known == null) {
            known = seconds.computeIfAbsent(kind, this::shown);
        }
        known.accept(nanos / NANOS);
        if (refusal != null) {
            refusals.get(refusal).increment();
        }
    }

    private DoubleConsumer shown(Kind kind) {
        return metrics.histogram(
                Metric.HTTP_REQUEST_DURATION, kind.method(), kind.route(), Integer.toString(kind.status()));
    }
}
