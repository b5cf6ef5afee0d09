package com.ones1ght.adapters.persistence.chat;

import com.ones1ght.adapters.persistence.shared.RunFailures;
import com.ones1ght.adapters.persistence.shared.Sql;
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
             WHERE c.id = ? AND c.profile_id = ? AND c.tenant_id = ? AND p.tenant_id = ? AND p.key_line_id = ?
               FOR NO KEY UPDATE OF c""";

    /**
     * A statement of its own: one that waits for a lock continues with the rows that it saw before it waited, and would
     * miss the round of the kickoff that it waited for.
     */
    private static final String LAST_ROUND = "SELECT " + ChatMapper.ROUND_COLUMNS
            + " FROM round r WHERE r.chat_id = ? AND r.tenant_id = ? ORDER BY r.round_no DESC LIMIT 1";

    /** In the order in which erasures and renewals lock runs. */
    private static final String LOCK_RUNNING = """
            SELECT round_id FROM pipeline_run
             WHERE chat_id = ? AND tenant_id = ? AND settled_at IS NULL
             ORDER BY round_id, run_no FOR NO KEY UPDATE""";

    /** After the lock, not with it: what a runner saved during the wait would be missed. */
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

    SqlChats(Sql sql) {
        this.sql = sql;
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
                RunFailures.write(ended.failure()),
                ended.updatedAt());
    }
}
