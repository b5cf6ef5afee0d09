package com.ones1ght.application.chat.runner;

import com.ones1ght.domain.chat.RunFailure;
import org.jspecify.annotations.Nullable;

/**
 * The attempts at a run's current step that have failed in a row.
 *
 * @param last the round's error if no attempt succeeds before the deadline; null without a failure
 * @param reason why the last one failed, for operators
 */
record FailedAttempts(
        int count, @Nullable RunFailure last, @Nullable String reason) {

    static final FailedAttempts NONE = new FailedAttempts(0, null, null);

    FailedAttempts plus(RunFailure failure, @Nullable String reason) {
        return new FailedAttempts(count + 1, failure, reason);
    }
}
