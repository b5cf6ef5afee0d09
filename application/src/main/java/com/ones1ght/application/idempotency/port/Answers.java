package com.ones1ght.application.idempotency.port;

import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.tenant.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Answers that are given again to whoever asks the same again. The erasure of a profile takes its answers along. */
public interface Answers {

    /**
     * Looks for the answer to a request, and claims the request for the caller's transaction. Never waits.
     *
     * @param tenant whose; null when the operator's
     * @param request its hash
     * @param now an answer that is kept until then, or was, is none any more
     */
    Found begin(@Nullable TenantId tenant, String request, Instant now);

    /**
     * Stores an answer in the caller's transaction.
     *
     * @return false when there is one already; the transaction must not be committed then
     */
    boolean add(StoredAnswer answer);

    /** Removes answers that are not given again, as many as are quickly removed; answers how many. */
    int removeExpired(Instant now);

    /**
     * @param answer the answer; null when there is none
     * @param isUnderWay whether another transaction has claimed the request and is not over
     */
    record Found(@Nullable StoredAnswer answer, boolean isUnderWay) {}

    /**
     * @param request the hash of what makes a request the same
     * @param tenant whose; null when the operator's
     * @param profile whose shopper's; null when no shopper's
     * @param bodyHash of the request's body
     * @param answer what was answered: no secret, and nothing personal of a shopper
     * @param createdAt when
     * @param keptUntil exclusive
     */
    record StoredAnswer(
            String request,
            @Nullable TenantId tenant,
            @Nullable ProfileId profile,
            String bodyHash,
            String answer,
            Instant createdAt,
            Instant keptUntil) {

        public StoredAnswer {
            Require.notBlank(request, "request");
            Require.notBlank(bodyHash, "body");
            Require.notBlank(answer, "answer");
            Require.notNull(createdAt, "created_at");
            Require.notNull(keptUntil, "kept_until");
        }
    }
}
