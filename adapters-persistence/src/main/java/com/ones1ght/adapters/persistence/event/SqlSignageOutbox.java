package com.ones1ght.adapters.persistence.event;

import com.ones1ght.adapters.persistence.shared.Correlations;
import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.application.event.port.SignageOutbox;
import com.ones1ght.application.shared.Correlation;
import com.ones1ght.application.shared.JsonFragment;
import com.ones1ght.application.signage.port.SignageTrigger;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The outbox: rows that nodes lease by {@code lease_until} and fence by {@code lease_token}; one statement each. */
final class SqlSignageOutbox implements SignageOutbox {

    /** Takes a number from the same row as the events do, and so keeps their order. */
    private static final String APPEND = """
            WITH numbered AS (
                INSERT INTO event_number AS n (tenant_id, last_no) VALUES (?, 1)
                ON CONFLICT (tenant_id) DO UPDATE SET last_no = n.last_no + 1
                RETURNING tenant_id, last_no)
            INSERT INTO signage_outbox (id, tenant_id, number, profile_id, chat_id, round_id, store_id, passage,
                                        signage_no, items, forgotten, language, occurred_at, accepted_at, due_at,
                                        request_id, traceparent)
            SELECT ?, tenant_id, last_no, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM numbered""";

    /**
     * A row goes only when its delivery has arrived, so while it is there, leased or not, nothing after it is first.
     * The index is descended once for each profile, however many deliveries wait behind its first. More of the first
     * ones are looked at than are claimed, since another node may be claiming the same.
     */
    static final String CLAIM = """
            WITH RECURSIVE head AS (
                (SELECT id, profile_id, number, due_at, lease_until FROM signage_outbox
                  WHERE parked_at IS NULL ORDER BY profile_id, number LIMIT 1)
                UNION ALL
                SELECT following.*
                  FROM head CROSS JOIN LATERAL (
                       SELECT o.id, o.profile_id, o.number, o.due_at, o.lease_until FROM signage_outbox o
                        WHERE o.parked_at IS NULL AND o.profile_id > head.profile_id
                        ORDER BY o.profile_id, o.number LIMIT 1) AS following),
            asked AS (SELECT ?::timestamptz AS at, ?::integer AS most),
            due AS (
                SELECT o.id FROM signage_outbox o, asked
                 WHERE o.id = ANY (ARRAY(
                           SELECT head.id FROM head, asked
                            WHERE head.due_at <= asked.at
                              AND (head.lease_until IS NULL OR head.lease_until <= asked.at)
                            ORDER BY head.due_at, head.number LIMIT 4 * (SELECT most FROM asked)))
                   AND o.parked_at IS NULL AND o.due_at <= asked.at
                   AND (o.lease_until IS NULL OR o.lease_until <= asked.at)
                 ORDER BY o.due_at, o.number LIMIT (SELECT most FROM asked)
                   FOR NO KEY UPDATE OF o SKIP LOCKED)
            UPDATE signage_outbox o SET lease_until = ?, lease_token = o.lease_token + 1
              FROM tenant t WHERE o.id = ANY (ARRAY(SELECT id FROM due)) AND t.id = o.tenant_id
            RETURNING o.*, t.code AS tenant_code, t.signage_timeout_seconds""";

    private static final String MINE = " WHERE id = ? AND lease_token = ? AND lease_until IS NOT NULL";

    private static final String POSTPONE = """
            UPDATE signage_outbox SET due_at = ?, attempts = attempts + 1, last_error = ?, lease_until = NULL
            """ + MINE;

    private static final String PARK = """
            UPDATE signage_outbox SET parked_at = ?, attempts = attempts + 1, last_error = ?, lease_until = NULL
            """ + MINE;

    /** In the order of ids, so that two who change the same cannot wait for each other. */
    private static final String HELD = """
            WITH held AS (
                SELECT o.id FROM signage_outbox o
                  JOIN unnest(?, ?) AS c (id, token) ON o.id = c.id AND o.lease_token = c.token
                 WHERE o.lease_until IS NOT NULL
                 ORDER BY o.id FOR NO KEY UPDATE OF o)
            """;

    private static final String RENEW = HELD + """
            UPDATE signage_outbox o SET lease_until = ? FROM held WHERE o.id = held.id
            RETURNING o.id, o.lease_token""";

    private static final String RELEASE = HELD + """
            UPDATE signage_outbox o SET lease_until = NULL, due_at = ? FROM held WHERE o.id = held.id""";

    private static final String PARKED = """
            SELECT o.*, t.code AS tenant_code, t.signage_timeout_seconds FROM signage_outbox o JOIN tenant t ON t.id = o.tenant_id
             WHERE o.tenant_id = ? AND o.parked_at IS NOT NULL
             ORDER BY o.parked_at, o.number LIMIT ?""";

