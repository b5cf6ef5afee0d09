package com.ones1ght.adapters.persistence.chat;

import com.ones1ght.adapters.persistence.chat.KickoffGroup.Kickoff;
import com.ones1ght.adapters.persistence.credit.SqlCreditLedger;
import com.ones1ght.adapters.persistence.shared.GroupedCalls;
import com.ones1ght.adapters.persistence.shared.Row;
import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.adapters.persistence.shared.SqlStatement;
import com.ones1ght.adapters.persistence.shared.StorageFailures;
import com.ones1ght.adapters.persistence.shared.Transactions;
import com.ones1ght.application.chat.MergedStep.MergedGuard;
import com.ones1ght.application.chat.port.NewRun;
import com.ones1ght.application.chat.port.NewRuns;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.chat.Chat;
import com.ones1ght.domain.chat.Round;
import com.ones1ght.domain.credit.Charge;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.NotFoundException;
import java.util.List;

/**
 * Stores accepted runs: each in one statement together with its round, its entry in the queue and, if new, its chat. The
 * values are {@code :owner}, {@code :chat}, {@code :profile}, {@code :round}, {@code :run} and {@code :guardResult}.
 */
final class SqlNewRuns implements NewRuns {

    private static final String INSERT_RUN = """
            INSERT INTO pipeline_run (round_id, run_no, tenant_id, chat_id, round_no, prompt, user_query, accepted_at,
                                      deadline, due_at, request_id, traceparent, tracestate)
            SELECT id, run_no, tenant_id, chat_id, round_no, prompt, :run.userQuery, :run.acceptedAt,
                   :run.deadline, :run.acceptedAt, :run.correlation.requestId, :run.correlation.trace.traceparent,
                   :run.correlation.trace.tracestate
              FROM started
            """;

    private static final String INSERT_ROUND = """
            INSERT INTO round (id, tenant_id, profile_id, chat_id, round_no, run_no, prompt, language, state,
                               done_steps, stopped, created_at, updated_at, guard, guard_result)
            SELECT :round.id, tenant_id, :profile, :round.chat, :round.number, :round.run, :round.prompt,
                   :round.language, :round.state, :round.progress.doneSteps, :round.progress.stopped,
                   :round.createdAt, :round.updatedAt, :run.guard.document, :guardResult
              FROM account
            RETURNING id, run_no, tenant_id, chat_id, round_no, prompt
            """;

    private static final String ADD_ROUND = """
            WITH account AS (SELECT :owner.tenant::uuid AS tenant_id),
            started AS (%s)
            %s""".formatted(INSERT_ROUND, INSERT_RUN);

    /** References are checked at the end of the statement, when the chat exists. */
    private static final String BEGIN = """
            WITH account AS (SELECT :owner.tenant::uuid AS tenant_id),
            begun AS (
                INSERT INTO chat (id, tenant_id, profile_id, created_at)
                SELECT :chat.id, tenant_id, :profile, :chat.createdAt FROM account),
            started AS (%s)
            %s""".formatted(INSERT_ROUND, INSERT_RUN);

    /**
     * One statement, and so one round trip and one transaction. Keeps the order of locks: first the profile, then the
     * balance; all other rows are new.
     */
    private static final String BEGIN_CHARGED = """
            WITH held AS (
                SELECT id, tenant_id FROM profile
                 WHERE id = :profile AND tenant_id = :owner.tenant AND key_line_id = :owner.line FOR KEY SHARE),
            account AS (
                UPDATE tenant_credit c SET balance = c.balance + :charge.amount
                  FROM held WHERE c.tenant_id = :owner.tenant AND c.balance >= :charge.minimumBalance
                RETURNING c.tenant_id, c.balance),
            ledger AS (%s),
            begun AS (
                INSERT INTO chat (id, tenant_id, profile_id, created_at)
                SELECT :chat.id, tenant_id, :profile, :chat.createdAt FROM account),
            started AS (%s),
            queued AS (%s)
            SELECT EXISTS (SELECT 1 FROM held) AS is_held, EXISTS (SELECT 1 FROM account) AS is_charged""".formatted(SqlCreditLedger.ADD_CHARGE, INSERT_ROUND, INSERT_RUN);

