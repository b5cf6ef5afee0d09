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
            VALUES (:session.chat, :owner.tenant, :session.visit, :session.openedAt, :session.activeAt,
                    :session.idleAt)""";

    private static final String LOCK_OPEN = """
            SELECT s.chat_id, s.visit_id, s.opened_at, s.active_at, s.idle_at, s.ended_at, s.end_reason
              FROM chat_session s
              JOIN visit v ON v.id = s.visit_id AND v.tenant_id = s.tenant_id
              JOIN profile p ON p.id = v.profile_id AND p.tenant_id = v.tenant_id
             WHERE s.visit_id = :visit AND s.ended_at IS NULL AND p.id = :profile AND p.tenant_id = :owner.tenant
               AND p.key_line_id = :owner.line
               FOR NO KEY UPDATE OF s""";

    private static final String SAVE = """
            UPDATE chat_session
               SET active_at = :session.activeAt, idle_at = :session.idleAt, ended_at = :session.ending.at,
                   end_reason = :session.ending.reason
             WHERE chat_id = :session.chat AND tenant_id = :owner.tenant""";

    private static final String PROLONG = """
            UPDATE chat_session
               SET active_at = greatest(active_at, :session.activeAt), idle_at = :session.idleAt
             WHERE chat_id = :session.chat AND tenant_id = :owner.tenant AND ended_at IS NULL
               AND idle_at < :session.idleAt""";

    /** Skips locked sessions until the next time: whoever holds the lock may extend the session, or ends it. */
    private static final String END_IDLE = """
            WITH idle AS ( /* all tenants */
                SELECT chat_id, tenant_id FROM chat_session WHERE ended_at IS NULL AND idle_at <= :now
                   FOR NO KEY UPDATE SKIP LOCKED)
            UPDATE chat_session s SET ended_at = s.idle_at, end_reason = 'IDLE'
              FROM idle WHERE s.chat_id = idle.chat_id AND s.tenant_id = idle.tenant_id""";

    private final Sql sql;

    SqlChatSessions(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void open(Owner owner, ProfileId profile, ChatSession session) {
        update(OPEN, owner, session);
    }

    @Override
    public Optional<ChatSession> lockOpen(Owner owner, ProfileId profile, VisitId visit) {
        return sql.statement(LOCK_OPEN)
                .bind("owner", owner)
                .bind("profile", profile)
                .bind("visit", visit)
                .first(VisitMapper::session);
    }

    @Override
    public void save(Owner owner, ChatSession session) {
        update(SAVE, owner, session);
    }

    @Override
    public void prolong(Owner owner, ChatSession polled) {
        update(PROLONG, owner, polled);
    }

    private void update(String text, Owner owner, ChatSession session) {
        sql.statement(text).bind("owner", owner).bind("session", session).update();
    }

    @Override
    public int endIdle(Instant now) {
        return sql.statement(END_IDLE).bind("now", now).update();
    }
}
