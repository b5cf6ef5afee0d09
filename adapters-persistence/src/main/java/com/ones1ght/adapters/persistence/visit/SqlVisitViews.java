package com.ones1ght.adapters.persistence.visit;

import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.application.visit.PersonaStatus;
import com.ones1ght.application.visit.VisitView;
import com.ones1ght.application.visit.port.VisitViews;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.visit.Stage;
import com.ones1ght.domain.visit.Stamp;
import com.ones1ght.domain.visit.VisitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The visits, for reading, in one statement each. */
final class SqlVisitViews implements VisitViews {

    /** {@code %s} says which of the profile's visits. */
    private static final String VISIT = """
            SELECT v.id, v.started_at, v.ended_at, s.stage, s.meta, s.stamped_at
              FROM profile p
              JOIN visit v ON v.profile_id = p.id AND v.tenant_id = p.tenant_id
              JOIN visit_stamp s ON s.visit_id = v.id AND s.tenant_id = v.tenant_id
             WHERE p.id = ? AND p.tenant_id = ? AND p.key_line_id = ? AND %s
             ORDER BY s.stamp_no""";

    private static final String ONE = VISIT.formatted("v.id = ?");
    private static final String ACTIVE = VISIT.formatted("v.ended_at IS NULL");

    /** The latest visit is the one under way, or else the one that ended last. */
    private static final String STATUS = """
            SELECT v.id, v.ended_at, v.last_stage, s.is_under_way,
                   greatest(v.stamped_at, v.ended_at, s.active_at) AS last_active_at
              FROM profile p
              LEFT JOIN LATERAL (
                   SELECT id, tenant_id, ended_at, last_stage, stamped_at
                     FROM visit WHERE profile_id = p.id AND tenant_id = p.tenant_id
                    ORDER BY ended_at DESC NULLS FIRST LIMIT 1) v ON true
              LEFT JOIN LATERAL (
                   SELECT max(active_at) AS active_at, bool_or(ended_at IS NULL AND idle_at > ?) AS is_under_way
                     FROM chat_session WHERE visit_id = v.id AND tenant_id = v.tenant_id) s ON true
             WHERE p.id = ? AND p.tenant_id = ? AND p.key_line_id = ?""";

    private final Sql sql;

    SqlVisitViews(Sql sql) {
        this.sql = sql;
    }

    private record HeadAndStamp(
            VisitId id, Instant startedAt, @Nullable Instant endedAt, Stamp stamp) {}

    @Override
    public Optional<VisitView> visit(Owner owner, ProfileId profile, VisitId visit) {
        return view(
                profile,
                sql.all(
                        ONE,
                        SqlVisitViews::headAndStamp,
                        profile.value(),
                        owner.tenant().value(),
                        owner.line().value(),
                        visit.value()));
    }

    @Override
    public Optional<VisitView> active(Owner owner, ProfileId profile) {
        return view(
                profile,
                sql.all(
                        ACTIVE,
                        SqlVisitViews::headAndStamp,
                        profile.value(),
                        owner.tenant().value(),
                        owner.line().value()));
    }

    private static Optional<VisitView> view(ProfileId profile, List<HeadAndStamp> rows) {
        return rows.stream()
                .findFirst()
                .map(head -> new VisitView(
                        head.id(),
                        profile,
                        head.startedAt(),
                        head.endedAt(),
                        rows.stream().map(HeadAndStamp::stamp).toList()));
    }

    private static HeadAndStamp headAndStamp(ResultSet row) throws SQLException {
        return new HeadAndStamp(
                new VisitId(Sql.uuid(row, "id")),
                Sql.instant(row, "started_at"),
                Sql.instantOrNull(row, "ended_at"),
                VisitMapper.stamp(row));
    }

    @Override
    public Optional<PersonaStatus> status(Owner owner, ProfileId profile, Instant now) {
        return sql.first(
                STATUS,
                row -> status(row, profile),
                now,
                profile.value(),
                owner.tenant().value(),
                owner.line().value());
    }

    private static PersonaStatus status(ResultSet row, ProfileId profile) throws SQLException {
        boolean isInStore = row.getObject("id") != null && row.getObject("ended_at") == null;
        return new PersonaStatus(
                profile,
                isInStore ? new Stage(row.getString("last_stage")) : null,
                row.getBoolean("is_under_way") ? new VisitId(Sql.uuid(row, "id")) : null,
                Sql.instantOrNull(row, "last_active_at"));
    }
}
