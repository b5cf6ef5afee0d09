package com.ones1ght.domain.analytics;

import com.ones1ght.domain.chat.PipelineStep;
import com.ones1ght.domain.dietary.Restriction;
import com.ones1ght.domain.event.EventType;
import java.util.Map;

/**
 * What was counted in a period or on one of its days.
 *
 * @param rounds created in that time, except for those of profiles erased since
 * @param errors how many of these rounds are in error
 * @param latencies by step, of the runs accepted in that time; steps that none has finished are absent
 * @param events recorded in that time, by type; types without an event are absent
 * @param coupons the distinct coupons issued in that time
 * @param withheld how many products were withheld from rounds that began in it, by restriction; a product that breaks
 *     several counts for each
 */
public record Figures(
        long rounds,
        long errors,
        Map<PipelineStep, Latency> latencies,
        Map<EventType, Long> events,
        CouponRedemption coupons,
        Map<Restriction, Long> withheld) {

    public static final Figures NONE = new Figures(0, 0, Map.of(), Map.of(), CouponRedemption.NONE, Map.of());

    public Figures {
        latencies = Map.copyOf(latencies);
        events = Map.copyOf(events);
        withheld = Map.copyOf(withheld);
    }

    /**
     * Percentiles of a {@link com.ones1ght.domain.chat.StepLatency step's latency}.
     *
     * @param p50Millis the median, in milliseconds
     * @param p95Millis the 95th percentile, in milliseconds
     */
    public record Latency(long p50Millis, long p95Millis) {}

    /** How many events there are of a type. */
    public long count(EventType type) {
        return events.getOrDefault(type, 0L);
    }

    /** How many ads were shown on signages. */
    public long adImpressions() {
        return count(EventType.ADS_TRIGGERED);
    }

    public long recommendationTaps() {
        return count(EventType.RECOMMEND_TAP);
    }
}
