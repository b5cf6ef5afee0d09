package com.ones1ght.adapters.persistence.analytics;

import com.ones1ght.domain.analytics.Figures.Latency;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** How often each number of milliseconds occurred. */
final class Histogram {

    private static final double MEDIAN = 0.5;
    private static final double HIGH = 0.95;

    private final NavigableMap<Long, Long> counts = new TreeMap<>();
    private long total;

    void add(long millis, long count) {
        counts.merge(millis, count, Long::sum);
        total += count;
    }

    Latency latency() {
        return new Latency(percentile(MEDIAN), percentile(HIGH));
    }

    /** Interpolated linearly between the two values around it. */
    private long percentile(double share) {
        double place = share * (total - 1);
        long below = (long) place;
        long lower = value(below);
        return Math.round(lower + (place - below) * (value(Math.min(below + 1, total - 1)) - lower));
    }

    /** The value at a place of the sorted values, counted from 0. */
    private long value(long place) {
        long seen = 0;
        for (Map.Entry<Long, Long> each : counts.entrySet()) {
            seen += each.getValue();
            if (place < seen) {
                return each.getKey();
            }
        }
        throw new IllegalStateException("No value at place " + place + " of " + total);
    }
}
