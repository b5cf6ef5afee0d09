package com.ones1ght.adapters.persistence.chat;

import com.ones1ght.adapters.persistence.shared.Row;
import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.adapters.persistence.shared.Transactions;
import com.ones1ght.application.chat.port.ClaimedRun;
import com.ones1ght.application.chat.port.RunClaim;
import com.ones1ght.application.chat.port.RunQueue;
import com.ones1ght.application.chat.port.RunUpdate;
import com.ones1ght.application.credit.port.CreditLedger;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.credit.RefundRule;
import com.ones1ght.domain.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The queue of runs: rows that nodes lease by {@code lease_until} and fence by {@code lease_token}. */
final class SqlRunQueue implements RunQueue {

    private static final String CLAIM = """
            WITH due AS ( /* all tenants */
                SELECT round_id, run_no, tenant_id, due_at FROM pipeline_run
                 WHERE settled_at IS NULL AND due_at <= :now AND (lease_until IS NULL OR lease_until <= :now)
                 ORDER BY due_at, round_id LIMIT :limit
                   FOR NO KEY UPDATE SKIP LOCKED)
            UPDATE pipeline_run r SET lease_until = :leaseUntil, lease_token = r.lease_token + 1
              FROM due WHERE r.round_id = due.round_id AND r.run_no = due.run_no AND r.tenant_id = due.tenant_id
            RETURNING r.tenant_id, r.round_id, r.run_no, r.lease_token, EXISTS (SELECT 1 FROM plain_texts) AS is_plain""";

    /** By the index of the runs that have not settled. */
    private static final String BACKLOG = """
            SELECT /* all tenants */ count(*) AS waiting, min(due_at) AS since FROM pipeline_run
             WHERE settled_at IS NULL AND due_at <= :now AND (lease_until IS NULL OR lease_until <= :now)""";

    /** Locks in the same order as erasures, so that two operations on many rows cannot deadlock. */
    private static final String HELD = """
            WITH held AS ( /* all tenants */
                SELECT r.tenant_id, r.round_id, r.run_no
                  FROM pipeline_run r
                  JOIN unnest(:claims.tenants, :claims.rounds, :claims.runs, :claims.tokens)
                       AS c (tenant_id, round_id, run_no, token)
                    ON r.tenant_id = c.tenant_id AND r.round_id = c.round_id AND r.run_no = c.run_no AND r.lease_token = c.token
                 WHERE r.settled_at IS NULL AND r.lease_until IS NOT NULL
                 ORDER BY r.round_id, r.run_no
                   FOR NO KEY UPDATE OF r)
            """;

    private static final String RENEW = HELD + """
            UPDATE pipeline_run r SET lease_until = :leaseUntil FROM held
             WHERE r.round_id = held.round_id AND r.run_no = held.run_no AND r.tenant_id = held.tenant_id
            RETURNING r.tenant_id, r.round_id, r.run_no, r.lease_token""";

    /** A run that its holder settled keeps the holder's token; another node's claim keeps the run open. */
    private static final String ENDED = """
            SELECT /* all tenants */ c.tenant_id, c.round_id, c.run_no, c.token AS lease_token
              FROM unnest(:claims.tenants, :claims.rounds, :claims.runs, :claims.tokens)
                   AS c (tenant_id, round_id, run_no, token)
             WHERE NOT EXISTS (
                SELECT 1 FROM pipeline_run r
                 WHERE r.tenant_id = c.tenant_id AND r.round_id = c.round_id AND r.run_no = c.run_no
                   AND (r.settled_at IS NULL OR r.lease_token = c.token))""";

    private static final String RELEASE = HELD + """
            UPDATE pipeline_run r SET lease_until = NULL, due_at = least(r.due_at, :now) FROM held
             WHERE r.round_id = held.round_id AND r.run_no = held.run_no AND r.tenant_id = held.tenant_id""";

    private final Sql sql;
    private final ClaimedRuns claimedRuns;
    private final SavedRuns savedRuns;
    private final CreditLedger credits;
    private final Transactions transactions;

    /** Whether saves pack texts; each claim says so anew. */
    private volatile boolean isPacked;

    SqlRunQueue(Sql sql, CreditLedger credits, Transactions transactions) {
        this.sql = sql;
        this.claimedRuns = new ClaimedRuns(sql);
        this.savedRuns = new SavedRuns(sql, transactions);
        this.credits = credits;
        this.transactions = transactions;
    }

    @Override
    public List<ClaimedRun> claimDue(int limit, Instant now, Duration lease) {
        return transactions.inTransaction(() -> {
            List<RunClaim> claims = sql.statement(CLAIM)
                    .bind("limit", limit)
                    .bind("now", now)
                    .bind("leaseUntil", now.plus(lease))
                    .list(this::newClaim);
            return claims.isEmpty() ? List.of() : claimedRuns.load(claims, now);
        });
    }

    @Override
    public Set<RunClaim> renew(Collection<RunClaim> claims, Instant now, Duration lease) {
        return claims.isEmpty()
                ? Set.of()
                : Set.copyOf(sql.statement(RENEW)
                        .bind("claims", ClaimColumns.of(claims))
                        .bind("leaseUntil", now.plus(lease))
                        .list(SqlRunQueue::claim));
    }

    @Override
    public Set<RunClaim> ended(Collection<RunClaim> claims) {
        return claims.isEmpty()
                ? Set.of()
                : Set.copyOf(sql.statement(ENDED)
                        .bind("claims", ClaimColumns.of(claims))
                        .list(SqlRunQueue::claim));
    }

    @Override
    public void release(Collection<RunClaim> claims, Instant now) {
        if (!claims.isEmpty()) {
            sql.statement(RELEASE)
                    .bind("claims", ClaimColumns.of(claims))
                    .bind("now", now)
                    .update();
        }
    }

    @Override
    public Backlog backlog(Instant now) {
        return sql.statement(BACKLOG)
                .bind("now", now)
                .single(row -> new Backlog(row.number("waiting"), row.instantOrNull("since")));
    }

    @Override
    public boolean save(RunClaim claim, RunUpdate update, Instant now) {
        if (!RefundRule.isRefunded(update.round())) {
            return savedRuns.save(claim, update, now, isPacked);
        }
        return transactions.inTransaction(() -> {
            boolean isSaved = savedRuns.save(claim, update, now, isPacked);
            if (isSaved) {
                credits.refund(claim.tenant(), claim.round(), claim.run(), now);
            }
            return isSaved;
        });
    }

    private RunClaim newClaim(Row row) {
        isPacked = !row.flag("is_plain");
        return claim(row);
    }

    private static RunClaim claim(Row row) {
        return new RunClaim(
                row.id("tenant_id", TenantId::new),
                row.id("round_id", RoundId::new),
                row.integer("run_no"),
                row.number("lease_token"));
    }
}
