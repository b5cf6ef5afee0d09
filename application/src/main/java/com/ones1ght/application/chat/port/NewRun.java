package com.ones1ght.application.chat.port;

import com.ones1ght.domain.shared.Require;
import java.time.Instant;

/**
 * What is fixed about a run when it is accepted.
 *
 * @param userQuery the prompt with the profile's prelude, as a model will get it
 * @param acceptedAt when it was accepted; it is due from then on
 * @param deadline when it ends in error if it has not settled
 */
public record NewRun(String userQuery, Instant acceptedAt, Instant deadline) {

    public NewRun {
        Require.notBlank(userQuery, "user_query");
        Require.notNull(acceptedAt, "accepted_at");
        Require.notNull(deadline, "deadline");
        Require.that(acceptedAt.isBefore(deadline), "deadline", "be after accepted_at");
    }
}
