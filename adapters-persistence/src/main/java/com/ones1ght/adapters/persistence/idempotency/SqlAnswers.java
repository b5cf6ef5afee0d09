package com.ones1ght.adapters.persistence.idempotency;

import com.ones1ght.adapters.persistence.shared.Row;
import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.application.idempotency.port.Answers;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.tenant.TenantId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The stored answers. */
final class SqlAnswers implements Answers {

    /**
     * Held until the end of the transaction. A separate statement: one that also looked for the answer would use a
     * snapshot from before the lock, and could miss an answer that was committed just then.
     */
    private static final String CLAIM = "SELECT pg_try_advisory_xact_lock(hashtextextended(:request, 0)) AS is_claimed";

    /** A committed answer is returned whoever holds the lock. */
    private static final String FIND =
            "SELECT * FROM idempotent_answer WHERE request_hash = :request AND tenant_id = :tenant AND kept_until > :now";

    private static final String ADD = """
            INSERT INTO idempotent_answer AS a
                   (request_hash, tenant_id, profile_id, body_hash, answer, created_at, kept_until)
            VALUES (:answer.request, :tenant, :answer.profile, :answer.bodyHash, :answer.answer,
                    :answer.createdAt, :answer.keptUntil)
            ON CONFLICT (request_hash, tenant_id) DO UPDATE
               SET profile_id = excluded.profile_id, body_hash = excluded.body_hash,
                   answer = excluded.answer, created_at = excluded.created_at, kept_until = excluded.kept_until
             WHERE a.kept_until <= excluded.created_at""";

    private static final String REMOVE_EXPIRED = """
            DELETE /* all tenants */ FROM idempotent_answer
             WHERE (request_hash, tenant_id) IN (SELECT request_hash, tenant_id FROM idempotent_answer WHERE kept_until <= :now LIMIT 1000
                                       FOR UPDATE SKIP LOCKED)""";

    /** The tenant of answers to the operator: a column of the key has no nulls. */
    private static final UUID NO_TENANT = new UUID(0, 0);

    private final Sql sql;

    SqlAnswers(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Found begin(@Nullable TenantId tenant, String request, Instant now) {
        boolean isClaimed = sql.statement(CLAIM).bind("request", request).single(row -> row.flag("is_claimed"));
        Optional<StoredAnswer> known = sql.statement(FIND)
                .bind("request", request)
                .bind("tenant", stored(tenant))
                .bind("now", now)
                .first(SqlAnswers::answer);
        return new Found(known.orElse(null), !isClaimed);
    }

    private static UUID stored(@Nullable TenantId tenant) {
        return tenant == null ? NO_TENANT : tenant.value();
    }

    private static StoredAnswer answer(Row row) {
        UUID tenant = row.uuid("tenant_id");
        return new StoredAnswer(
                row.text("request_hash"),
                tenant.equals(NO_TENANT) ? null : new TenantId(tenant),
                row.idOrNull("profile_id", ProfileId::new),
                row.text("body_hash"),
                row.text("answer"),
                row.instant("created_at"),
                row.instant("kept_until"));
    }

    @Override
    public boolean add(StoredAnswer answer) {
        return sql.statement(ADD)
                        .bind("answer", answer)
                        .bind("tenant", stored(answer.tenant()))
                        .update()
                == 1;
    }

    @Override
    public int removeExpired(Instant now) {
        return sql.statement(REMOVE_EXPIRED).bind("now", now).update();
    }
}
