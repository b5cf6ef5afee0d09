package com.ones1ght.adapters.persistence.chat;

import com.ones1ght.adapters.persistence.shared.RunFailures;
import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.adapters.persistence.shared.Transactions;
import com.ones1ght.application.chat.MergedStep.MergedItems;
import com.ones1ght.application.chat.MergedStep.MergedNotifications;
import com.ones1ght.application.chat.MergedStep.MergedTodos;
import com.ones1ght.application.chat.port.ClaimedRun;
import com.ones1ght.application.chat.port.RunClaim;
import com.ones1ght.application.chat.port.RunQueue;
import com.ones1ght.application.chat.port.RunUpdate;
import com.ones1ght.application.credit.port.CreditLedger;
import com.ones1ght.application.shared.JsonFragment;
import com.ones1ght.domain.chat.ChatHistory;
import com.ones1ght.domain.chat.Round;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.credit.RefundRule;
import com.ones1ght.domain.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The queue of runs: rows that nodes lease by {@code lease_until} and fence by {@code lease_token}. */
final class SqlRunQueue implements RunQueue {

    private static final String CLAIM = """
            WITH due AS (
                SELECT round_id, run_no, due_at FROM pipeline_run
                 WHERE settled_at IS NULL AND due_at <= ? AND (lease_until IS NULL OR lease_until <= ?)
                 ORDER BY due_at, round_id LIMIT ?
                   FOR NO KEY UPDATE SKIP LOCKED)
            UPDATE pipeline_run r SET lease_until = ?, lease_token = r.lease_token + 1
              FROM due WHERE r.round_id = due.round_id AND r.run_no = due.run_no
            RETURNING r.round_id, r.run_no, r.lease_token""";

    /** Locks in the same order as erasures, so that they cannot deadlock. */
    private static final String HELD = """
            WITH held AS (
                SELECT r.round_id, r.run_no
                  FROM pipeline_run r
                  JOIN unnest(?, ?, ?) AS c (round_id, run_no, token)
                    ON r.round_id = c.round_id AND r.run_no = c.run_no AND r.lease_token = c.token
                 WHERE r.settled_at IS NULL AND r.lease_until IS NOT NULL
                 ORDER BY r.round_id, r.run_no
                   FOR NO KEY UPDATE OF r)
            """;

    private static final String RENEW = HELD + """
            UPDATE pipeline_run r SET lease_until = ? FROM held
             WHERE r.round_id = held.round_id AND r.run_no = held.run_no
            RETURNING r.round_id, r.run_no, r.lease_token""";

    private static final String RELEASE = HELD + """
            UPDATE pipeline_run r SET lease_until = NULL, due_at = least(r.due_at, ?) FROM held
             WHERE r.round_id = held.round_id AND r.run_no = held.run_no""";

    /**
     * Locks and checks the run's row first, and updates the round only if the claim is valid. Null leaves a column as it is.
     */
    private static final String SAVE = """
            WITH run AS (
                UPDATE pipeline_run
                   SET snapshot = ?, due_at = ?,
                       meal = coalesce(?, meal),
                       step1_at = CASE WHEN ? >= 1 THEN coalesce(step1_at, ?) END,
                       step2_at = CASE WHEN ? >= 2 THEN coalesce(step2_at, ?) END,
                       step3_at = CASE WHEN ? >= 3 THEN coalesce(step3_at, ?) END,
                       step4_at = CASE WHEN ? >= 4 THEN coalesce(step4_at, ?) END,
                       settled_at = ?, lease_until = CASE WHEN ? THEN NULL ELSE lease_until END
                 WHERE round_id = ? AND run_no = ? AND lease_token = ?
                   AND settled_at IS NULL AND lease_until IS NOT NULL
                RETURNING round_id, run_no)
            UPDATE round r
               SET state = ?, done_steps = ?, stopped = ?, back_list_status = ?, last_error = ?, updated_at = ?,
                   todos = coalesce(?, r.todos),
                   recommended_items = coalesce(?, r.recommended_items),
                   notifications = coalesce(?, r.notifications),
                   todo_result = coalesce(?, r.todo_result),
                   recommended_result = coalesce(?, r.recommended_result),
                   notification_result = coalesce(?, r.notification_result),
                   session_shopping_list = coalesce(?, r.session_shopping_list),
                   session_back_list = coalesce(?, r.session_back_list)
              FROM run WHERE r.id = run.round_id AND r.run_no = run.run_no
            RETURNING r.tenant_id""";

