package com.ones1ght.application.chat.port;

import com.ones1ght.application.chat.MergedStep.MergedGuard;
import com.ones1ght.application.shared.Correlation;
import com.ones1ght.domain.shared.Require;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run as it is accepted.
 *
 * @param userQuery the question for a model: the profile's prelude, then the prompt
 * @param guard what its shopper must not get; null when nothing is restricted
 * @param acceptedAt when it was accepted; it is due from then on
 * @param deadline when it ends in error if it has not settled
 * @param correlation of the request; null without one
 */
public record NewRun(
        String userQuery,
        @Nullable MergedGuard guard,
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
