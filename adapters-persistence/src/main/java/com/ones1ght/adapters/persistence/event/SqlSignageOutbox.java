package com.ones1ght.adapters.persistence.event;

import com.ones1ght.adapters.persistence.shared.Correlations;
import com.ones1ght.adapters.persistence.shared.GroupedCalls;
import com.ones1ght.adapters.persistence.shared.Row;
import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.adapters.persistence.shared.SqlStatement;
import com.ones1ght.adapters.persistence.shared.Transactions;
import com.ones1ght.application.event.TriggeredRound;
import com.ones1ght.application.event.port.SignageOutbox;
import com.ones1ght.application.shared.Correlation;
import com.ones1ght.application.signage.port.SignageTrigger;
import com.ones1ght.domain.event.Event;
import com.ones1ght.domain.tenant.TenantId;
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

    /**
     * A row is deleted only after its delivery, so as long as it exists, leased or not, no later one of its profile is
     * first. Descends the index once per profile, however many deliveries wait behind its first. Looks at more first
     * deliveries than it claims, since another node may be claiming the same.
     */
    static final String CLAIM = """
            WITH RECURSIVE head AS ( /* all tenants */
                (SELECT id, profile_id, number, due_at, lease_until FROM signage_outbox
                  WHERE parked_at IS NULL ORDER BY profile_id, number LIMIT 1)
                UNION ALL
                SELECT following.*
                  FROM head CROSS JOIN LATERAL (
                       SELECT o.id, o.profile_id, o.number, o.due_at, o.lease_until FROM signage_outbox o
                        WHERE o.parked_at IS NULL AND o.profile_id > head.profile_id
                        ORDER BY o.profile_id, o.number LIMIT 1) AS following),
            due AS (
                SELECT o.id FROM signage_outbox o
                 WHERE o.id = ANY (ARRAY(
                           SELECT head.id FROM head
                            WHERE head.due_at <= :now AND (head.lease_until IS NULL OR head.lease_until <= :now)
                            ORDER BY head.due_at, head.number LIMIT 4 * :limit))
                   AND o.parked_at IS NULL AND o.due_at <= :now AND (o.lease_until IS NULL OR o.lease_until <= :now)
                 ORDER BY o.due_at, o.number LIMIT :limit
                   FOR NO KEY UPDATE OF o SKIP LOCKED)
            UPDATE signage_outbox o SET lease_until = :leaseUntil, lease_token = o.lease_token + 1
              FROM tenant t WHERE o.id = ANY (ARRAY(SELECT id FROM due)) AND t.id = o.tenant_id
            RETURNING o.*, t.code AS tenant_code, t.signage_timeout_seconds,
                      (SELECT r.guard_result FROM round r WHERE r.id = o.round_id AND r.tenant_id = o.tenant_id)""";

    private static final String MINE =
            " WHERE id = :claim.delivery AND tenant_id = :claim.tenant AND lease_token = :claim.token AND lease_until IS NOT NULL";

    private static final String POSTPONE = """
            UPDATE signage_outbox
               SET due_at = :dueAt, attempts = attempts + 1, last_error = :reason, lease_until = NULL
            """ + MINE;

    private static final String PARK = """
            UPDATE signage_outbox
               SET parked_at = :now, attempts = attempts + 1, last_error = :reason, lease_until = NULL
            """ + MINE;

    /** Locks in the order of ids, so that two operations on many rows cannot deadlock; or none that is taken. */
    private static final String HELD = """
            WITH held AS ( /* all tenants */
                SELECT o.id, o.tenant_id FROM signage_outbox o
                  JOIN unnest(:tenants, :ids, :tokens) AS c (tenant_id, id, token)
                    ON o.tenant_id = c.tenant_id AND o.id = c.id AND o.lease_token = c.token
                 WHERE o.lease_until IS NOT NULL
                 ORDER BY o.id FOR NO KEY UPDATE OF o%s)
            """;

    private static final String DELETE_GROUP = HELD.formatted(" SKIP LOCKED") + """
            DELETE FROM signage_outbox o USING held WHERE o.id = held.id AND o.tenant_id = held.tenant_id
            RETURNING o.tenant_id, o.id, o.lease_token""";

    private static final String RENEW = HELD.formatted("") + """
            UPDATE signage_outbox o SET lease_until = :leaseUntil FROM held
             WHERE o.id = held.id AND o.tenant_id = held.tenant_id
            RETURNING o.tenant_id, o.id, o.lease_token""";

    private static final String RELEASE = HELD.formatted("") + """
            UPDATE signage_outbox o SET lease_until = NULL, due_at = :now FROM held
             WHERE o.id = held.id AND o.tenant_id = held.tenant_id""";

    private static final String PARKED = """
            SELECT o.*, t.code AS tenant_code, t.signage_timeout_seconds,
                   (SELECT r.guard_result FROM round r WHERE r.id = o.round_id AND r.tenant_id = :tenant)
              FROM signage_outbox o JOIN tenant t ON t.id = o.tenant_id
             WHERE o.tenant_id = :tenant AND o.parked_at IS NOT NULL
             ORDER BY o.parked_at, o.number LIMIT :limit""";

    private static final String RESEND = """
            UPDATE signage_outbox
               SET parked_at = NULL, accepted_at = :now, due_at = :now, attempts = 0, last_error = NULL,
                   lease_until = NULL
             WHERE id = :delivery AND tenant_id = :tenant AND parked_at IS NOT NULL""";

    private static final String BACKLOG = """
            SELECT /* all tenants */ count(*) FILTER (WHERE parked_at IS NULL) AS waiting, count(parked_at) AS parked,
                   min(accepted_at) FILTER (WHERE parked_at IS NULL) AS since
              FROM signage_outbox""";

    private final Sql sql;
    private final Transactions transactions;
    private final AppendedDeliveries appended;

    /** Those that have arrived at once. */
    private final GroupedCalls<DeliveryClaim> deletions = new GroupedCalls<>(this::deleteGroup);

    SqlSignageOutbox(Sql sql, Transactions transactions) {
        this.sql = sql;
        this.transactions = transactions;
        this.appended = new AppendedDeliveries(sql, transactions);
    }

    private record Claimed(long number, Instant dueAt, ClaimedDelivery delivery) {}

    @Override
    public void append(TenantId tenant, SignageTrigger trigger, @Nullable Correlation correlation, Instant acceptedAt) {
        appended.append(tenant, trigger, correlation, acceptedAt);
    }

    @Override
    public boolean append(
            TriggeredRound round,
            List<Event> events,
            SignageTrigger trigger,
            @Nullable Correlation correlation,
            Instant acceptedAt) {
        return appended.append(round, events, trigger, correlation, acceptedAt);
    }

    @Override
    public List<ClaimedDelivery> claimDue(int limit, Instant now, Duration lease) {
        return sql
                .statement(CLAIM)
                .bind("limit", limit)
                .bind("now", now)
                .bind("leaseUntil", now.plus(lease))
                .list(SqlSignageOutbox::claimed)
                .stream()
                .sorted(Comparator.comparing(Claimed::dueAt).thenComparing(Claimed::number))
                .map(Claimed::delivery)
                .toList();
    }

    private static Claimed claimed(Row row) {
        ClaimedDelivery delivery = new ClaimedDelivery(
                claim(row),
                EventMapper.trigger(row),
                row.integer("attempts"),
                row.instant("accepted_at"),
                Correlations.read(row));
        return new Claimed(row.number("number"), row.instant("due_at"), delivery);
    }

    @Override
    public boolean delivered(DeliveryClaim claim) {
        return !transactions.isActive() && deletions.call(claim)
                || sql.statement("DELETE FROM signage_outbox" + MINE)
                                .bind("claim", claim)
                                .update()
                        == 1;
    }

    private List<DeliveryClaim> deleteGroup(List<DeliveryClaim> claims) {
        return held(DELETE_GROUP, claims).list(SqlSignageOutbox::claim);
    }

    @Override
    public boolean postpone(DeliveryClaim claim, Instant dueAt, String reason) {
        return sql.statement(POSTPONE)
                        .bind("claim", claim)
                        .bind("dueAt", dueAt)
                        .bind("reason", reason)
                        .update()
                == 1;
    }

    @Override
    public boolean park(DeliveryClaim claim, Instant now, String reason) {
        return sql.statement(PARK)
                        .bind("claim", claim)
                        .bind("now", now)
                        .bind("reason", reason)
                        .update()
                == 1;
    }

    @Override
    public Set<DeliveryClaim> renew(Collection<DeliveryClaim> claims, Instant now, Duration lease) {
        return Set.copyOf(
                held(RENEW, claims).bind("leaseUntil", now.plus(lease)).list(SqlSignageOutbox::claim));
    }

    @Override
    public void release(Collection<DeliveryClaim> claims, Instant now) {
        held(RELEASE, claims).bind("now", now).update();
    }

    private SqlStatement held(String text, Collection<DeliveryClaim> claims) {
        return sql.statement(text)
                .bind(
                        "tenants",
                        claims.stream().map(claim -> claim.tenant().value()).toArray(UUID[]::new))
                .bind("ids", claims.stream().map(DeliveryClaim::delivery).toArray(UUID[]::new))
                .bind("tokens", claims.stream().map(DeliveryClaim::token).toArray(Long[]::new));
    }

    private static DeliveryClaim claim(Row row) {
        return new DeliveryClaim(row.id("tenant_id", TenantId::new), row.uuid("id"), row.number("lease_token"));
    }

    @Override
    public List<ParkedDelivery> parked(TenantId tenant, int limit) {
        return sql.statement(PARKED)
                .bind("tenant", tenant)
                .bind("limit", limit)
                .list(row -> new ParkedDelivery(
                        EventMapper.trigger(row),
                        row.integer("attempts"),
                        row.instant("parked_at"),
                        row.text("last_error")));
    }

    @Override
    public Backlog backlog() {
        return sql.statement(BACKLOG)
                .single(row -> new Backlog(row.number("waiting"), row.number("parked"), row.instantOrNull("since")));
    }

    @Override
    public boolean resend(TenantId tenant, UUID delivery, Instant now) {
        return sql.statement(RESEND)
                        .bind("tenant", tenant)
                        .bind("delivery", delivery)
                        .bind("now", now)
                        .update()
                == 1;
    }
}
