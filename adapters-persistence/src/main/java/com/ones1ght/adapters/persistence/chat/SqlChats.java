package com.ones1ght.adapters.persistence.chat;

import com.ones1ght.adapters.persistence.access.SqlCreditLedger;
import com.ones1ght.adapters.persistence.shared.Correlations;
import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.adapters.persistence.shared.StorageFailures;
import com.ones1ght.adapters.persistence.shared.Transactions;
import com.ones1ght.application.chat.port.Chats;
import com.ones1ght.application.chat.port.NewRun;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.chat.Chat;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.Round;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.NotFoundException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The conversations, for writing. */
final class SqlChats implements Chats {

    private static final String LOCK = """
            SELECT c.created_at
              FROM chat c JOIN profile p ON p.id = c.profile_id
             WHERE c.id = ? AND c.profile_id = ? AND c.tenant_id = ? AND p.tenant_id = ? AND p.key_line_id = ?
               FOR NO KEY UPDATE OF c""";

    /**
     * A statement of its own: one that waits for a lock goes on with the rows that it saw before it waited, and
     * would miss the round of the kickoff it has waited for.
     */
    private static final String LAST_ROUND = "SELECT " + ChatMapper.ROUND_COLUMNS
            + " FROM round r WHERE r.chat_id = ? AND r.tenant_id = ? ORDER BY r.round_no DESC LIMIT 1";

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

    /** One statement: references are checked at its end, when the chat is there. */
    private static final String BEGIN = """
            WITH begun AS (INSERT INTO chat (id, tenant_id, profile_id, created_at) VALUES (?, ?, ?, ?)),
            """ + START_ROUND;

    /**
     * One statement, and so one trip to the database and one transaction. It keeps the order of locks: the profile,
     * and then, since all the rest is new, the balance.
     */
    private static final String BEGIN_CHARGED = """
            WITH held AS (
                SELECT id, tenant_id FROM profile WHERE id = ? AND tenant_id = ? AND key_line_id = ? FOR KEY SHARE),
            account AS (
                UPDATE tenant_credit c SET balance = c.balance - ?
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

    /** In the order in which erasures and renewals lock runs, too. */
    private static final String LOCK_RUNNING = """
            SELECT round_id FROM pipeline_run
             WHERE chat_id = ? AND tenant_id = ? AND settled_at IS NULL
             ORDER BY round_id, run_no FOR NO KEY UPDATE""";

    /** After the lock, not with it: what a runner saved while the lock was waited for would be missed. */
    private static final String LOCKED_ROUNDS = "SELECT " + ChatMapper.ROUND_COLUMNS
            + " FROM round r WHERE r.id = ANY (?) AND r.tenant_id = ? ORDER BY r.round_no";

    private static final String SETTLE = """
            WITH run AS (
                UPDATE pipeline_run SET settled_at = ?, lease_until = NULL
                 WHERE round_id = ? AND run_no = ? AND tenant_id = ? AND settled_at IS NULL
                RETURNING round_id, run_no)
            UPDATE round r
               SET state = ?, done_steps = ?, stopped = ?, back_list_status = ?, last_error = ?, updated_at = ?
              FROM run WHERE r.id = run.round_id AND r.run_no = run.run_no""";

    private final Sql sql;
    private final Transactions transactions;

    SqlChats(Sql sql, Transactions transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    @Override
    public Optional<Chat> lock(Owner owner, ProfileId profile, ChatId chat) {
        Optional<Instant> locked = sql.first(
                LOCK,
                row -> Sql.instant(row, "created_at"),
                chat.value(),
                profile.value(),
                owner.tenant().value(),
                owner.tenant().value(),
                owner.line().value());
        return locked.map(createdAt -> new Chat(chat, profile, lastRound(owner, chat), createdAt));
    }

    private @Nullable Round lastRound(Owner owner, ChatId chat) {
        return sql.first(
                        LAST_ROUND,
                        row -> ChatMapper.round(row, chat),
                        chat.value(),
                        owner.tenant().value())
                .orElse(null);
    }

    @Override
    public boolean hasRound(ChatId chat, RoundId round) {
        return sql.exists("SELECT 1 FROM round WHERE chat_id = ? AND id = ?", chat.value(), round.value());
    }

    @Override
    public void begin(Owner owner, Chat chat, Round first, NewRun run) {
        List<@Nullable Object> parameters = new ArrayList<>(List.of(
                chat.id().value(), owner.tenant().value(), chat.profile().value(), chat.createdAt()));
        parameters.addAll(started(owner, chat.profile(), first, run));
        try {
            sql.update(BEGIN, parameters.toArray());
        } catch (RuntimeException e) {
            throw StorageFailures.isMissingParent(e) ? new NotFoundException() : e;
        }
    }

    @Override
    public Beginning beginCharged(Owner owner, Chat chat, Round first, NewRun run, long cost) {
        UUID tenant = owner.tenant().value();
        List<@Nullable Object> parameters = new ArrayList<>(List.of(
                chat.profile().value(),
                tenant,
                owner.line().value(),
                cost,
                cost,
                -cost,
                first.id().value(),
                first.run(),
                run.acceptedAt(),
                chat.id().value(),
                chat.profile().value(),
                chat.createdAt()));
        List<@Nullable Object> started = new ArrayList<>(started(owner, chat.profile(), first, run));
        started.remove(tenant);
        parameters.addAll(started);
        return sql.first(BEGIN_CHARGED, SqlChats::beginning, parameters.toArray())
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
        sql.update(ADD_ROUND, started(owner, profile, round, run).toArray());
    }

    /** The parameters of {@link #START_ROUND}. */
    private static List<@Nullable Object> started(Owner owner, ProfileId profile, Round round, NewRun run) {
        return Arrays.asList(
                round.id().value(),
                owner.tenant().value(),
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
        transactions.joining(() -> {
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

    @Override
    public List<Round> lockRunning(Owner owner, ChatId chat) {
        UUID tenant = owner.tenant().value();
        UUID[] rounds = sql.all(LOCK_RUNNING, row -> Sql.uuid(row, "round_id"), chat.value(), tenant)
                .toArray(UUID[]::new);
        return rounds.length == 0
                ? List.of()
                : sql.all(LOCKED_ROUNDS, row -> ChatMapper.round(row, chat), rounds, tenant);
    }

    @Override
    public void settle(Owner owner, Round ended) {
        sql.update(
                SETTLE,
                ended.updatedAt(),
                ended.id().value(),
                ended.run(),
                owner.tenant().value(),
                ended.state().name(),
                ended.progress().doneSteps(),
                ended.progress().stopped(),
                ended.backListStatus() == null ? null : ended.backListStatus().name(),
                ended.lastError(),
                ended.updatedAt());
    }
}