    /**
     * The same for many, of any tenants, which must not wait for each other: it takes only locks that are free, in the
     * same order. Whatever it leaves out, {@link #BEGIN_CHARGED} decides: for a missing profile, a locked or insufficient
     * balance. A charge that is not covered counts towards the later ones, which are then left out as well.
     */
    private static final String BEGIN_GROUP = """
            /* all tenants */
            WITH asked AS (
                SELECT *
                  FROM unnest(:group.tenants, :group.lines, :group.profiles, :group.chats, :group.rounds,
                              :group.roundNumbers, :group.runs, :group.prompts, :group.languages, :group.states,
                              :group.doneSteps, :group.stopped, :group.guardDocuments, :group.guardResults,
                              :group.userQueries, :group.begunAt, :group.createdAt, :group.updatedAt,
                              :group.acceptedAt, :group.deadlines, :group.requestIds, :group.traceparents,
                              :group.tracestates, :group.amounts, :group.minimumBalances)
                       WITH ORDINALITY
                    AS a (tenant_id, line_id, profile_id, chat_id, round_id,
                          round_no, run_no, prompt, language, state,
                          done_steps, stopped, guard, guard_result,
                          user_query, begun_at, created_at, updated_at,
                          accepted_at, deadline, request_id, traceparent,
                          tracestate, amount, minimum_balance, place)),
            held AS (
                SELECT a.* FROM asked a
                  JOIN profile p
                    ON p.id = a.profile_id AND p.tenant_id = a.tenant_id AND p.key_line_id = a.line_id
                   FOR KEY SHARE OF p SKIP LOCKED),
            free AS (
                SELECT tenant_id, balance FROM tenant_credit
                 WHERE tenant_id IN (SELECT tenant_id FROM held)
                 ORDER BY tenant_id FOR NO KEY UPDATE SKIP LOCKED),
            counted AS (
                SELECT h.*, f.balance + sum(h.amount) OVER (PARTITION BY h.tenant_id ORDER BY h.place) AS balance_after
                  FROM held h JOIN free f USING (tenant_id)),
            covered AS (SELECT * FROM counted WHERE balance_after - amount >= minimum_balance),
            account AS (
                UPDATE tenant_credit c SET balance = c.balance + t.amount
                  FROM (SELECT tenant_id, sum(amount) AS amount FROM covered GROUP BY tenant_id) t
                 WHERE c.tenant_id = t.tenant_id),
            ledger AS (
                INSERT INTO credit_entry (tenant_id, kind, amount, balance_after, reason, round_id, run_no, created_at)
                SELECT tenant_id, 'charge', amount, balance_after, 'run', round_id, run_no, accepted_at
                  FROM covered ORDER BY place),
            begun AS (
                INSERT INTO chat (id, tenant_id, profile_id, created_at)
                SELECT chat_id, tenant_id, profile_id, begun_at FROM covered),
            started AS (
                INSERT INTO round (id, tenant_id, profile_id, chat_id, round_no, run_no, prompt, language, state,
                                   done_steps, stopped, created_at, updated_at, guard, guard_result)
                SELECT round_id, tenant_id, profile_id, chat_id, round_no, run_no, prompt, language, state,
                       done_steps, stopped, created_at, updated_at, guard, guard_result FROM covered),
            queued AS (
                INSERT INTO pipeline_run (round_id, run_no, tenant_id, chat_id, round_no, prompt, user_query,
                                          accepted_at, deadline, due_at, request_id, traceparent, tracestate)
                SELECT round_id, run_no, tenant_id, chat_id, round_no, prompt, user_query,
                       accepted_at, deadline, accepted_at, request_id, traceparent, tracestate FROM covered)
            SELECT place FROM covered""";

