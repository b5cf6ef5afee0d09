package com.ones1ght.adapters.persistence.analytics;

import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.application.analytics.port.AnalyticsReports;
import com.ones1ght.domain.analytics.Analytics;
import com.ones1ght.domain.analytics.CouponRedemption;
import com.ones1ght.domain.analytics.Figures;
import com.ones1ght.domain.analytics.Figures.Latency;
import com.ones1ght.domain.analytics.Period;
import com.ones1ght.domain.analytics.TopItem;
import com.ones1ght.domain.chat.PipelineStep;
import com.ones1ght.domain.chat.StepLatency;
import com.ones1ght.domain.event.EventType;
import com.ones1ght.domain.shared.LocalizedText;
import com.ones1ght.domain.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reports out of six statements, each of which counts by day and in all. A missing day means all of them. */
final class SqlAnalyticsReports implements AnalyticsReports {

    /** Reasons read of each item: some are duplicates in other words, or empty. Models write new ones for each round. */
    private static final int REASONS_READ = 30;

    private static final String DAY = "(%s AT TIME ZONE 'UTC')::date";

    private static final String ROUNDS = """
            SELECT %1$s AS day, count(*) AS rounds, count(*) FILTER (WHERE state = 'ERROR') AS errors
              FROM round WHERE tenant_id = ? AND created_at >= ? AND created_at < ?
             GROUP BY GROUPING SETS ((%1$s), ())""".formatted(DAY.formatted("created_at"));

    private static final String LATENCIES = """
            SELECT %1$s AS day, s.step,
                   percentile_cont(0.5) WITHIN GROUP (ORDER BY s.millis) AS p50,
                   percentile_cont(0.95) WITHIN GROUP (ORDER BY s.millis) AS p95
              FROM pipeline_run r
             CROSS JOIN LATERAL (VALUES %2$s) AS s (step, millis)
             WHERE r.tenant_id = ? AND r.accepted_at >= ? AND r.accepted_at < ? AND s.millis IS NOT NULL
             GROUP BY GROUPING SETS ((%1$s, s.step), (s.step))""".formatted(DAY.formatted("r.accepted_at"), millisOfSteps());

    private static final String EVENTS = """
            SELECT %1$s AS day, type, count(*) AS events
              FROM sdk_chat_event WHERE tenant_id = ? AND created_at >= ? AND created_at < ?
             GROUP BY GROUPING SETS ((%1$s, type), (type))""".formatted(DAY.formatted("created_at"));

    /**
     * A coupon is a rec_id within a round. One that was issued counts as redeemed if it was within the whole period, so
     * that a coupon of the evening may be redeemed after midnight.
     */
    private static final String COUPONS = """
            WITH coupon AS (
                SELECT %1$s AS day, round_id, rec_id, type
                  FROM sdk_chat_event WHERE tenant_id = ? AND created_at >= ? AND created_at < ?
                   AND type IN ('COUPON_ISSUED', 'COUPON_REDEEMED')),
            redeemed AS (SELECT DISTINCT round_id, rec_id FROM coupon WHERE type = 'COUPON_REDEEMED')
            SELECT day, count(DISTINCT (i.round_id, i.rec_id)) AS issued,
                   count(DISTINCT (i.round_id, i.rec_id)) FILTER (WHERE r.rec_id IS NOT NULL) AS redeemed
              FROM coupon i LEFT JOIN redeemed r ON r.round_id = i.round_id AND r.rec_id = i.rec_id
             WHERE i.type = 'COUPON_ISSUED'
             GROUP BY GROUPING SETS ((day), ())""".formatted(DAY.formatted("created_at"));

    /** No escape of U+0000, which a model may say in a name and PostgreSQL cannot read; a backslash of its own may. */
    private static final String READABLE = "payload !~ '(^|[^\\\\])(\\\\\\\\)*\\\\u0000'";

    private static final String ITEMS = """
            WITH told AS (
                SELECT event_no, payload::json ->> 'item_id' AS item_id, payload::json ->> 'item_name' AS item_name
                  FROM sdk_chat_event WHERE tenant_id = ? AND created_at >= ? AND created_at < ?
                   AND %s)
            SELECT coalesce(item_id, item_name) AS item, max(item_id) AS item_id,
                   (array_agg(item_name ORDER BY event_no DESC) FILTER (WHERE item_name IS NOT NULL))[1] AS item_name,
                   count(*) AS events
              FROM told WHERE coalesce(item_id, item_name) IS NOT NULL
             GROUP BY 1 ORDER BY events DESC, item LIMIT ?""".formatted(READABLE);