    private final Sql sql;
    private final ClaimedRuns claimedRuns;
    private final CreditLedger credits;
    private final Transactions transactions;

    SqlRunQueue(Sql sql, CreditLedger credits, Transactions transactions) {
        this.sql = sql;
        this.claimedRuns = new ClaimedRuns(sql);
        this.credits = credits;
        this.transactions = transactions;
    }

    @Override
    public List<ClaimedRun> claimDue(int limit, Instant now, Duration lease) {
        return transactions.inTransaction(() -> {
            List<RunClaim> claims = sql.all(CLAIM, SqlRunQueue::claim, now, now, limit, now.plus(lease));
            return claims.isEmpty() ? List.of() : claimedRuns.load(claims, now);
        });
    }

    @Override
    public Set<RunClaim> renew(Collection<RunClaim> claims, Instant now, Duration lease) {
        if (claims.isEmpty()) {
            return Set.of();
        }
        Columns columns = Columns.of(claims);
        return new HashSet<>(sql.all(
                RENEW, SqlRunQueue::claim, columns.rounds(), columns.runs(), columns.tokens(), now.plus(lease)));
    }

    @Override
    public void release(Collection<RunClaim> claims, Instant now) {
        if (!claims.isEmpty()) {
            Columns columns = Columns.of(claims);
            sql.update(RELEASE, columns.rounds(), columns.runs(), columns.tokens(), now);
        }
    }

    @Override
    public boolean save(RunClaim claim, RunUpdate update, Instant now) {
        return transactions.inTransaction(() -> {
            Optional<TenantId> tenant = write(claim, update, now);
            if (RefundRule.isRefunded(update.round())) {
                tenant.ifPresent(payer -> credits.refund(payer, claim.round(), claim.run(), now));
            }
            return tenant.isPresent();
        });
    }

    private Optional<TenantId> write(RunClaim claim, RunUpdate update, Instant now) {
        Round round = update.round();
        boolean settled = round.state().isSettled();
        int steps = round.progress().doneSteps();
        Instant notBefore = update.snapshot().notBefore();
        @Nullable String[] result = RunCodec.writeResult(update.result());
        Optional<MergedTodos> todos = update.step(MergedTodos.class);
        Optional<MergedNotifications> notifications = update.step(MergedNotifications.class);
        return sql.first(
                SAVE,
                row -> new TenantId(Sql.uuid(row, "tenant_id")),
                RunCodec.writeSnapshot(update.snapshot()),
                notBefore == null || notBefore.isBefore(now) ? now : notBefore,
                ChatHistory.mealOf(round, update.snapshot()).orElse(null),
                steps,
                now,
                steps,
                now,
                steps,
                now,
                steps,
                now,
                settled ? now : null,
                settled,
                claim.round().value(),
                claim.run(),
                claim.token(),
                round.state().name(),
                steps,
                round.progress().stopped(),
                round.backListStatus() == null ? null : round.backListStatus().name(),
                RunFailures.write(round.failure()),
                round.updatedAt(),
                text(todos.map(MergedTodos::document)),
                text(update.step(MergedItems.class).map(MergedItems::document)),
                text(notifications.map(MergedNotifications::document)),
                result[0],
                result[1],
                result[2],
                text(todos.map(MergedTodos::sessionDocument)),
                text(notifications.map(MergedNotifications::sessionDocument)));
    }

    private static @Nullable String text(Optional<JsonFragment> document) {
        return document.map(JsonFragment::toString).orElse(null);
    }

    private static RunClaim claim(ResultSet row) throws SQLException {
        return new RunClaim(new RoundId(Sql.uuid(row, "round_id")), row.getInt("run_no"), row.getLong("lease_token"));
    }

    /** Claims as parameters: one array for each column. */
    record Columns(UUID[] rounds, Integer[] runs, Long[] tokens) {

        static Columns of(Collection<RunClaim> claims) {
            return new Columns(
                    claims.stream().map(claim -> claim.round().value()).toArray(UUID[]::new),
                    claims.stream().map(RunClaim::run).toArray(Integer[]::new),
                    claims.stream().map(RunClaim::token).toArray(Long[]::new));
        }
    }
}