    private static final String RESEND = """
            UPDATE signage_outbox
               SET parked_at = NULL, accepted_at = ?, due_at = ?, attempts = 0, last_error = NULL, lease_until = NULL
             WHERE id = ? AND tenant_id = ? AND parked_at IS NOT NULL""";

    private static final String BACKLOG = """
            SELECT count(*) FILTER (WHERE parked_at IS NULL) AS waiting, count(parked_at) AS parked,
                   min(accepted_at) FILTER (WHERE parked_at IS NULL) AS since
              FROM signage_outbox""";

    private final Sql sql;

    SqlSignageOutbox(Sql sql) {
        this.sql = sql;
    }

    private record Claimed(long number, Instant dueAt, ClaimedDelivery delivery) {}

    @Override
    public void append(TenantId tenant, SignageTrigger trigger, @Nullable Correlation correlation, Instant acceptedAt) {
        JsonFragment forgotten = trigger.forgotten();
        Language language = trigger.language();
        sql.update(
                APPEND,
                tenant.value(),
                trigger.deliveryId(),
                trigger.profile().value(),
                trigger.chat().value(),
                trigger.round().value(),
                trigger.store().value(),
                trigger.passage().name(),
                trigger.signageNo(),
                trigger.items().toString(),
                forgotten == null ? null : forgotten.toString(),
                language == null ? null : language.name(),
                trigger.occurredAt(),
                acceptedAt,
                acceptedAt,
                Correlations.requestId(correlation),
                Correlations.traceparent(correlation));
    }

    @Override
    public List<ClaimedDelivery> claimDue(int limit, Instant now, Duration lease) {
        return sql.all(CLAIM, SqlSignageOutbox::claimed, now, limit, now.plus(lease)).stream()
                .sorted(Comparator.comparing(Claimed::dueAt).thenComparing(Claimed::number))
                .map(Claimed::delivery)
                .toList();
    }

    private static Claimed claimed(ResultSet row) throws SQLException {
        ClaimedDelivery delivery = new ClaimedDelivery(
                claim(row),
                EventMapper.trigger(row),
                row.getInt("attempts"),
                Sql.instant(row, "accepted_at"),
                Correlations.read(row));
        return new Claimed(row.getLong("number"), Sql.instant(row, "due_at"), delivery);
    }

    @Override
    public boolean delivered(DeliveryClaim claim) {
        return sql.update("DELETE FROM signage_outbox" + MINE, claim.delivery(), claim.token()) == 1;
    }

    @Override
    public boolean postpone(DeliveryClaim claim, Instant dueAt, String reason) {
        return sql.update(POSTPONE, dueAt, reason, claim.delivery(), claim.token()) == 1;
    }

    @Override
    public boolean park(DeliveryClaim claim, Instant now, String reason) {
        return sql.update(PARK, now, reason, claim.delivery(), claim.token()) == 1;
    }

    @Override
    public Set<DeliveryClaim> renew(Collection<DeliveryClaim> claims, Instant now, Duration lease) {
        return Set.copyOf(sql.all(RENEW, SqlSignageOutbox::claim, ids(claims), tokens(claims), now.plus(lease)));
    }

    @Override
    public void release(Collection<DeliveryClaim> claims, Instant now) {
        sql.update(RELEASE, ids(claims), tokens(claims), now);
    }

    private static UUID[] ids(Collection<DeliveryClaim> claims) {
        return claims.stream().map(DeliveryClaim::delivery).toArray(UUID[]::new);
    }

    private static Long[] tokens(Collection<DeliveryClaim> claims) {
        return claims.stream().map(DeliveryClaim::token).toArray(Long[]::new);
    }

    private static DeliveryClaim claim(ResultSet row) throws SQLException {
        return new DeliveryClaim(Sql.uuid(row, "id"), row.getLong("lease_token"));
    }

    @Override
    public List<ParkedDelivery> parked(TenantId tenant, int limit) {
        return sql.all(PARKED, SqlSignageOutbox::parked, tenant.value(), limit);
    }

    private static ParkedDelivery parked(ResultSet row) throws SQLException {
        return new ParkedDelivery(
                EventMapper.trigger(row),
                row.getInt("attempts"),
                Sql.instant(row, "parked_at"),
                row.getString("last_error"));
    }

    @Override
    public Backlog backlog() {
        return sql.first(
                        BACKLOG,
                        row -> new Backlog(
                                row.getLong("waiting"), row.getLong("parked"), Sql.instantOrNull(row, "since")))
                .orElseThrow();
    }

    @Override
    public boolean resend(TenantId tenant, UUID delivery, Instant now) {
        return sql.update(RESEND, now, now, delivery, tenant.value()) == 1;
    }
}
