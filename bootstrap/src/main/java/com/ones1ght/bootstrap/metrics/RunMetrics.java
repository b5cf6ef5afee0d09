package com.ones1ght.bootstrap.metrics;

import com.ones1ght.application.chat.port.RunObserver;
import com.ones1ght.domain.chat.Round;
import com.ones1ght.domain.chat.RunFailure;
import com.ones1ght.domain.chat.RunFailure.Cancelled;
import com.ones1ght.domain.chat.RunFailure.RefinementsExhausted;
import com.ones1ght.domain.chat.RunFailure.SessionExpired;
import com.ones1ght.domain.chat.RunFailure.StepFailed;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Counts the runs that are accepted, and those that have ended, by how they ended. */
public final class RunMetrics implements RunObserver {

    private static final String COMPLETED = "completed";
    private static final String CANCELLED = "cancelled";
    private static final String SESSION_EXPIRED = "session_expired";
    private static final String REFINEMENTS_EXHAUSTED = "refinements_exhausted";

    private final LongAdder accepted;
    private final Map<String, LongAdder> settled = new ConcurrentHashMap<>();

    public RunMetrics(Metrics metrics) {
        accepted = metrics.counter(Metric.ROUNDS_ACCEPTED);
        for (String outcome : new String[] {COMPLETED, CANCELLED, SESSION_EXPIRED, REFINEMENTS_EXHAUSTED}) {
            settled.put(outcome, metrics.counter(Metric.ROUNDS_SETTLED, outcome));
        }
        for (RunFailure.Cause cause : RunFailure.Cause.values()) {
            settled.put(name(cause), metrics.counter(Metric.ROUNDS_SETTLED, name(cause)));
        }
    }

    /** A run was accepted and charged. */
    public void accepted() {
        accepted.increment();
    }

    @Override
    public void cancelled(int runs) {
        settled.get(CANCELLED).add(runs);
    }

    /** A runner has settled the run of this round. */
    void settled(Round round) {
        settled.get(outcome(round.failure())).increment();
    }

    private static String outcome(@Nullable RunFailure failure) {
        if (failure == null) {
            return COMPLETED;
        } else if (failure instanceof StepFailed failed) {
            return name(failed.cause());
        } else if (failure instanceof SessionExpired) {
            return SESSION_EXPIRED;
        } else if (failure instanceof RefinementsExhausted) {
            return REFINEMENTS_EXHAUSTED;
        } else if (failure instanceof Cancelled) {
            return CANCELLED;
        }
        throw new IllegalArgumentException("Unknown failure: " + failure);
    }

    private static String name(RunFailure.Cause cause) {
        return cause.name().toLowerCase(Locale.ROOT);
    }
}
