package com.ones1ght.adapters.persistence.chat;

import com.ones1ght.adapters.persistence.credit.SqlCreditLedger;
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
                  FROM held WHERE c.tenant_id = held.tenant_id AND c.balance >= :charge.minimumBalance
                RETURNING c.tenant_id, c.balance),
            ledger AS (%s),
            begun AS (
                INSERT INTO chat (id, tenant_id, profile_id, created_at)
                SELECT :chat.id, tenant_id, :profile, :chat.createdAt FROM account),
            started AS (%s),
            queued AS (%s)
            SELECT EXISTS (SELECT 1 FROM held) AS is_held, EXISTS (SELECT 1 FROM account) AS is_charged""".formatted(SqlCreditLedger.ADD_CHARGE, INSERT_ROUND, INSERT_RUN);

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
