package com.ones1ght.adapters.persistence.visit;

import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.adapters.persistence.shared.StorageFailures;
import com.ones1ght.application.visit.port.Visits;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.NotFoundException;
import com.ones1ght.domain.visit.Visit;
import java.util.Optional;

/** The visits, for writing, in one statement each. */
final class SqlVisits implements Visits {

    private static final String INSERT_STAMP = """
            INSERT INTO visit_stamp (visit_id, stamp_no, tenant_id, stage, meta, stamped_at)
            SELECT id, stamps, tenant_id, last_stage, last_meta, stamped_at FROM stamped""";

    private static final String ADD = """
            WITH stamped AS (
                INSERT INTO visit (id, tenant_id, profile_id, started_at, stamps, last_stage, last_meta, stamped_at)
                VALUES (:visit.id, :owner.tenant, :visit.profile, :visit.startedAt, :visit.stamps,
                        :visit.lastStamp.stage, :visit.lastStamp.meta, :visit.lastStamp.at)
                ON CONFLICT DO NOTHING
                RETURNING id, tenant_id, stamps, last_stage, last_meta, stamped_at)
            """ + INSERT_STAMP;

    private static final String LOCK_ACTIVE = """
            SELECT v.id, v.profile_id, v.started_at, v.ended_at, v.stamps, v.last_stage, v.last_meta, v.stamped_at
              FROM visit v JOIN profile p ON p.id = v.profile_id AND p.tenant_id = v.tenant_id
             WHERE v.profile_id = :profile AND v.tenant_id = :owner.tenant AND p.key_line_id = :owner.line
               AND v.ended_at IS NULL
               FOR NO KEY UPDATE OF v""";

    private static final String ADD_STAMP = """
            WITH stamped AS (
                UPDATE visit
                   SET stamps = :visit.stamps, last_stage = :visit.lastStamp.stage, last_meta = :visit.lastStamp.meta,
                       stamped_at = :visit.lastStamp.at
                 WHERE id = :visit.id AND tenant_id = :owner.tenant AND ended_at IS NULL
                RETURNING id, tenant_id, stamps, last_stage, last_meta, stamped_at)
            """ + INSERT_STAMP;

    private static final String END = """
            UPDATE visit SET ended_at = :visit.endedAt
             WHERE id = :visit.id AND tenant_id = :owner.tenant AND ended_at IS NULL""";

    private final Sql sql;

    SqlVisits(Sql sql) {
        this.sql = sql;
    }

    @Override
    public boolean addIfNoneIsActive(Owner owner, Visit started) {
        try {
            return update(ADD, owner, started) == 1;
        } catch (RuntimeException e) {
            throw StorageFailures.isMissingParent(e) ? new NotFoundException() : e;
        }
    }

    @Override
    public Optional<Visit> lockActive(Owner owner, ProfileId profile) {
        return sql.statement(LOCK_ACTIVE)
                .bind("owner", owner)
                .bind("profile", profile)
                .first(VisitMapper::visit);
    }

    @Override
    public void addStamp(Owner owner, Visit stamped) {
        update(ADD_STAMP, owner, stamped);
    }

    @Override
    public void end(Owner owner, Visit ended) {
        update(END, owner, ended);
    }

    private int update(String text, Owner owner, Visit visit) {
        return sql.statement(text).bind("owner", owner).bind("visit", visit).update();
    }
}
