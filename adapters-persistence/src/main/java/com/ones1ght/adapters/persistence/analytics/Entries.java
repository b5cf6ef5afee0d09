package com.ones1ght.adapters.persistence.analytics;

import com.ones1ght.domain.chat.PipelineStep;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What the rows of the logs contribute to reports, as SQL: rows {@code (at, kind, key, n)}. Reports and the roll-up have
 * it from here, and so count the same.
 */
final class Entries {

    /** The reports that read the entries, and have rolled up counts of their own. */
    static final String RUNS = "RUNS";

    static final String EVENTS = "EVENTS";
    static final String ITEMS = "ITEMS";

    static final String ROUND = "ROUND";
    static final String CREATED = "created";
    static final String ERROR = "error";
    static final String WITHHELD = "WITHHELD";
    private static final String STEP = "STEP";
    static final String EVENT = "EVENT";
    static final String COUPON = "COUPON";
    static final String ISSUED = "issued";
    static final String REDEEMED = "redeemed";

    /** A coupon's first issue and first redemption among the rows of {@code %s}; a coupon is a rec_id within a round. */
    static final String COUPONS_OF = """
            SELECT round_id, md5(rec_id)::uuid AS rec_hash,
                   (array_agg(created_at ORDER BY event_no) FILTER (WHERE type = 'COUPON_ISSUED'))[1] AS issued_at,
                   (array_agg(created_at ORDER BY event_no) FILTER (WHERE type = 'COUPON_REDEEMED'))[1] AS redeemed_at
              FROM %s WHERE type IN ('COUPON_ISSUED', 'COUPON_REDEEMED')
             GROUP BY round_id, md5(rec_id)::uuid""";

    /**
     * What the coupons {@code %s} add to those rolled up. A coupon counts once, when it was first issued, and as redeemed
     * whenever it was.
     */
    static final String NEW_COUPONS = """
            SELECT e.at, 'COUPON' AS kind, e.key, 1 AS n
              FROM %s t
              LEFT JOIN LATERAL (
                   SELECT issued_at, redeemed_at FROM analytics_coupon k
                    WHERE k.tenant_id = :tenant AND k.round_id = t.round_id AND k.rec_hash = t.rec_hash OFFSET 0) c ON true
             CROSS JOIN LATERAL (VALUES
                   (t.issued_at, 'issued', c.issued_at IS NULL),
                   (coalesce(c.issued_at, t.issued_at), 'redeemed',
                    coalesce(c.redeemed_at, t.redeemed_at) IS NOT NULL
                        AND (c.issued_at IS NULL OR c.redeemed_at IS NULL))) AS e (at, key, is_new)
             WHERE e.is_new AND e.at IS NOT NULL""";

    /** The items that the rows of {@code %s} name. */
    static final String ITEMS_OF = """
            SELECT created_at, event_no, document ->> 'item_id' AS item_id, document ->> 'item_name' AS item_name,
                   coalesce(document ->> 'item_id', document ->> 'item_name') AS item
              FROM (SELECT created_at, event_no, readable(payload) AS document FROM %s OFFSET 0) AS parsed""";

    private Entries() {}

    /** The kind of a step's latencies. */
    static String kind(PipelineStep step) {
        return STEP + step.number();
    }

    /** The step whose latencies are of this kind. */
    static PipelineStep step(String kind) {
        return PipelineStep.values()[Integer.parseInt(kind.substring(STEP.length())) - 1];
    }

    private static String millis(PipelineStep step) {
        return "l.step" + step.number() + "_ms";
    }

    /**
     * What runs contribute.
     *
     * @param runs the name of rows of {@code run_log}
     * @param latency how a latency counts: with {@code %s} for its milliseconds
     */
    static String ofRuns(String runs, String latency) {
        String steps = Arrays.stream(PipelineStep.values())
                .map(step ->
                        "(CASE l.run_no WHEN 0 THEN l.round_at ELSE l.run_at END, '%s', %s::text, num_nonnulls(%s))"
                                .formatted(kind(step), latency.formatted(millis(step)), millis(step)))
                .collect(Collectors.joining(",\n       "));
        return """
                SELECT e.at, e.kind, e.key, e.n
                  FROM %1$s l
                 CROSS JOIN LATERAL (VALUES
                       (l.round_at, 'ROUND', 'created', CASE WHEN l.run_no = 0 AND l.sign = 1 THEN 1 ELSE 0 END),
                       (l.round_at, 'ROUND', 'error', CASE WHEN l.is_error THEN l.sign ELSE 0 END),
                       %2$s) AS e (at, kind, key, n)
                 WHERE e.n <> 0
                UNION ALL
                SELECT l.round_at, 'WITHHELD', because, l.sign FROM %1$s l CROSS JOIN unnest(l.withheld) AS because""".formatted(runs, steps);
    }
}
