package com.ones1ght.adapters.persistence.analytics;

import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.adapters.persistence.shared.SqlStatement;
import com.ones1ght.application.analytics.port.AnalyticsQueries;
import com.ones1ght.domain.analytics.Analytics;
import com.ones1ght.domain.analytics.Figures;
import com.ones1ght.domain.analytics.Period;
import com.ones1ght.domain.analytics.TopItem;
import com.ones1ght.domain.shared.LocalizedText;
import com.ones1ght.domain.tenant.TenantId;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reports from four statements. Each adds up what is rolled up of the period's whole days and hours, the logs' rows that
 * are not rolled up yet, and those of its edges, in one snapshot: a roll-up meanwhile changes nothing.
 */
final class SqlAnalyticsQueries implements AnalyticsQueries {

    /** The latest ones of a period, whose reasons and names are reported. */
    private static final int EVENTS_READ = 2_000;

    private static final String ROLLED_UP = """
            SELECT r.starts_at AS at, split_part(c.key, ':', 1) AS kind, substr(c.key, strpos(c.key, ':') + 1) AS key,
                   c.value::bigint AS n
              FROM analytics_rollup r CROSS JOIN LATERAL jsonb_each_text(r.counts) AS c
             WHERE r.tenant_id = :tenant AND r.report = '%s'
               AND (r.span = 'DAY' AND r.starts_at >= :parts.firstDay AND r.starts_at < :parts.lastDay
                    OR r.span = 'HOUR' AND r.starts_at >= :parts.firstHour AND r.starts_at < :parts.firstDay
                    OR r.span = 'HOUR' AND r.starts_at >= :parts.lastDay AND r.starts_at < :parts.lastHour)""";

    private static final String BY_DAY = """
            SELECT (at AT TIME ZONE 'UTC')::date AS day, kind, key, sum(n) AS n FROM entry GROUP BY 1, 2, 3""";

    /** A round of a run that goes on has no error. */
    private static final String RUNS = """
            WITH new AS (SELECT * FROM run_log WHERE tenant_id = :tenant AND NOT is_rolled_up),
            live AS (
                SELECT l.*
                  FROM pipeline_run p
                  JOIN round r ON r.id = p.round_id AND r.tenant_id = p.tenant_id
                 CROSS JOIN LATERAL ended_run(p, r) AS l
                 WHERE p.tenant_id = :tenant AND p.settled_at IS NULL),
            edge AS (
                SELECT * FROM run_log
                 WHERE tenant_id = :tenant AND is_rolled_up
                   AND (round_at >= :parts.from AND round_at < :parts.firstHour
                        OR round_at >= :parts.lastHour AND round_at < :parts.to
                        OR run_no > 0 AND run_at >= :parts.from AND run_at < :parts.firstHour
                        OR run_no > 0 AND run_at >= :parts.lastHour AND run_at < :parts.to)),
            entry AS (
                SELECT * FROM (%s UNION ALL %s) AS counted WHERE at >= :parts.from AND at < :parts.to
                UNION ALL
                SELECT * FROM (%s) AS counted
                 WHERE at >= :parts.from AND at < :parts.firstHour OR at >= :parts.lastHour AND at < :parts.to
                UNION ALL %s)
            %s""".formatted(
                    Entries.ofRuns("new", "%s"),
                    Entries.ofRuns("live", "%s"),
                    Entries.ofRuns("edge", "%s"),
                    ROLLED_UP.formatted(Entries.RUNS),
                    BY_DAY);

    /**
     * {@code new} are the events that are not rolled up, {@code edge} the others of the period's edges. The last number is
     * for the planner, which expects few rows between two bounds, and many after one.
     */
    private static final String EVENT_LOG = """
            WITH position AS (
                SELECT coalesce((SELECT event_no FROM analytics_progress WHERE tenant_id = :tenant), 0) AS event_no,
                       coalesce((SELECT last_no FROM event_number WHERE tenant_id = :tenant), 0) AS last_no),
            new AS MATERIALIZED (
                SELECT e.* FROM sdk_chat_event e
                 WHERE e.tenant_id = :tenant AND e.event_no > (SELECT event_no FROM position)
                   AND e.event_no <= (SELECT last_no FROM position)),
            edge AS MATERIALIZED (
                SELECT e.* FROM sdk_chat_event e
                 WHERE e.tenant_id = :tenant AND e.event_no <= (SELECT event_no FROM position)
                   AND e.created_at >= :parts.from AND e.created_at < :parts.firstHour
                UNION ALL
                SELECT e.* FROM sdk_chat_event e
                 WHERE e.tenant_id = :tenant AND e.event_no <= (SELECT event_no FROM position)
                   AND e.created_at >= :parts.lastHour AND e.created_at < :parts.to),
            """;

    private static final String EVENTS = EVENT_LOG
            + """
            new_coupon AS (%s),
            edge_coupon AS (
                SELECT issued_at AS at, redeemed_at FROM analytics_coupon
                 WHERE tenant_id = :tenant AND issued_at >= :parts.from AND issued_at < :parts.firstHour
                UNION ALL
                SELECT issued_at, redeemed_at FROM analytics_coupon
                 WHERE tenant_id = :tenant AND issued_at >= :parts.lastHour AND issued_at < :parts.to),
            entry AS (
                SELECT * FROM (
                    SELECT created_at AS at, 'EVENT' AS kind, type AS key, 1 AS n FROM new
                    UNION ALL %s) AS counted
                 WHERE at >= :parts.from AND at < :parts.to
                UNION ALL SELECT created_at, 'EVENT', type, 1 FROM edge
                UNION ALL SELECT at, 'COUPON', 'issued', 1 FROM edge_coupon
                UNION ALL SELECT at, 'COUPON', 'redeemed', 1 FROM edge_coupon WHERE redeemed_at IS NOT NULL
                UNION ALL %s)
            %s""".formatted(
                            Entries.COUPONS_OF.formatted("new"),
                            Entries.NEW_COUPONS.formatted("new_coupon"),
                            ROLLED_UP.formatted(Entries.EVENTS),
                            BY_DAY);

