package com.ones1ght.adapters.persistence.visit;

import com.ones1ght.adapters.persistence.shared.Row;
import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.adapters.persistence.shared.SqlStatement;
import com.ones1ght.application.visit.PersonaStatus;
import com.ones1ght.application.visit.VisitView;
import com.ones1ght.application.visit.port.VisitQueries;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.visit.Stage;
import com.ones1ght.domain.visit.Stamp;
import com.ones1ght.domain.visit.VisitId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The visits, for reading, in one statement each. */
final class SqlVisitQueries implements VisitQueries {

    private static final String OF_PROFILE = """
            SELECT v.id, v.started_at, v.ended_at, s.stage, s.meta, s.stamped_at
              FROM profile p
              JOIN visit v ON v.profile_id = p.id AND v.tenant_id = p.tenant_id
              JOIN visit_stamp s ON s.visit_id = v.id AND s.tenant_id = v.tenant_id
             WHERE p.id = :profile AND p.tenant_id = :owner.tenant AND p.key_line_id = :owner.line
            """;

    private static final String ONE = OF_PROFILE + " AND v.id = :visit ORDER BY s.stamp_no";
    private static final String ACTIVE = OF_PROFILE + " AND v.ended_at IS NULL ORDER BY s.stamp_no";

    /** The latest visit is the active one, or else the one that ended last. */
    private static final String STATUS = """
            SELECT v.id, v.ended_at, v.last_stage, s.is_under_way,
                   greatest(v.stamped_at, v.ended_at, s.active_at) AS last_active_at
              FROM profile p
              LEFT JOIN LATERAL (
                   SELECT id, tenant_id, ended_at, last_stage, stamped_at
                     FROM visit WHERE profile_id = p.id AND tenant_id = :owner.tenant
                    ORDER BY ended_at DESC NULLS FIRST LIMIT 1) v ON true
              LEFT JOIN LATERAL (
                   SELECT max(active_at) AS active_at, bool_or(ended_at IS NULL AND idle_at > :now) AS is_under_way
                     FROM chat_session WHERE visit_id = v.id AND tenant_id = :owner.tenant) s ON true
             WHERE p.id = :profile AND p.tenant_id = :owner.tenant AND p.key_line_id = :owner.line""";

    private final Sql sql;

    SqlVisitQueries(Sql sql) {
        this.sql = sql;
    }

    private record HeadAndStamp(
            VisitId id, Instant startedAt, @Nullable Instant endedAt, Stamp stamp) {}

    @Override
    public Optional<VisitView> visit(Owner owner, ProfileId profile, VisitId visit) {
        return view(profile, statement(ONE, owner, profile).bind("visit", visit));
    }

    @Override
    public Optional<VisitView> active(Owner owner, ProfileId profile) {
        return view(profile, statement(ACTIVE, owner, profile));
    }

    private SqlStatement statement(String text, Owner owner, ProfileId profile) {
        return sql.statement(text).bind("owner", owner).bind("profile", profile);
    }

    private static Optional<VisitView> view(ProfileId profile, SqlStatement query) {
        List<HeadAndStamp> rows = query.list(SqlVisitQueries::headAndStamp);
        return rows.stream()
                .findFirst()
                .map(head -> new VisitView(
                        head.id(),
                        profile,
                        head.startedAt(),
                        head.endedAt(),
                        rows.stream().map(HeadAndStamp::stamp).toList()));
    }

    private static HeadAndStamp headAndStamp(Row row) {
        return new HeadAndStamp(
                row.id("id", VisitId::new),
                row.instant("started_at"),
                row.instantOrNull("ended_at"),
                VisitMapper.stamp(row));
    }

    @Override
    public Optional<PersonaStatus> status(Owner owner, ProfileId profile, Instant now) {
        return statement(STATUS, owner, profile).bind("now", now).first(row -> status(row, profile));
    }

    private static PersonaStatus status(Row row, ProfileId profile) {
        boolean isInStore = !row.isNull("id") && row.isNull("ended_at");
        return new PersonaStatus(
                profile,
                isInStore ? new Stage(row.text("last_stage")) : null,
                row.flag("is_under_way") ? row.id("id", VisitId::new) : null,
                row.instantOrNull("last_active_at"));
    }
}
