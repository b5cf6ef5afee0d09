package com.ones1ght.adapters.rest.analytics;

import com.ones1ght.adapters.rest.shared.Timestamps;
import com.ones1ght.domain.analytics.Analytics;
import com.ones1ght.domain.analytics.Figures;
import com.ones1ght.domain.analytics.Figures.Latency;
import com.ones1ght.domain.analytics.Period;
import com.ones1ght.domain.analytics.TopItem;
import com.ones1ght.domain.chat.PipelineStep;
import com.ones1ght.domain.event.EventType;
import com.ones1ght.domain.shared.LocalizedText;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Analytics on the wire. */
record AnalyticsReply(String from, String to, Counted total, List<Day> days, List<Item> topItems) {

    /** The latency of a step. */
    record StepLatency(long p50Ms, long p95Ms) {

        static @Nullable StepLatency from(@Nullable Latency latency) {
            return latency == null ? null : new StepLatency(latency.p50Millis(), latency.p95Millis());
        }
    }

    /** The figures of a period or day; the latency of a step that no run has finished is null. */
    record Counted(
            long rounds,
            long errors,
            Map<String, @Nullable StepLatency> stepLatencies,
            Map<String, Long> events,
            @Nullable BigDecimal couponRedeemRate,
            long adImpressions,
            long recommendationTaps,
            Map<String, Long> withheld) {

        static Counted from(Figures figures) {
            Map<String, @Nullable StepLatency> latencies = new LinkedHashMap<>();
            for (PipelineStep step : PipelineStep.values()) {
                latencies.put(
                        "step" + step.number(),
                        StepLatency.from(figures.latencies().get(step)));
            }
            Map<String, Long> events = new LinkedHashMap<>();
            for (EventType type : EventType.values()) {
                events.put(type.name(), figures.count(type));
            }
            Map<String, Long> withheld = new TreeMap<>();
            figures.withheld().forEach((restriction, products) -> withheld.put(restriction.code(), products));
            return new Counted(
                    figures.rounds(),
                    figures.errors(),
                    latencies,
                    events,
                    figures.coupons().rate().orElse(null),
                    figures.adImpressions(),
                    figures.recommendationTaps(),
                    withheld);
        }
    }

    /** The figures of a day in UTC. */
    record Day(
            String date,
            long rounds,
            long errors,
            Map<String, @Nullable StepLatency> stepLatencies,
            Map<String, Long> events,
            @Nullable BigDecimal couponRedeemRate,
            long adImpressions,
            long recommendationTaps,
            Map<String, Long> withheld) {

        static Day from(String date, Counted counted) {
            return new Day(
                    date,
                    counted.rounds(),
                    counted.errors(),
                    counted.stepLatencies(),
                    counted.events(),
                    counted.couponRedeemRate(),
                    counted.adImpressions(),
                    counted.recommendationTaps(),
                    counted.withheld());
        }
    }

    /** A text in three languages. */
    record Text(String ko, String en, String ja) {

        static Text from(LocalizedText text) {
            return new Text(text.ko(), text.en(), text.ja());
        }
    }

    /** One of the items with the most events. */
    record Item(@Nullable String itemId, @Nullable String itemName, long events, List<Text> reasons) {

        static Item from(TopItem item) {
            return new Item(
                    item.itemId(),
                    item.itemName(),
                    item.events(),
                    item.reasons().stream().map(Text::from).toList());
        }
    }

    static AnalyticsReply from(Period period, Analytics analytics) {
        List<Day> days = period.days().stream()
                .map(day ->
                        Day.from(day.toString(), Counted.from(analytics.days().getOrDefault(day, Figures.NONE))))
                .toList();
        return new AnalyticsReply(
                Timestamps.seconds(period.from()),
                Timestamps.seconds(period.to()),
                Counted.from(analytics.total()),
                days,
                analytics.topItems().stream().map(Item::from).toList());
    }
}
