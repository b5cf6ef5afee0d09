package com.ones1ght.adapters.persistence.visit;

import com.ones1ght.adapters.persistence.shared.RunFailures;
import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.application.visit.ChatSessionView;
import com.ones1ght.application.visit.ChatSessionView.Recommendation;
import com.ones1ght.application.visit.port.ChatSessionViews;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.chat.BackListStatus;
import com.ones1ght.domain.chat.Progress;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.chat.RoundState;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.visit.VisitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The chat sessions, for reading. */
final class SqlChatSessionViews implements ChatSessionViews {

    /** Of the round's documents only those of this form. */
    private static final String ACTIVE = """
            SELECT s.chat_id, s.visit_id, s.opened_at, s.active_at, s.idle_at, s.ended_at, s.end_reason,
                   r.id AS round_id, r.state, r.done_steps, r.stopped, r.back_list_status, r.last_error, r.updated_at,
                   r.session_shopping_list, r.session_back_list
              FROM profile p
              JOIN visit v ON v.profile_id = p.id AND v.tenant_id = p.tenant_id
              JOIN chat_session s ON s.visit_id = v.id AND s.tenant_id = v.tenant_id
              LEFT JOIN LATERAL (
                   SELECT id, state, done_steps, stopped, back_list_status, last_error, updated_at,
                          session_shopping_list, session_back_list
                     FROM round WHERE chat_id = s.chat_id AND tenant_id = s.tenant_id
                    ORDER BY round_no DESC LIMIT 1) r ON true
             WHERE p.id = ? AND p.tenant_id = ? AND p.key_line_id = ? AND v.id = ?
               AND s.ended_at IS NULL AND s.idle_at > ?""";

    private final Sql sql;

    SqlChatSessionViews(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<ChatSessionView> active(Owner owner, ProfileId profile, VisitId visit, Instant now) {
        return sql.first(
                ACTIVE,
                row -> new ChatSessionView(VisitMapper.session(row), recommendation(row)),
                profile.value(),
                owner.tenant().value(),
                owner.line().value(),
                visit.value(),
                now);
    }

    private static @Nullable Recommendation recommendation(ResultSet row) throws SQLException {
        if (row.getObject("round_id") == null) {
            return null;
        }
        String backList = row.getString("back_list_status");
        return new Recommendation(
                new RoundId(Sql.uuid(row, "round_id")),
                RoundState.valueOf(row.getString("state")),
                new Progress(row.getInt("done_steps"), row.getBoolean("stopped")),
                backList == null ? null : BackListStatus.valueOf(backList),
                Sql.instant(row, "updated_at"),
                RunFailures.read(row.getString("last_error")),
                Sql.fragmentOrNull(row, "session_shopping_list"),
                Sql.fragmentOrNull(row, "session_back_list"));
    }
}
