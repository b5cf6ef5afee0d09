package com.ones1ght.adapters.persistence.analytics;

import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.adapters.persistence.shared.SqlStatement;
import com.ones1ght.adapters.persistence.shared.Transactions;
import com.ones1ght.application.analytics.port.AnalyticsRollUp;
import com.ones1ght.domain.tenant.TenantId;
import java.util.List;
import java.util.Optional;

/**
 * Adds what the logs have gained to the counts of their hours and days. A log's row is marked, or the position in the log
 * moved on, in the statement that counts it. A node holds the tenant's row of {@code analytics_progress} meanwhile, and
 * others go on with another tenant.
 */
final class SqlAnalyticsRollUp implements AnalyticsRollUp {

    /** Rows of one kind in one transaction. */
    private static final int CHUNK = 5_000;

    private static final String DUE = """
            SELECT /* all tenants */ t.id
              FROM tenant t
              LEFT JOIN event_number n ON n.tenant_id = t.id
              LEFT JOIN analytics_progress p ON p.tenant_id = t.id
             WHERE coalesce(n.last_no, 0) - coalesce(p.event_no, 0) >= :threshold
                OR (SELECT count(*) FROM (
                        SELECT 1 FROM run_log l WHERE l.tenant_id = t.id AND NOT l.is_rolled_up LIMIT :threshold) AS found)
                   >= :threshold""";

    private static final String BEGIN =
            "INSERT INTO analytics_progress (tenant_id, event_no) VALUES (:tenant, 0) ON CONFLICT DO NOTHING";

    private static final String HOLD =
            "SELECT event_no FROM analytics_progress WHERE tenant_id = :tenant FOR UPDATE SKIP LOCKED";

    /** After the lock: a statement that waited for one would still see the events from before. */
    private static final String LAST_EVENT = "SELECT last_no FROM event_number WHERE tenant_id = :tenant";

    private static final String COUNT = """
            INSERT INTO analytics_rollup AS r (tenant_id, report, span, starts_at, counts)
            SELECT :tenant, report, span, starts_at, jsonb_object_agg(key, n)
              FROM (SELECT CASE WHEN e.kind IN ('EVENT', 'COUPON') THEN 'EVENTS' WHEN e.kind = 'ITEM' THEN 'ITEMS' ELSE 'RUNS' END
                               AS report,
                           s.span, date_trunc(s.span, e.at, 'UTC') AS starts_at, e.kind || ':' || e.key AS key, sum(e.n) AS n
                      FROM entry e CROSS JOIN (VALUES ('HOUR'), ('DAY')) AS s (span)
                     GROUP BY 1, 2, 3, 4) AS counted
             GROUP BY report, span, starts_at
                ON CONFLICT (tenant_id, report, span, starts_at)
                DO UPDATE SET counts = merged_counts(r.counts, excluded.counts)""";

    /** By their places in the table: a join would read all runs of the tenant. None moves, since the tenant is held. */
    static final String RUNS = """
            WITH run AS (
                UPDATE run_log SET is_rolled_up = true
                 WHERE tenant_id = :tenant
                   AND ctid = ANY (ARRAY(
                       SELECT ctid FROM run_log WHERE tenant_id = :tenant AND NOT is_rolled_up LIMIT :chunk))
                RETURNING *),
            entry AS (%s)
            %s""".formatted(Entries.ofRuns("run", "latency_bucket(%s)"), COUNT);

    private static final String EVENTS = """
            WITH event AS MATERIALIZED (
                SELECT event_no, round_id, rec_id, type, payload, created_at FROM sdk_chat_event
                 WHERE tenant_id = :tenant AND event_no > :after AND event_no <= :last),
            moved AS (UPDATE analytics_progress SET event_no = :last WHERE tenant_id = :tenant),
            item AS MATERIALIZED (%s),
            named AS (
                INSERT INTO analytics_item AS i (tenant_id, item_hash, item, item_id, item_name, named_no)
                SELECT DISTINCT ON (item) :tenant::uuid, md5(item)::uuid, item, item_id, item_name, event_no
                  FROM item WHERE item IS NOT NULL
                 ORDER BY item, item_name IS NULL, event_no DESC
                    ON CONFLICT (tenant_id, item_hash) DO UPDATE
                   SET item_id = coalesce(excluded.item_id, i.item_id),
                       item_name = coalesce(excluded.item_name, i.item_name), named_no = excluded.named_no),
            coupon AS MATERIALIZED (%s),
            known AS (
                INSERT INTO analytics_coupon AS c (tenant_id, round_id, rec_hash, issued_at, redeemed_at)
                SELECT :tenant::uuid, round_id, rec_hash, issued_at, redeemed_at FROM coupon
                    ON CONFLICT (tenant_id, round_id, rec_hash) DO UPDATE
                   SET issued_at = coalesce(c.issued_at, excluded.issued_at),
                       redeemed_at = coalesce(c.redeemed_at, excluded.redeemed_at)),
            entry AS (
                SELECT created_at AS at, 'EVENT' AS kind, type AS key, 1 AS n FROM event
                UNION ALL SELECT created_at, 'ITEM', item, 1 FROM item WHERE item IS NOT NULL
                UNION ALL %s)
            %s""".formatted(
                    Entries.ITEMS_OF.formatted("event"),
                    Entries.COUPONS_OF.formatted("event"),
                    Entries.NEW_COUPONS.formatted("coupon"),
                    COUNT);

    private final Sql sql;
    private final Transactions transactions;

    SqlAnalyticsRollUp(Sql sql, Transactions transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    @Override
    public List<TenantId> due(int threshold) {
        return sql.statement(DUE).bind("threshold", threshold).list(row -> row.id("id", TenantId::new));
    }

    @Override
    public boolean rollUp(TenantId tenant) {
        return transactions.inTransaction(() -> {
            statement(BEGIN, tenant).update();
            Optional<Long> position = statement(HOLD, tenant).first(row -> row.number("event_no"));
            return position.isPresent() && (rollUpRuns(tenant) | rollUpEvents(tenant, position.get()));
        });
    }

    /** Whether there was anything to count. */
    private boolean rollUpRuns(TenantId tenant) {
        return statement(RUNS, tenant).bind("chunk", CHUNK).update() > 0;
    }

    private boolean rollUpEvents(TenantId tenant, long after) {
        long last = statement(LAST_EVENT, tenant)
                .first(row -> row.number("last_no"))
                .orElse(0L);
        return last > after
                && statement(EVENTS, tenant)
                                .bind("after", after)
                                .bind("last", Math.min(last, after + CHUNK))
                                .update()
                        > 0;
    }

    private SqlStatement statement(String text, TenantId tenant) {
        return sql.statement(text).bind("tenant", tenant);
    }
}