    private static final String ITEMS = EVENT_LOG
            + """
            entry AS (
                SELECT item AS key, 1 AS n FROM (%s) AS counted
                 WHERE created_at >= :parts.from AND created_at < :parts.to
                UNION ALL SELECT item, 1 FROM (%s) AS counted
                UNION ALL SELECT key, n FROM (%s) AS counted)
            SELECT e.key AS item, e.n, i.item_id, i.item_name
              FROM (SELECT key, sum(n) AS n FROM entry WHERE key IS NOT NULL
                     GROUP BY key ORDER BY n DESC, key LIMIT :limit) AS e
              LEFT JOIN analytics_item i ON i.tenant_id = :tenant AND i.item_hash = md5(e.key)::uuid
             ORDER BY e.n DESC, e.key""".formatted(
                            Entries.ITEMS_OF.formatted("new"),
                            Entries.ITEMS_OF.formatted("edge"),
                            ROLLED_UP.formatted(Entries.ITEMS));

    private static final String DETAILS = """
            WITH latest AS (
                SELECT event_no, readable(payload) AS document
                  FROM sdk_chat_event
                 WHERE tenant_id = :tenant AND created_at >= :parts.from AND created_at < :parts.to
                 ORDER BY created_at DESC, event_no DESC LIMIT :events),
            named AS (
                SELECT event_no, document ->> 'item_id' AS item_id, document ->> 'item_name' AS item_name,
                       coalesce(document ->> 'item_id', document ->> 'item_name') AS item,
                       CASE WHEN json_typeof(document -> 'reason_detail') IN ('string', 'object')
                            THEN (document -> 'reason_detail')::text END AS reason
                  FROM latest OFFSET 0)
            SELECT item, max(item_id) AS item_id, reason, count(*) AS n,
                   (array_agg(item_name ORDER BY event_no DESC) FILTER (WHERE item_name IS NOT NULL))[1] AS item_name,
                   max(event_no) FILTER (WHERE item_name IS NOT NULL) AS named_no
              FROM named WHERE item = ANY (:items)
             GROUP BY item, reason ORDER BY n DESC, reason""";

    private final Sql sql;

    SqlAnalyticsQueries(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Analytics of(TenantId tenant, Period period) {
        PeriodParts parts = PeriodParts.of(period);
        Count total = new Count();
        Map<LocalDate, Count> counts = new HashMap<>();
        for (SqlStatement statement : List.of(statement(RUNS, tenant, parts), statement(EVENTS, tenant, parts))) {
            statement.list(row -> {
                total.add(row);
                counts.computeIfAbsent(row.date("day"), day -> new Count()).add(row);
                return row;
            });
        }
        Map<LocalDate, Figures> days = new HashMap<>();
        counts.forEach((day, count) -> days.put(day, count.figures()));
        return new Analytics(total.figures(), days, topItems(tenant, parts));
    }

    private SqlStatement statement(String text, TenantId tenant, PeriodParts parts) {
        return sql.statement(text).bind("tenant", tenant).bind("parts", parts);
    }

    private record Item(
            String item, @Nullable String id, @Nullable String name, long events) {}

    /** What events say of an item with the same reason. */
    private record Detail(
            String item,
            @Nullable String id,
            @Nullable String name,
            @Nullable Long namedBy,
            @Nullable String reason) {

        boolean isNamedAfter(Detail other) {
            return namedBy != null && (other.namedBy == null || namedBy > other.namedBy);
        }
    }

    private List<TopItem> topItems(TenantId tenant, PeriodParts parts) {
        List<Item> items = statement(ITEMS, tenant, parts)
                .bind("limit", Analytics.MAX_TOP_ITEMS)
                .list(row -> new Item(
                        row.text("item"), row.textOrNull("item_id"), row.textOrNull("item_name"), row.number("n")));
        if (items.isEmpty()) {
            return List.of();
        }
        List<Detail> details = statement(DETAILS, tenant, parts)
                .bind("items", items.stream().map(Item::item).toArray(String[]::new))
                .bind("events", EVENTS_READ)
                .list(row -> new Detail(
                        row.text("item"),
                        row.textOrNull("item_id"),
                        row.textOrNull("item_name"),
                        row.numberOrNull("named_no"),
                        row.textOrNull("reason")));
        return items.stream()
                .map(item -> topItem(
                        item,
                        details.stream()
                                .filter(detail -> detail.item().equals(item.item()))
                                .toList()))
                .toList();
    }

    /** The period's latest name; of an item that is not among its latest events the latest one at all. */
    private static TopItem topItem(Item item, List<Detail> details) {
        Optional<Detail> latest = details.stream().reduce((a, b) -> b.isNamedAfter(a) ? b : a);
        List<LocalizedText> reasons = details.stream()
                .flatMap(detail -> Optional.ofNullable(detail.reason()).flatMap(ReasonText::read).stream())
                .distinct()
                .limit(TopItem.MAX_REASONS)
                .toList();
        return new TopItem(
                latest.map(Detail::id).orElse(item.id()),
                latest.map(Detail::name).orElse(item.name()),
                item.events(),
                reasons);
    }
}
