package com.ones1ght.application.chat.runner;

import com.ones1ght.application.shared.work.WorkerSettings;
import com.ones1ght.application.store.DefaultStore;
import com.ones1ght.domain.dietary.DietaryGuard;
import com.ones1ght.domain.shared.Require;
import java.time.Duration;

/**
 * The runner's settings.
 *
 * @param enabled whether this node runs rounds; otherwise it accepts them, and leaves them to the other nodes
 * @param lease how long a claim lasts without being renewed; it is renewed three times as often
 * @param tick how often the runner looks for due runs without being woken
 * @param maxHeld how many runs this node holds at most, including waiting ones
 * @param maxCalls how many calls to the pipeline are in progress at most
 * @param checkpoint for how long the steps of a run follow each other in memory before the run is saved, as long as they
 *     are done within the call: what a crash may cost, and how late clients may see a step. Zero saves each step
 * @param shutdownGrace how long a stop waits for calls in progress
 * @param defaultStore the store of profiles without one
 * @param guard which products shoppers do not get
 */
public record RunnerSettings(
        boolean enabled,
        Duration lease,
        Duration tick,
        int maxHeld,
        int maxCalls,
        Duration checkpoint,
        Duration shutdownGrace,
        DefaultStore defaultStore,
        DietaryGuard guard) {

    public RunnerSettings {
        Require.that(lease.compareTo(Duration.ofMillis(100)) >= 0, "round.lease", "be at least 100 ms");
        Require.that(tick.compareTo(Duration.ZERO) > 0, "runner.tick", "be above zero");
        Require.that(maxHeld >= 1, "runner.max-held", "be at least 1");
        Require.that(maxCalls >= 1, "runner.max-calls", "be at least 1");
        Require.that(!checkpoint.isNegative(), "runner.checkpoint", "not be negative");
        Require.notNull(shutdownGrace, "runner.shutdown-grace");
        Require.notNull(defaultStore, "store.default-store");
        Require.notNull(guard, "guard");
    }

    WorkerSettings worker() {
        return new WorkerSettings(lease, tick, maxHeld, maxCalls, shutdownGrace);
    }
}
