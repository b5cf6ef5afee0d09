package com.ones1ght.application.analytics;

import com.ones1ght.domain.analytics.CouponRedemption;
import com.ones1ght.domain.chat.PipelineStep;
import com.ones1ght.domain.event.EventType;
import java.util.Map;

/**
 * What happened in a stretch of time.
 *
 * @param rounds that began in it, but for those of profiles that were erased since
 * @param errors those of them that are in error
 * @param latencies of the steps of runs that were accepted in it; a step that none has done is absent
 * @param events that were written in it, by type; a type of which there is none is absent
 * @param coupons the distinct coupons that were issued in it
 */
public record Figures(
        long rounds,
        long errors,
        Map<PipelineStep, Latency> latencies,
        Map<EventType, Long> events,
        CouponRedemption coupons) {

    /** Nothing happened. */
    public static final Figures NONE = new Figures(0, 0, Map.of(), Map.of(), CouponRedemption.NONE);

    public Figures {
        latencies = Map.copyOf(latencies);
        events = Map.copyOf(events);
    }

    /**
     * How long a step took, from the end of the one before, or from the acceptance of its run.
     *
     * @param p50Millis half took no longer
     * @param p95Millis 95 of a hundred took no longer
     */
    public record Latency(long p50Millis, long p95Millis) {}

    /** How many events of a type there are. */
    public long count(EventType type) {
        return events.getOrDefault(type, 0L);
    }
}
