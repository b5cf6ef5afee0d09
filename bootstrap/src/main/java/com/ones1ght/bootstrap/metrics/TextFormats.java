package com.ones1ght.bootstrap.metrics;

import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import java.util.List;
import java.util.Locale;

/** The two forms of the metrics: OpenMetrics for scrapers that ask for it, and Prometheus' text for everybody else. */
final class TextFormats {

    private static final String OPEN_METRICS = "application/openmetrics-text";
    private static final String PLAIN = "text/plain";

    private TextFormats() {}

    /**
     * The form that a client prefers.
     *
     * @param accept the values of the header {@code Accept}; a range with {@code *} asks for nothing in particular
     */
    static ExpositionFormatWriter accepted(List<String> accept) {
        double openMetrics = 0;
        double plain = 0;
        for (String range : String.join(",", accept).split(",")) {
            String[] parts = range.strip().toLowerCase(Locale.ROOT).split("\\s*;\\s*");
            if (parts[0].equals(OPEN_METRICS)) {
                openMetrics = Math.max(openMetrics, quality(parts));
            } else if (parts[0].equals(PLAIN)) {
                plain = Math.max(plain, quality(parts));
            }
        }
        return openMetrics > 0 && openMetrics >= plain
                ? OpenMetricsTextFormatWriter.builder().build()
                : PrometheusTextFormatWriter.builder().build();
    }

    private static double quality(String... parts) {
        for (String parameter : parts) {
            if (parameter.startsWith("q=")) {
                try {
                    return Double.parseDouble(parameter.substring(2));
                } catch (NumberFormatException e) {
                    return 0;
                }
            }
        }
        return 1;
    }
}
