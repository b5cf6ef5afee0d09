package com.ones1ght.application.chat.port;

import com.ones1ght.application.shared.Correlation;
import com.ones1ght.domain.shared.Require;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is fixed about a run when it is accepted.
 *
 * @param userQuery the prompt with the profile's prelude, as a model will get it
 * @param acceptedAt when it was accepted; it is due from then on
 * @param deadline when it ends in error if it has not settled
 * @param correlation of the request that asked for it; null when none did
 */
public record NewRun(
        String userQuery,
        Instant acceptedAt,
        Instant deadline,
        @Nullable Correlation correlation) {

    public NewRun {
        Require.notBlank(userQuery, "user_query");
        Require.notNull(acceptedAt, "accepted_at");
        Require.notNull(deadline, "deadline");
        Require.that(acceptedAt.isBefore(deadline), "deadline", "be after accepted_at");
    }
}
