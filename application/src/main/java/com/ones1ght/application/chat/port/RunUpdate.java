package com.ones1ght.application.chat.port;

import com.ones1ght.application.chat.MergedStep;
import com.ones1ght.application.chat.MergedStep.MergedItems;
import com.ones1ght.application.chat.MergedStep.MergedNotifications;
import com.ones1ght.application.chat.MergedStep.MergedTodos;
import com.ones1ght.domain.chat.PipelineSnapshot;
import com.ones1ght.domain.chat.Round;
import com.ones1ght.domain.recommendation.RoundResult;
import com.ones1ght.domain.shared.Require;
import java.util.List;
import java.util.Optional;

/**
 * What a run has become.
 *
 * @param round the round now
 * @param snapshot the snapshot now
 * @param merged the steps that were merged with this update, each once; what is stored of the others stays
 */
public record RunUpdate(Round round, PipelineSnapshot snapshot, List<MergedStep> merged) {

    public RunUpdate {
        Require.notNull(round, "round");
        Require.notNull(snapshot, "snapshot");
        merged = List.copyOf(merged);
    }

    /** An update with which no step was merged. */
    public static RunUpdate withoutSteps(Round round, PipelineSnapshot snapshot) {
        return new RunUpdate(round, snapshot, List.of());
    }

    /** The step if it was merged with this update. */
    public <T extends MergedStep> Optional<T> step(Class<T> type) {
        return merged.stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    /** The merged steps as values. */
    public RoundResult result() {
        return new RoundResult(
                step(MergedTodos.class).map(MergedTodos::items).orElse(null),
                step(MergedItems.class).map(MergedItems::items).orElse(null),
                step(MergedNotifications.class)
                        .map(MergedNotifications::notifications)
                        .orElse(null));
    }
}