    private static final String SETTLE_EARLIER_RUNS = """
            UPDATE pipeline_run SET settled_at = :run.acceptedAt, lease_until = NULL, lease_token = lease_token + 1
             WHERE round_id = :round.id AND tenant_id = :owner.tenant AND settled_at IS NULL""";

    private static final String RESTART_ROUND = """
            WITH started AS (
                UPDATE round
                   SET run_no = :round.run, prompt = :round.prompt, language = :round.language, state = :round.state,
                       done_steps = :round.progress.doneSteps, stopped = :round.progress.stopped,
                       updated_at = :round.updatedAt, back_list_status = NULL, last_error = NULL,
                       version = version + 1,
                       guard = :run.guard.document, guard_result = :guardResult,
                       todos = NULL, recommended_items = NULL, notifications = NULL,
                       session_shopping_list = NULL, session_back_list = NULL,
                       todo_result = NULL, recommended_result = NULL, notification_result = NULL
                 WHERE id = :round.id AND tenant_id = :owner.tenant
                RETURNING id, run_no, tenant_id, chat_id, round_no, prompt)
            """ + INSERT_RUN;

    private final Sql sql;
    private final Transactions transactions;
    private final GroupedCalls<Kickoff> grouped = new GroupedCalls<>(this::beginGroup);

    SqlNewRuns(Sql sql, Transactions transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    @Override
    public void begin(Owner owner, Chat chat, Round first, NewRun run) {
        try {
            starting(BEGIN, owner, first, run)
                    .bind("profile", chat.profile())
                    .bind("chat", chat)
                    .update();
        } catch (RuntimeException e) {
            throw StorageFailures.isMissingParent(e) ? new NotFoundException() : e;
        }
    }

    @Override
    public Beginning beginCharged(Owner owner, Chat chat, Round first, NewRun run, Charge charge) {
        boolean isBegun = !transactions.isActive() && grouped.call(new Kickoff(owner, chat, first, run, charge));
        return isBegun ? Beginning.BEGUN : beginAlone(owner, chat, first, run, charge);
    }

    private List<Kickoff> beginGroup(List<Kickoff> kickoffs) {
        return sql.statement(BEGIN_GROUP)
                .bind("group", new KickoffGroup(kickoffs))
                .list(row -> kickoffs.get(row.integer("place") - 1));
    }

    private Beginning beginAlone(Owner owner, Chat chat, Round first, NewRun run, Charge charge) {
        return starting(BEGIN_CHARGED, owner, first, run)
                .bind("profile", chat.profile())
                .bind("chat", chat)
                .bind("charge", charge)
                .bind("chargedAt", run.acceptedAt())
                .single(SqlNewRuns::beginning);
    }

    private static Beginning beginning(Row row) {
        if (!row.flag("is_held")) {
            return Beginning.PROFILE_MISSING;
        }
        return row.flag("is_charged") ? Beginning.BEGUN : Beginning.NOT_ENOUGH_CREDIT;
    }

    @Override
    public void addRound(Owner owner, ProfileId profile, Round round, NewRun run) {
        starting(ADD_ROUND, owner, round, run).bind("profile", profile).update();
    }

    @Override
    public void restartRound(Owner owner, ProfileId profile, Round round, NewRun run) {
        transactions.inTransaction(() -> {
            statement(SETTLE_EARLIER_RUNS, owner, round, run).update();
            return starting(RESTART_ROUND, owner, round, run).update();
        });
    }

    private SqlStatement starting(String text, Owner owner, Round round, NewRun run) {
        MergedGuard guard = run.guard();
        return statement(text, owner, round, run)
                .bind("guardResult", guard == null ? null : RunCodec.writeGuard(guard.guard()));
    }

    private SqlStatement statement(String text, Owner owner, Round round, NewRun run) {
        return sql.statement(text).bind("owner", owner).bind("round", round).bind("run", run);
    }
}
