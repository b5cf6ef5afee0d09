package com.ones1ght.application.analytics;

import com.ones1ght.domain.chat.PipelineStep;
import com.ones1ght.domain.event.EventType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What happened in a stretch of time.
 *
 * @param rounds that began in it, but for those of profiles that were erased since
 * @param errors those of them that are in error
 * @param latencies of the steps of runs that were accepted in it; a step that none has done is absent
 * @param events that were written in it, by type; a type of which there is none is absent
 */
public record Figures(long rounds, long errors, Map<PipelineStep, Latency> latencies, Map<EventType, Long> events) {

    /** Nothing happened. */
    public static final Figures NONE = new Figures(0, 0, Map.of(), Map.of());

    private static final int DECIMALS = 4;

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

    /** Coupons redeemed for each one issued, to four decimals; null when none was issued. */
    public @Nullable BigDecimal redeemRate() {
        long issued = count(EventType.COUPON_ISSUED);
        return issued == 0
                ? null
                : BigDecimal.valueOf(count(EventType.COUPON_REDEEMED))
                        .divide(BigDecimal.valueOf(issued), DECIMALS, RoundingMode.HALF_UP);
    }
}
