package com.ones1ght.application.chat.port;

import com.ones1ght.domain.chat.PipelineSnapshot;
import java.util.concurrent.CompletionStage;

/**
 * Advances a run step by step. All that a run needs in order to continue is in its snapshot: the pipeline keeps nothing
 * between calls, so that any node can take over after any step.
 */
public interface RecommendationPipeline {

    /**
     * The name of the extra ({@link PipelineSnapshot#extras()}) that the tenant's admins see as a round's
     * {@code upstream}: a JSON object without credentials and without text from upstream.
     */
    String SHOWN_TO_ADMINS = "gateway_upstream";

    /**
     * Performs the next step, or polls upstream for it.
     *
     * <p>Called by one caller per run at a time, and again after a crash with the last saved snapshot: a step may then
     * be requested twice, with the same {@link PipelineRequest#requestId()}. Steps whose stages are completed when this
     * method returns are saved together if they follow each other within milliseconds. Outputs in {@code current} are not
     * replaced. A run that has to wait sets {@link PipelineSnapshot#notBefore()}, and holds no thread.
     *
     * <p>What a pipeline understands of the prompt beyond {@link PipelineRequest#restrictions()}, and what it cannot
     * honour, it may report by {@link PipelineSnapshot#withDietaryReport}; products are withheld for it as for what the
     * profile declares.
     *
     * <p>A permanent failure is a snapshot with {@link PipelineSnapshot#failure()}. A stage that fails with {@link
     * StepUnavailableException} or {@link com.ones1ght.application.shared.port.StorageUnavailableException} is retried
     * until the round's deadline; any other exception is a defect and ends the round in error.
     *
     * @return the new snapshot; equal to {@code current} (apart from {@code notBefore}) when nothing has
     *     become available
     */
    CompletionStage<PipelineSnapshot> advance(PipelineRequest request, PipelineSnapshot current);

    /**
     * The run has ended before the pipeline finished: its deadline passed, a step failed for good, or a client cancelled or
     * refined its round. Upstream may release whatever it keeps for the run, and nobody waits for a call in progress any
     * more: it is best dropped, and its stage may then fail in any way. Returns at once. Best effort: not called after a
     * crash nor for a run that no node holds, and perhaps twice, also once more with what a call still returned.
     *
     * @param last the run's last snapshot
     */
    default void abandon(PipelineRequest request, PipelineSnapshot last) {}
}
