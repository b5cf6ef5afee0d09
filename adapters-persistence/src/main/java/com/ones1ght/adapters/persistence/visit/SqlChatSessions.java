package com.ones1ght.adapters.persistence.visit;

import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.application.visit.port.ChatSessions;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.visit.ChatSession;
import com.ones1ght.domain.visit.VisitId;
import java.time.Instant;
import java.util.Optional;

/** The chat sessions, for writing, in one statement each. */
final class SqlChatSessions implements ChatSessions {

    private static final String OPEN = """
            INSERT INTO chat_session (chat_id, tenant_id, visit_id, opened_at, active_at, idle_at)
            VALUES (?, ?, ?, ?, ?, ?)""";

    private static final String LOCK_OPEN = """
            SELECT s.chat_id, s.visit_id, s.opened_at, s.active_at, s.idle_at, s.ended_at, s.end_reason
              FROM chat_session s
              JOIN visit v ON v.id = s.visit_id AND v.tenant_id = s.tenant_id
              JOIN profile p ON p.id = v.profile_id AND p.tenant_id = v.tenant_id
             WHERE s.visit_id = ? AND s.ended_at IS NULL AND p.id = ? AND p.tenant_id = ? AND p.key_line_id = ?
               FOR NO KEY UPDATE OF s""";

    private static final String SAVE = """
            UPDATE chat_session SET active_at = ?, idle_at = ?, ended_at = ?, end_reason = ?
             WHERE chat_id = ? AND tenant_id = ?""";

    private static final String PROLONG = """
            UPDATE chat_session SET active_at = greatest(active_at, ?), idle_at = ?
             WHERE chat_id = ? AND tenant_id = ? AND ended_at IS NULL AND idle_at < ?""";

    /**
     * A session that somebody has locked is passed over until the next time: whoever has it may be about to prolong
     * it, or ends it himself.
     */
    private static final String END_IDLE = """
            WITH idle AS (
                SELECT chat_id FROM chat_session WHERE ended_at IS NULL AND idle_at <= ?
                   FOR NO KEY UPDATE SKIP LOCKED)
            UPDATE chat_session s SET ended_at = s.idle_at, end_reason = ?
              FROM idle WHERE s.chat_id = idle.chat_id""";

    private final Sql sql;

    SqlChatSessions(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void open(Owner owner, ProfileId profile, ChatSession session) {
        sql.update(
                OPEN,
                session.chat().value(),
                owner.tenant().value(),
                session.visit().value(),
                session.openedAt(),
                session.activeAt(),
                session.idleAt());
    }

    @Override
    public Optional<ChatSession> lockOpen(Owner owner, ProfileId profile, VisitId visit) {
        return sql.first(
                LOCK_OPEN,
                VisitMapper::session,
                visit.value(),
                profile.value(),
                owner.tenant().value(),
                owner.line().value());
    }

    @Override
    public void save(Owner owner, ChatSession session) {
        ChatSession.Ending ending = session.ending();
        sql.update(
                SAVE,
                session.activeAt(),
                session.idleAt(),
                ending == null ? null : ending.at(),
                ending == null ? null : ending.reason().name(),
                session.chat().value(),
                owner.tenant().value());
    }

    @Override
    public void prolong(Owner owner, ChatSession polled) {
        sql.update(
                PROLONG,
                polled.activeAt(),
                polled.idleAt(),
                polled.chat().value(),
                owner.tenant().value(),
                polled.idleAt());
    }

    @Override
    public int endIdle(Instant now) {
        return sql.update(END_IDLE, now, ChatSession.Reason.IDLE.name());
    }
}
