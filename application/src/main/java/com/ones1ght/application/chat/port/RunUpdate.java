package com.ones1ght.application.chat.port;

import com.ones1ght.application.chat.MergedStep;
import com.ones1ght.application.chat.MergedStep.MergedGuard;
import com.ones1ght.application.chat.MergedStep.MergedItems;
import com.ones1ght.application.chat.MergedStep.MergedNotifications;
import com.ones1ght.application.chat.MergedStep.MergedTodos;
import com.ones1ght.domain.chat.PipelineSnapshot;
import com.ones1ght.domain.chat.PipelineStep;
import com.ones1ght.domain.chat.Round;
import com.ones1ght.domain.recommendation.RoundGuard;
import com.ones1ght.domain.recommendation.RoundResult;
import com.ones1ght.domain.shared.Require;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The new state of a run.
 *
 * @param merged the newly merged steps, each at most once; the stored ones are kept
 * @param doneAt when new steps were done, of those that were done before this update; the others are done with it
 */
public record RunUpdate(
        Round round, PipelineSnapshot snapshot, List<MergedStep> merged, Map<PipelineStep, Instant> doneAt) {

    public RunUpdate {
        Require.notNull(round, "round");
        Require.notNull(snapshot, "snapshot");
        merged = List.copyOf(merged);
        doneAt = Map.copyOf(doneAt);
    }

    /** An update whose new steps are done with it. */
    public RunUpdate(Round round, PipelineSnapshot snapshot, List<MergedStep> merged) {
        this(round, snapshot, merged, Map.of());
    }

    /** An update without newly merged steps. */
    public static RunUpdate withoutSteps(Round round, PipelineSnapshot snapshot) {
        return new RunUpdate(round, snapshot, List.of());
    }

    /** The same, with the times at which earlier ones of the new steps were done. */
    public RunUpdate doneAt(Map<PipelineStep, Instant> times) {
        return new RunUpdate(round, snapshot, merged, times);
    }

    /** The step if it is newly merged. */
    public <T extends MergedStep> Optional<T> step(Class<T> type) {
        return merged.stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    /** The values of the newly merged steps. */
    public RoundResult result() {
        return new RoundResult(
                step(MergedTodos.class).map(MergedTodos::items).orElse(null),
                step(MergedItems.class).map(MergedItems::items).orElse(null),
                step(MergedNotifications.class)
                        .map(MergedNotifications::notifications)
                        .orElse(null),
                step(MergedGuard.class).map(MergedGuard::guard).orElse(RoundGuard.NONE));
    }
}
