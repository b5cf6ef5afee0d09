package com.ones1ght.adapters.persistence.analytics;

import com.ones1ght.adapters.persistence.shared.Row;
import com.ones1ght.domain.analytics.CouponRedemption;
import com.ones1ght.domain.analytics.Figures;
import com.ones1ght.domain.analytics.Figures.Latency;
import com.ones1ght.domain.chat.PipelineStep;
import com.ones1ght.domain.dietary.Restriction;
import com.ones1ght.domain.event.EventType;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** The figures of a day, or of all days, while their entries are added. */
final class Count {

    private long rounds;
    private long errors;
    private long issued;
    private long redeemed;
    private final Map<PipelineStep, Histogram> latencies = new EnumMap<>(PipelineStep.class);
    private final Map<EventType, Long> events = new EnumMap<>(EventType.class);
    private final Map<Restriction, Long> withheld = new HashMap<>();

    /** @param row of {@link Entries} with their sum */
    void add(Row row) {
        String key = row.text("key");
        long n = row.number("n");
        switch (row.text("kind")) {
            case Entries.ROUND -> {
                if (key.equals(Entries.CREATED)) {
                    rounds += n;
                } else {
                    errors += n;
                }
            }
            case Entries.COUPON -> {
                if (key.equals(Entries.ISSUED)) {
                    issued += n;
                } else {
                    redeemed += n;
                }
            }
            case Entries.EVENT -> events.merge(EventType.valueOf(key), n, Long::sum);
            case Entries.WITHHELD -> withheld.merge(Restriction.ofCode(key).orElseThrow(), n, Long::sum);
            default ->
                latencies
                        .computeIfAbsent(Entries.step(row.text("kind")), step -> new Histogram())
                        .add(Long.parseLong(key), n);
        }
    }

    Figures figures() {
        Map<PipelineStep, Latency> percentiles = new EnumMap<>(PipelineStep.class);
        latencies.forEach((step, histogram) -> percentiles.put(step, histogram.latency()));
        withheld.values().removeIf(products -> products == 0);
        return new Figures(rounds, errors, percentiles, events, new CouponRedemption(issued, redeemed), withheld);
    }
}
