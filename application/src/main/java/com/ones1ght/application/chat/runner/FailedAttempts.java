package com.ones1ght.application.chat.runner;

import com.ones1ght.application.shared.LogText;
import com.ones1ght.application.shared.work.Backoff;
import com.ones1ght.domain.chat.RunFailure;
import java.time.Duration;
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
    static final Backoff BACKOFF = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(15));

    FailedAttempts plus(RunFailure failure, @Nullable String reason) {
        return new FailedAttempts(count + 1, failure, reason);
    }

    /** The last failure; without one, the other. */
    RunFailure lastOr(RunFailure other) {
        return last == null ? other : last;
    }

    /** The reason, for the end of a log line; empty without one. */
    String because() {
        return reason == null ? "" : " (" + LogText.of(reason) + ")";
    }
}
