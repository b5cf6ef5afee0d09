package com.ones1ght.adapters.persistence.visit;

import com.ones1ght.adapters.persistence.shared.PackedTexts;
import com.ones1ght.adapters.persistence.shared.Row;
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
import java.time.Instant;
import java.util.Optional;

/** The chat sessions, for reading. */
final class SqlChatSessionViews implements ChatSessionViews {

    /** Reads only the round's documents for chat sessions. */
    private static final String ACTIVE = """
            SELECT s.chat_id, s.visit_id, s.opened_at, s.active_at, s.idle_at, s.ended_at, s.end_reason,
                   r.id AS round_id, r.state, r.done_steps, r.stopped, r.back_list_status, r.last_error, r.updated_at,
                   r.session_shopping_list, r.session_back_list, %s
              FROM profile p
              JOIN visit v ON v.profile_id = p.id AND v.tenant_id = p.tenant_id
              JOIN chat_session s ON s.visit_id = v.id AND s.tenant_id = v.tenant_id
              LEFT JOIN LATERAL (
                   SELECT id, run_no, state, done_steps, stopped, back_list_status, last_error, updated_at,
                          session_shopping_list, session_back_list
                     FROM round WHERE chat_id = s.chat_id AND tenant_id = :owner.tenant
                    ORDER BY round_no DESC LIMIT 1) r ON true
             WHERE p.id = :profile AND p.tenant_id = :owner.tenant AND p.key_line_id = :owner.line AND v.id = :visit
               AND s.ended_at IS NULL AND s.idle_at > :now""".formatted(PackedTexts.COLUMNS);

    private final Sql sql;

    SqlChatSessionViews(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<ChatSessionView> active(Owner owner, ProfileId profile, VisitId visit, Instant now) {
        return sql.statement(ACTIVE)
                .bind("owner", owner)
                .bind("profile", profile)
                .bind("visit", visit)
                .bind("now", now)
                .first(row -> new ChatSessionView(
                        VisitMapper.session(row), row.isNull("round_id") ? null : recommendation(row)));
    }

    private static Recommendation recommendation(Row row) {
        PackedTexts texts = PackedTexts.of(row);
        return new Recommendation(
                row.id("round_id", RoundId::new),
                row.constant("state", RoundState.class),
                new Progress(row.integer("done_steps"), row.flag("stopped")),
                row.constantOrNull("back_list_status", BackListStatus.class),
                row.instant("updated_at"),
                row.textOrNull("last_error", RunFailures::read),
                texts.jsonOrNull("session_shopping_list"),
                texts.jsonOrNull("session_back_list"));
    }
}
