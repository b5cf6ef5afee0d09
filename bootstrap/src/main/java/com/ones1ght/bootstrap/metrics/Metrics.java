package com.ones1ght.bootstrap.metrics;

import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;
import java.util.function.DoubleConsumer;
import java.util.function.DoubleSupplier;

/**
 * This node's values of each {@link Metric}. Belongs to the deployment: nothing of it outlives the application, neither
 * threads nor entries of a registry of the JVM. Thread-safe.
 *
 * <p>Values of labels are given in the order of {@link Metric#labels()}.
 */
public final class Metrics {

    private static final System.Logger LOG = System.getLogger(Metrics.class.getName());

    /** In seconds, from an answer out of memory to a slow model. */
    private static final double[] BUCKETS = {0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60};

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Map<Metric, Map<List<String>, DoubleSupplier>> readings = new EnumMap<>(Metric.class);
    private final Map<Metric, Histogram> histograms = new EnumMap<>(Metric.class);

    /** All metrics, yet without values. */
    public Metrics() {
        for (Metric metric : Metric.values()) {
            switch (metric.kind()) {
                case COUNTER ->
                    registry.register(CounterWithCallback.builder()
                            .name(metric.key())
                            .help(metric.help())
                            .labelNames(names(metric))
                            .callback(values -> readAll(metric, values::call))
                            .build());
                case GAUGE ->
                    registry.register(GaugeWithCallback.builder()
                            .name(metric.key())
                            .help(metric.help())
                            .labelNames(names(metric))
                            .callback(values -> readAll(metric, values::call))
                            .build());
                case HISTOGRAM ->
                    histograms.put(
                            metric,
                            Histogram.builder()
                                    .name(metric.key())
                                    .help(metric.help())
                                    .labelNames(names(metric))
                                    .classicOnly()
                                    .classicUpperBounds(BUCKETS)
                                    // Would start a thread.
                                    .withoutExemplars()
                                    .register(registry));
            }
            readings.put(metric, new ConcurrentHashMap<>());
        }
    }

    private static String[] names(Metric metric) {
        return metric.labels().toArray(String[]::new);
    }

    /** The counter of these labels, shown from now on, at first as 0. Always the same one for the same labels. */
    public LongAdder counter(Metric metric, String... labels) {
        Counted counted = (Counted) readings(metric, Metric.Kind.COUNTER)
                .computeIfAbsent(checked(metric, labels), absent -> new Counted(new LongAdder()));
        return counted.adder();
    }

    /** Shows from now on a count that somebody else keeps, instead of one that was given earlier for these labels. */
    public void counted(Metric metric, DoubleSupplier count, String... labels) {
        readings(metric, Metric.Kind.COUNTER).put(checked(metric, labels), count);
    }

    /** Shows from now on a value that is read at each scrape, instead of one that was given earlier for these labels. */
    public void gauge(Metric metric, DoubleSupplier value, String... labels) {
        readings(metric, Metric.Kind.GAUGE).put(checked(metric, labels), value);
    }

    /** Takes durations in seconds, shown from now on. */
    public DoubleConsumer histogram(Metric metric, String... labels) {
        Histogram histogram = histograms.get(metric);
        if (histogram == null) {
            throw new IllegalArgumentException(metric + " is no histogram");
        }
        return histogram.labelValues(labels)::observe;
    }

    private Map<List<String>, DoubleSupplier> readings(Metric metric, Metric.Kind kind) {
        if (metric.kind() != kind) {
            throw new IllegalArgumentException(metric + " is no " + kind);
        }
        return readings.get(metric);
    }

    private static List<String> checked(Metric metric, String... labels) {
        if (labels.length != metric.labels().size()) {
            throw new IllegalArgumentException(metric + " has the labels " + metric.labels());
        }
        return List.of(labels);
    }

    private void readAll(Metric metric, BiConsumer<Double, String[]> values) {
        readings.get(metric).forEach((labels, reading) -> {
            try {
                values.accept(reading.getAsDouble(), labels.toArray(String[]::new));
            } catch (RuntimeException e) {
                // One value is missing, while the database is unavailable for example; the others are still to be seen.
                LOG.log(System.Logger.Level.DEBUG, "No value of " + metric.key(), e);
            }
        });
    }

    /** The current values of all metrics. */
    MetricSnapshots snapshots() {
        return registry.scrape();
    }

    private record Counted(LongAdder adder) implements DoubleSupplier {

        @Override
        public double getAsDouble() {
            return adder.sum();
        }
    }
}
