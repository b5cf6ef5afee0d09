package com.ones1ght.adapters.persistence.chat;

import com.ones1ght.adapters.persistence.shared.RunFailures;
import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.adapters.persistence.shared.SqlStatement;
import com.ones1ght.application.chat.port.Chats;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.chat.Chat;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.Round;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.profile.ProfileId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Locks chats, and ends their runs. */
final class SqlChats implements Chats {

    private static final String LOCK = """
            SELECT c.created_at
              FROM chat c JOIN profile p ON p.id = c.profile_id
             WHERE c.id = :chat AND c.profile_id = :profile AND c.tenant_id = :owner.tenant
               AND p.tenant_id = :owner.tenant AND p.key_line_id = :owner.line
               FOR NO KEY UPDATE OF c""";

    /**
     * A separate statement: one that waits for a lock goes on with the rows that it saw before, and would miss the round
     * of the kickoff that it waited for.
     */
    private static final String LAST_ROUND = "SELECT " + ChatMapper.ROUND_COLUMNS
            + " FROM round r WHERE r.chat_id = :chat AND r.tenant_id = :owner.tenant ORDER BY r.round_no DESC LIMIT 1";

    private static final String HAS_ROUND =
            "SELECT 1 FROM round WHERE chat_id = :chat AND id = :round AND tenant_id = :owner.tenant";

    /** Locks in the same order as erasures and renewals. */
    private static final String LOCK_RUNNING = """
            SELECT round_id FROM pipeline_run
             WHERE chat_id = :chat AND tenant_id = :owner.tenant AND settled_at IS NULL
             ORDER BY round_id, run_no FOR NO KEY UPDATE""";

    /** After the lock, not with it: what a runner saved during the wait would be missed. */
    private static final String LOCKED_ROUNDS = "SELECT " + ChatMapper.ROUND_COLUMNS
            + " FROM round r WHERE r.id = ANY (:rounds) AND r.tenant_id = :owner.tenant ORDER BY r.round_no";

    /** The token fences the holder off, which by that learns that the run did not settle by its own save. */
    private static final String SETTLE = """
            WITH run AS (
                UPDATE pipeline_run SET settled_at = :round.updatedAt, lease_until = NULL, lease_token = lease_token + 1
                 WHERE round_id = :round.id AND run_no = :round.run AND tenant_id = :owner.tenant
                   AND settled_at IS NULL
                RETURNING round_id, run_no)
            UPDATE round r
               SET state = :round.state, done_steps = :round.progress.doneSteps, stopped = :round.progress.stopped,
                   back_list_status = :round.backListStatus, last_error = :failure,
                   updated_at = :round.updatedAt, version = r.version + 1
              FROM run WHERE r.id = run.round_id AND r.run_no = run.run_no AND r.tenant_id = :owner.tenant""";

    private final Sql sql;

    SqlChats(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Chat> lock(Owner owner, ProfileId profile, ChatId chat) {
        Optional<Instant> locked =
                statement(LOCK, owner, chat).bind("profile", profile).first(row -> row.instant("created_at"));
        return locked.map(createdAt -> new Chat(chat, profile, lastRound(owner, chat), createdAt));
    }

    private @Nullable Round lastRound(Owner owner, ChatId chat) {
        return statement(LAST_ROUND, owner, chat)
                .first(row -> ChatMapper.round(row, chat))
                .orElse(null);
    }

    private SqlStatement statement(String text, Owner owner, ChatId chat) {
        return sql.statement(text).bind("owner", owner).bind("chat", chat);
    }

    @Override
    public boolean hasRound(Owner owner, ChatId chat, RoundId round) {
        return statement(HAS_ROUND, owner, chat).bind("round", round).exists();
    }

    @Override
    public List<Round> lockRunning(Owner owner, ChatId chat) {
        List<UUID> rounds = statement(LOCK_RUNNING, owner, chat).list(row -> row.uuid("round_id"));
        return rounds.isEmpty()
                ? List.of()
                : sql.statement(LOCKED_ROUNDS)
                        .bind("owner", owner)
                        .bind("rounds", rounds.toArray(UUID[]::new))
                        .list(row -> ChatMapper.round(row, chat));
    }

    @Override
    public void settle(Owner owner, Round ended) {
        sql.statement(SETTLE)
                .bind("owner", owner)
                .bind("round", ended)
                .bind("failure", RunFailures.write(ended.failure()))
                .update();
    }
}
