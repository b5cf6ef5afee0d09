package com.ones1ght.adapters.persistence.chat;

import com.ones1ght.adapters.persistence.access.SqlCreditLedger;
import com.ones1ght.adapters.persistence.shared.Correlations;
import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.adapters.persistence.shared.StorageFailures;
import com.ones1ght.adapters.persistence.shared.Transactions;
import com.ones1ght.application.chat.port.NewRun;
import com.ones1ght.application.chat.port.NewRuns;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.chat.Chat;
import com.ones1ght.domain.chat.Round;
import com.ones1ght.domain.credit.Charge;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.NotFoundException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Stores the run of a kickoff with its round and, if it is new, its chat, in one statement. The row of the run is also its
 * entry in the queue.
 */
final class SqlNewRuns implements NewRuns {

    private static final String INSERT_RUN = """
            INSERT INTO pipeline_run (round_id, run_no, tenant_id, chat_id, round_no, prompt, user_query, accepted_at,
                                      deadline, due_at, request_id, traceparent)
            SELECT id, run_no, tenant_id, chat_id, round_no, prompt, ?, ?, ?, ?, ?, ? FROM started""";

    private static final String START_ROUND = """
            started AS (
                INSERT INTO round (id, tenant_id, profile_id, chat_id, round_no, run_no, prompt, language, state,
                                   done_steps, stopped, created_at, updated_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                RETURNING id, run_no, tenant_id, chat_id, round_no, prompt)
            """ + INSERT_RUN;

    private static final String ADD_ROUND = "WITH " + START_ROUND;

    /** One statement: foreign keys are checked at its end, when the chat exists. */
    private static final String BEGIN = """
            WITH begun AS (INSERT INTO chat (id, tenant_id, profile_id, created_at) VALUES (?, ?, ?, ?)),
            """ + START_ROUND;

    /**
     * One statement, and so one round trip and one transaction. It keeps the order of locks: the profile, and then, since
     * all other rows are new, the balance. Amount and minimum balance are {@link Charge}'s.
     */
    private static final String BEGIN_CHARGED = """
            WITH held AS (
                SELECT id, tenant_id FROM profile WHERE id = ? AND tenant_id = ? AND key_line_id = ? FOR KEY SHARE),
            account AS (
                UPDATE tenant_credit c SET balance = c.balance + ?
                  FROM held WHERE c.tenant_id = held.tenant_id AND c.balance >= ?
                RETURNING c.tenant_id, c.balance),
            ledger AS (
            """ + SqlCreditLedger.ADD_CHARGE + """
            ),
            begun AS (
                INSERT INTO chat (id, tenant_id, profile_id, created_at) SELECT ?, tenant_id, ?, ? FROM account),
            started AS (
                INSERT INTO round (id, tenant_id, profile_id, chat_id, round_no, run_no, prompt, language, state,
                                   done_steps, stopped, created_at, updated_at)
                SELECT ?, tenant_id, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM account
                RETURNING id, run_no, tenant_id, chat_id, round_no, prompt),
            queued AS (
            """ + INSERT_RUN + """
            )
            SELECT EXISTS (SELECT 1 FROM held) AS is_held, EXISTS (SELECT 1 FROM account) AS is_charged""";

    private static final String SETTLE_EARLIER_RUNS = """
            UPDATE pipeline_run SET settled_at = ?, lease_until = NULL
             WHERE round_id = ? AND tenant_id = ? AND settled_at IS NULL""";

    private static final String RESTART_ROUND = """
            WITH started AS (
                UPDATE round
                   SET run_no = ?, prompt = ?, language = ?, state = ?, done_steps = ?, stopped = ?, updated_at = ?,
                       back_list_status = NULL, last_error = NULL,
                       todos = NULL, recommended_items = NULL, notifications = NULL,
                       session_shopping_list = NULL, session_back_list = NULL,
                       todo_result = NULL, recommended_result = NULL, notification_result = NULL
                 WHERE id = ? AND tenant_id = ?
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
        UUID tenant = owner.tenant().value();
        List<@Nullable Object> parameters = new ArrayList<>(List.of(
                chat.id().value(),
                tenant,
                chat.profile().value(),
                chat.createdAt(),
                first.id().value(),
                tenant));
        parameters.addAll(started(chat.profile(), first, run));
        try {
            sql.update(BEGIN, parameters.toArray());
        } catch (RuntimeException e) {
            throw StorageFailures.isMissingParent(e) ? new NotFoundException() : e;
        }
    }

    @Override
    public Beginning beginCharged(Owner owner, Chat chat, Round first, NewRun run, Charge charge) {
        List<@Nullable Object> parameters = new ArrayList<>(List.of(
                chat.profile().value(),
                owner.tenant().value(),
                owner.line().value(),
                charge.amount(),
                charge.minimumBalance(),
                charge.amount(),
                charge.round().value(),
                charge.run(),
                run.acceptedAt(),
                chat.id().value(),
                chat.profile().value(),
                chat.createdAt(),
                first.id().value()));
        parameters.addAll(started(chat.profile(), first, run));
        return sql.first(BEGIN_CHARGED, SqlNewRuns::beginning, parameters.toArray())
                .orElseThrow();
    }

    private static Beginning beginning(ResultSet row) throws SQLException {
        if (!row.getBoolean("is_held")) {
            return Beginning.PROFILE_MISSING;
        }
        return row.getBoolean("is_charged") ? Beginning.BEGUN : Beginning.NOT_ENOUGH_CREDIT;
    }

    @Override
    public void addRound(Owner owner, ProfileId profile, Round round, NewRun run) {
        List<@Nullable Object> parameters =
                new ArrayList<>(List.of(round.id().value(), owner.tenant().value()));
        parameters.addAll(started(profile, round, run));
        sql.update(ADD_ROUND, parameters.toArray());
    }

    /** The parameters of {@link #START_ROUND} behind the round's id and its tenant's. */
    private static List<@Nullable Object> started(ProfileId profile, Round round, NewRun run) {
        return Arrays.asList(
                profile.value(),
                round.chat().value(),
                round.number(),
                round.run(),
                round.prompt().text(),
                round.language().name(),
                round.state().name(),
                round.progress().doneSteps(),
                round.progress().stopped(),
                round.createdAt(),
                round.updatedAt(),
                run.userQuery(),
                run.acceptedAt(),
                run.deadline(),
                run.acceptedAt(),
                Correlations.requestId(run.correlation()),
                Correlations.traceparent(run.correlation()));
    }

    @Override
    public void restartRound(Owner owner, ProfileId profile, Round round, NewRun run) {
        transactions.inTransaction(() -> {
            sql.update(
                    SETTLE_EARLIER_RUNS,
                    run.acceptedAt(),
                    round.id().value(),
                    owner.tenant().value());
            return sql.update(
                    RESTART_ROUND,
                    round.run(),
                    round.prompt().text(),
                    round.language().name(),
                    round.state().name(),
                    round.progress().doneSteps(),
                    round.progress().stopped(),
                    round.updatedAt(),
                    round.id().value(),
                    owner.tenant().value(),
                    run.userQuery(),
                    run.acceptedAt(),
                    run.deadline(),
                    run.acceptedAt(),
                    Correlations.requestId(run.correlation()),
                    Correlations.traceparent(run.correlation()));
        });
    }
}
