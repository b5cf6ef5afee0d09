package com.ones1ght.adapters.persistence.access;

import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.application.idempotency.port.Answers;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/** Answers in the database. */
final class SqlAnswers implements Answers {

    /**
     * Ends with the transaction. A statement of its own: one that also looked for the answer would look at what was
     * there before it had the lock, and could miss the answer of whoever has just given it back.
     */
    private static final String CLAIM = "SELECT pg_try_advisory_xact_lock(hashtextextended(?, 0)) AS is_claimed";

    /** An answer that stands is given whoever holds the lock. */
    private static final String FIND = "SELECT * FROM idempotent_answer WHERE request_hash = ? AND kept_until > ?";

    private static final String ADD = """
            INSERT INTO idempotent_answer AS a
                   (request_hash, tenant_id, profile_id, body_hash, answer, created_at, kept_until)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (request_hash) DO UPDATE
               SET tenant_id = excluded.tenant_id, profile_id = excluded.profile_id, body_hash = excluded.body_hash,
                   answer = excluded.answer, created_at = excluded.created_at, kept_until = excluded.kept_until
             WHERE a.kept_until <= excluded.created_at""";

    private static final String REMOVE = """
            DELETE FROM idempotent_answer
             WHERE request_hash IN (SELECT request_hash FROM idempotent_answer WHERE kept_until <= ? LIMIT 1000
                                       FOR UPDATE SKIP LOCKED)""";

    private final Sql sql;

    SqlAnswers(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Found begin(String request, Instant now) {
        boolean isClaimed =
                sql.first(CLAIM, row -> row.getBoolean("is_claimed"), request).orElseThrow();
        return new Found(sql.first(FIND, SqlAnswers::read, request, now).orElse(null), !isClaimed);
    }

    private static StoredAnswer read(ResultSet row) throws SQLException {
        UUID tenant = row.getObject("tenant_id", UUID.class);
        UUID profile = row.getObject("profile_id", UUID.class);
        return new StoredAnswer(
                row.getString("request_hash"),
                tenant == null ? null : new TenantId(tenant),
                profile == null ? null : new ProfileId(profile),
                row.getString("body_hash"),
                row.getString("answer"),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "kept_until"));
    }

    @Override
    public boolean add(StoredAnswer answer) {
        return sql.update(
                        ADD,
                        answer.request(),
                        answer.tenant() == null ? null : answer.tenant().value(),
                        answer.profile() == null ? null : answer.profile().value(),
                        answer.bodyHash(),
                        answer.answer(),
                        answer.createdAt(),
                        answer.keptUntil())
                == 1;
    }

    @Override
    public int removeExpired(Instant now) {
        return sql.update(REMOVE, now);
    }
}