    private static final String REASONS_OF_ITEMS = """
            WITH told AS (
                SELECT coalesce(payload::json ->> 'item_id', payload::json ->> 'item_name') AS item,
                       payload::json -> 'reason_detail' AS reason
                  FROM sdk_chat_event WHERE tenant_id = ? AND created_at >= ? AND created_at < ?
                   AND %s)
            SELECT item, reason FROM (
                SELECT item, reason::text AS reason, count(*) AS events,
                       row_number() OVER (PARTITION BY item ORDER BY count(*) DESC, reason::text) AS place
                  FROM told WHERE item = ANY (?) AND json_typeof(reason) IN ('string', 'object')
                 GROUP BY item, reason::text) AS counted
             WHERE place <= ? ORDER BY events DESC, reason""".formatted(READABLE);

    private static String millisOfSteps() {
        return Arrays.stream(PipelineStep.values())
                .map(step -> "(%d, extract(epoch FROM r.%s - r.%s) * 1000)"
                        .formatted(
                                step.number(),
                                doneAt(step),
                                StepLatency.measuredFrom(step)
                                        .map(SqlAnalyticsReports::doneAt)
                                        .orElse("accepted_at")))
                .collect(Collectors.joining(", "));
    }

    private static String doneAt(PipelineStep step) {
        return "step" + step.number() + "_at";
    }

    private final Sql sql;

    SqlAnalyticsReports(Sql sql) {
        this.sql = sql;
    }

    /** What has been counted of a day, or of all. */
    private static final class Count {
        private long rounds;
        private long errors;
        private final Map<PipelineStep, Latency> latencies = new EnumMap<>(PipelineStep.class);
        private final Map<EventType, Long> events = new EnumMap<>(EventType.class);
        private CouponRedemption coupons = CouponRedemption.NONE;

        Figures figures() {
            return new Figures(rounds, errors, latencies, events, coupons);
        }
    }

    /** Counts by day; null is the key of all days together. */
    private static final class Counts {
        private final Map<@Nullable LocalDate, Count> byDay = new HashMap<>();

        Count of(ResultSet row) throws SQLException {
            return byDay.computeIfAbsent(row.getObject("day", LocalDate.class), day -> new Count());
        }
    }

    @Override
    public Analytics of(TenantId tenant, Period period) {
        Object[] where = {tenant.value(), period.from(), period.to()};
        Counts counts = new Counts();
        sql.all(
                ROUNDS,
                row -> {
                    Count count = counts.of(row);
                    count.rounds = row.getLong("rounds");
                    count.errors = row.getLong("errors");
                    return count;
                },
                where);
        sql.all(LATENCIES, row -> counts.of(row).latencies.put(step(row), latency(row)), where);
        sql.all(
                EVENTS,
                row -> counts.of(row).events.put(EventType.valueOf(row.getString("type")), row.getLong("events")),
                where);
        sql.all(
                COUPONS,
                row -> counts.of(row).coupons = new CouponRedemption(row.getLong("issued"), row.getLong("redeemed")),
                where);
        Count total = counts.byDay.remove(null);
        Map<LocalDate, Figures> days = new HashMap<>();
        counts.byDay.forEach((day, count) -> days.put(day, count.figures()));
        return new Analytics(total == null ? Figures.NONE : total.figures(), days, topItems(tenant, period));
    }

    private static PipelineStep step(ResultSet row) throws SQLException {
        return PipelineStep.values()[row.getInt("step") - 1];
    }

    private static Latency latency(ResultSet row) throws SQLException {
        return new Latency(Math.round(row.getDouble("p50")), Math.round(row.getDouble("p95")));
    }

    private record Item(
            String item, @Nullable String id, @Nullable String name, long events) {}

    private record Reason(String item, String json) {}

    private List<TopItem> topItems(TenantId tenant, Period period) {
        UUID id = tenant.value();
        List<Item> items = sql.all(
                ITEMS,
                row -> new Item(
                        row.getString("item"),
                        row.getString("item_id"),
                        row.getString("item_name"),
                        row.getLong("events")),
                id,
                period.from(),
                period.to(),
                Analytics.MAX_TOP_ITEMS);
        Map<String, List<LocalizedText>> reasons = new LinkedHashMap<>();
        Set<Reason> seen = new HashSet<>();
        sql
                .all(
                        REASONS_OF_ITEMS,
                        row -> new Reason(row.getString("item"), row.getString("reason")),
                        id,
                        period.from(),
                        period.to(),
                        items.stream().map(Item::item).toArray(String[]::new),
                        REASONS_READ)
                .stream()
                .filter(seen::add)
                .forEach(reason -> ReasonText.read(reason.json())
                        .ifPresent(text -> reasons.computeIfAbsent(reason.item(), first -> new ArrayList<>())
                                .add(text)));
        return items.stream()
                .map(item -> new TopItem(item.id(), item.name(), item.events(), first(reasons.get(item.item()))))
                .toList();
    }

    private static List<LocalizedText> first(@Nullable List<LocalizedText> reasons) {
        return reasons == null
                ? List.of()
                : reasons.stream().distinct().limit(TopItem.MAX_REASONS).toList();
    }
}
