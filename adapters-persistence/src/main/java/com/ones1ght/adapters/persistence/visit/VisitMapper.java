package com.ones1ght.adapters.persistence.visit;

import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.visit.ChatSession;
import com.ones1ght.domain.visit.Stage;
import com.ones1ght.domain.visit.Stamp;
import com.ones1ght.domain.visit.Visit;
import com.ones1ght.domain.visit.VisitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** Rows to visits, stamps and chat sessions. */
final class VisitMapper {

    private VisitMapper() {}

    static Visit visit(ResultSet row) throws SQLException {
        return new Visit(
                new VisitId(Sql.uuid(row, "id")),
                new ProfileId(Sql.uuid(row, "profile_id")),
                Sql.instant(row, "started_at"),
                Sql.instantOrNull(row, "ended_at"),
                row.getInt("stamps"),
                new Stamp(
                        new Stage(row.getString("last_stage")),
                        row.getString("last_meta"),
                        Sql.instant(row, "stamped_at")));
    }

    static Stamp stamp(ResultSet row) throws SQLException {
        return new Stamp(new Stage(row.getString("stage")), row.getString("meta"), Sql.instant(row, "stamped_at"));
    }

    static ChatSession session(ResultSet row) throws SQLException {
        Instant endedAt = Sql.instantOrNull(row, "ended_at");
        return new ChatSession(
                new VisitId(Sql.uuid(row, "visit_id")),
                new ChatId(Sql.uuid(row, "chat_id")),
                Sql.instant(row, "opened_at"),
                Sql.instant(row, "active_at"),
                Sql.instant(row, "idle_at"),
                endedAt == null ? null : ending(row, endedAt));
    }

    private static ChatSession.Ending ending(ResultSet row, Instant endedAt) throws SQLException {
        return new ChatSession.Ending(endedAt, ChatSession.Reason.valueOf(row.getString("end_reason")));
    }
}
