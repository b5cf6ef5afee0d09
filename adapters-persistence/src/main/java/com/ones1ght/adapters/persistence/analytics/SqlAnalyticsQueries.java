package com.ones1ght.adapters.persistence.analytics;

import com.ones1ght.adapters.persistence.shared.Row;
import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.adapters.persistence.shared.SqlStatement;
import com.ones1ght.application.analytics.port.AnalyticsQueries;
import com.ones1ght.domain.analytics.Analytics;
import com.ones1ght.domain.analytics.CouponRedemption;
import com.ones1ght.domain.analytics.Figures;
import com.ones1ght.domain.analytics.Figures.Latency;
import com.ones1ght.domain.analytics.Period;
import com.ones1ght.domain.analytics.TopItem;
import com.ones1ght.domain.chat.PipelineStep;
import com.ones1ght.domain.chat.StepLatency;
import com.ones1ght.domain.dietary.Restriction;
import com.ones1ght.domain.event.EventType;
import com.ones1ght.domain.shared.LocalizedText;
import com.ones1ght.domain.tenant.TenantId;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reports from seven statements. The first five count by day and in total; a null day is the total. */
final class SqlAnalyticsQueries implements AnalyticsQueries {

    /** Per item; more than reported, since reasons may be equal once read, or blank, and models write new ones per round. */
    private static final int REASONS_READ = 30;

    private static final String DAY = "(%s AT TIME ZONE 'UTC')::date";

    private static final String ROUNDS = """
            SELECT %1$s AS day, count(*) AS rounds, count(*) FILTER (WHERE state = 'ERROR') AS errors
              FROM round WHERE tenant_id = :tenant AND created_at >= :period.from AND created_at < :period.to
             GROUP BY GROUPING SETS ((%1$s), ())""".formatted(DAY.formatted("created_at"));

    private static final String LATENCIES = """
            SELECT %1$s AS day, s.step,
                   percentile_cont(0.5) WITHIN GROUP (ORDER BY s.millis) AS p50,
                   percentile_cont(0.95) WITHIN GROUP (ORDER BY s.millis) AS p95
              FROM pipeline_run r
             CROSS JOIN LATERAL (VALUES %2$s) AS s (step, millis)
             WHERE r.tenant_id = :tenant AND r.accepted_at >= :period.from AND r.accepted_at < :period.to
               AND s.millis IS NOT NULL
             GROUP BY GROUPING SETS ((%1$s, s.step), (s.step))""".formatted(DAY.formatted("r.accepted_at"), millisOfSteps());

    private static final String EVENTS = """
            SELECT %1$s AS day, type, count(*) AS events
              FROM sdk_chat_event
             WHERE tenant_id = :tenant AND created_at >= :period.from AND created_at < :period.to
             GROUP BY GROUPING SETS ((%1$s, type), (type))""".formatted(DAY.formatted("created_at"));

    /**
     * A coupon is a rec_id within a round. One issued on a day counts as redeemed if it was redeemed within the period,
     * so a coupon of the evening may be redeemed after midnight.
     */
    private static final String COUPONS = """
            WITH coupon AS (
                SELECT %1$s AS day, round_id, rec_id, type
                  FROM sdk_chat_event
                 WHERE tenant_id = :tenant AND created_at >= :period.from AND created_at < :period.to
                   AND type IN ('COUPON_ISSUED', 'COUPON_REDEEMED')),
            redeemed AS (SELECT DISTINCT round_id, rec_id FROM coupon WHERE type = 'COUPON_REDEEMED')
            SELECT day, count(DISTINCT (i.round_id, i.rec_id)) AS issued,
                   count(DISTINCT (i.round_id, i.rec_id)) FILTER (WHERE r.rec_id IS NOT NULL) AS redeemed
              FROM coupon i LEFT JOIN redeemed r ON r.round_id = i.round_id AND r.rec_id = i.rec_id
             WHERE i.type = 'COUPON_ISSUED'
             GROUP BY GROUPING SETS ((day), ())""".formatted(DAY.formatted("created_at"));

    /** Without an escaped U+0000, which models may write and PostgreSQL cannot read; an escaped backslash may precede u0000. */
    private static final String READABLE = "payload !~ '(^|[^\\\\])(\\\\\\\\)*\\\\u0000'";

    /** Of products; a recipe keeps its ingredients. */
    private static final String WITHHELD =
            """
            SELECT %1$s AS day, b.restriction, count(*) AS products
              FROM round r
             CROSS JOIN LATERAL json_array_elements(r.guard_result::json -> 'withheld') AS w (item)
             CROSS JOIN LATERAL json_array_elements_text(w.item -> 'because') AS b (restriction)
             WHERE r.tenant_id = :tenant AND r.created_at >= :period.from AND r.created_at < :period.to
               AND r.guard_result IS NOT NULL AND r.%2$s AND w.item ->> 'list' <> 'INGREDIENTS'
             GROUP BY GROUPING SETS ((%1$s, b.restriction), (b.restriction))""".formatted(DAY.formatted("r.created_at"), READABLE.replace("payload", "guard_result"));

    private static final String ITEMS = """
            WITH reported AS (
                SELECT event_no, payload::json ->> 'item_id' AS item_id, payload::json ->> 'item_name' AS item_name
                  FROM sdk_chat_event
                 WHERE tenant_id = :tenant AND created_at >= :period.from AND created_at < :period.to
                   AND %s)
            SELECT coalesce(item_id, item_name) AS item, max(item_id) AS item_id,
                   (array_agg(item_name ORDER BY event_no DESC) FILTER (WHERE item_name IS NOT NULL))[1] AS item_name,
                   count(*) AS events
              FROM reported WHERE coalesce(item_id, item_name) IS NOT NULL
             GROUP BY 1 ORDER BY events DESC, item LIMIT :limit""".formatted(READABLE);

