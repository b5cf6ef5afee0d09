package com.ones1ght.adapters.persistence.visit;

import com.ones1ght.adapters.persistence.shared.Row;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.visit.ChatSession;
import com.ones1ght.domain.visit.Stage;
import com.ones1ght.domain.visit.Stamp;
import com.ones1ght.domain.visit.Visit;
import com.ones1ght.domain.visit.VisitId;
import java.time.Instant;

/** Maps rows to visits, stamps and chat sessions. */
final class VisitMapper {

    private VisitMapper() {}

    static Visit visit(Row row) {
        return new Visit(
                row.id("id", VisitId::new),
                row.id("profile_id", ProfileId::new),
                row.instant("started_at"),
                row.instantOrNull("ended_at"),
                row.integer("stamps"),
                new Stamp(new Stage(row.text("last_stage")), row.textOrNull("last_meta"), row.instant("stamped_at")));
    }

    static Stamp stamp(Row row) {
        return new Stamp(new Stage(row.text("stage")), row.textOrNull("meta"), row.instant("stamped_at"));
    }

    static ChatSession session(Row row) {
        Instant endedAt = row.instantOrNull("ended_at");
        return new ChatSession(
                row.id("visit_id", VisitId::new),
                row.id("chat_id", ChatId::new),
                row.instant("opened_at"),
                row.instant("active_at"),
                row.instant("idle_at"),
                endedAt == null
                        ? null
                        : new ChatSession.Ending(endedAt, row.constant("end_reason", ChatSession.Reason.class)));
    }
}