    private static final String REASONS_OF_ITEMS = """
            WITH reported AS (
                SELECT coalesce(payload::json ->> 'item_id', payload::json ->> 'item_name') AS item,
                       payload::json -> 'reason_detail' AS reason
                  FROM sdk_chat_event
                 WHERE tenant_id = :tenant AND created_at >= :period.from AND created_at < :period.to
                   AND %s)
            SELECT item, reason FROM (
                SELECT item, reason::text AS reason, count(*) AS events,
                       row_number() OVER (PARTITION BY item ORDER BY count(*) DESC, reason::text) AS place
                  FROM reported WHERE item = ANY (:items) AND json_typeof(reason) IN ('string', 'object')
                 GROUP BY item, reason::text) AS counted
             WHERE place <= :limit ORDER BY events DESC, reason""".formatted(READABLE);

    private static String millisOfSteps() {
        return Arrays.stream(PipelineStep.values())
                .map(step -> "(%d, extract(epoch FROM r.%s - r.%s) * 1000)"
                        .formatted(
                                step.number(),
                                doneAt(step),
                                StepLatency.measuredFrom(step)
                                        .map(SqlAnalyticsQueries::doneAt)
                                        .orElse("accepted_at")))
                .collect(Collectors.joining(", "));
    }

    private static String doneAt(PipelineStep step) {
        return "step" + step.number() + "_at";
    }

    private final Sql sql;

    SqlAnalyticsQueries(Sql sql) {
        this.sql = sql;
    }

    /** The figures of a day, or of all days. */
    private static final class Count {
        private long rounds;
        private long errors;
        private final Map<PipelineStep, Latency> latencies = new EnumMap<>(PipelineStep.class);
        private final Map<EventType, Long> events = new EnumMap<>(EventType.class);
        private CouponRedemption coupons = CouponRedemption.NONE;
        private final Map<Restriction, Long> withheld = new HashMap<>();

        Figures figures() {
            return new Figures(rounds, errors, latencies, events, coupons, withheld);
        }
    }

    @Override
    public Analytics of(TenantId tenant, Period period) {
        Map<@Nullable LocalDate, Count> counts = new HashMap<>();
        count(ROUNDS, tenant, period, counts, (count, row) -> {
            count.rounds = row.number("rounds");
            count.errors = row.number("errors");
        });
        count(LATENCIES, tenant, period, counts, (count, row) -> count.latencies.put(step(row), latency(row)));
        count(
                EVENTS,
                tenant,
                period,
                counts,
                (count, row) -> count.events.put(row.constant("type", EventType.class), row.number("events")));
        count(
                COUPONS,
                tenant,
                period,
                counts,
                (count, row) -> count.coupons = new CouponRedemption(row.number("issued"), row.number("redeemed")));
        count(
                WITHHELD,
                tenant,
                period,
                counts,
                (count, row) -> count.withheld.put(
                        Restriction.ofCode(row.text("restriction")).orElseThrow(), row.number("products")));
        Count total = counts.remove(null);
        Map<LocalDate, Figures> days = new HashMap<>();
        counts.forEach((day, count) -> days.put(day, count.figures()));
        return new Analytics(total == null ? Figures.NONE : total.figures(), days, topItems(tenant, period));
    }

    private void count(
            String query,
            TenantId tenant,
            Period period,
            Map<@Nullable LocalDate, Count> counts,
            BiConsumer<Count, Row> reader) {
        statement(query, tenant, period).list(row -> {
            reader.accept(counts.computeIfAbsent(row.dateOrNull("day"), day -> new Count()), row);
            return row;
        });
    }

    private SqlStatement statement(String text, TenantId tenant, Period period) {
        return sql.statement(text).bind("tenant", tenant).bind("period", period);
    }

    private static PipelineStep step(Row row) {
        return PipelineStep.values()[row.integer("step") - 1];
    }

    private static Latency latency(Row row) {
        return new Latency(Math.round(row.decimal("p50")), Math.round(row.decimal("p95")));
    }

    private record Item(
            String item, @Nullable String id, @Nullable String name, long events) {}

    private record Reason(String item, String json) {}

    private List<TopItem> topItems(TenantId tenant, Period period) {
        List<Item> items = statement(ITEMS, tenant, period)
                .bind("limit", Analytics.MAX_TOP_ITEMS)
                .list(row -> new Item(
                        row.text("item"),
                        row.textOrNull("item_id"),
                        row.textOrNull("item_name"),
                        row.number("events")));
        List<Reason> reasons = statement(REASONS_OF_ITEMS, tenant, period)
                .bind("items", items.stream().map(Item::item).toArray(String[]::new))
                .bind("limit", REASONS_READ)
                .list(row -> new Reason(row.text("item"), row.text("reason")));
        Map<String, List<LocalizedText>> texts = reasons.stream()
                .distinct()
                .collect(Collectors.groupingBy(
                        Reason::item,
                        Collectors.flatMapping(
                                reason -> ReasonText.read(reason.json()).stream(), Collectors.toList())));
        return items.stream()
                .map(item -> new TopItem(
                        item.id(),
                        item.name(),
                        item.events(),
                        texts.getOrDefault(item.item(), List.of()).stream()
                                .distinct()
                                .limit(TopItem.MAX_REASONS)
                                .toList()))
                .toList();
    }
}
