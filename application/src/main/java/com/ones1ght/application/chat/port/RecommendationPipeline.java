package com.ones1ght.application.chat.port;

import com.ones1ght.domain.chat.PipelineSnapshot;
import java.util.concurrent.CompletionStage;

/**
 * Brings a recommendation run one step forward. All that a run needs to go on is in the snapshot: the
 * pipeline itself keeps nothing between calls, so any node can take a run over after any step.
 */
public interface RecommendationPipeline {

    /**
     * The name of the extra ({@link PipelineSnapshot#extras()}) that the tenant's admins are shown as a round's
     * {@code upstream}: a JSON object, without credentials and without upstream's words.
     */
    String SHOWN_TO_ADMINS = "gateway_upstream";

    /**
     * Does the next step, or looks how far upstream is.
     *
     * <p>Called by one caller per run at a time, and again after a crash with the last saved snapshot: a
     * step may then be asked for twice, with the same {@link PipelineRequest#requestId()}. Parts that
     * {@code current} has stay as they are. A run that has to wait says so by
     * {@link PipelineSnapshot#notBefore()}, and holds no thread.
     *
     * <p>A failure that cannot be mended by asking again is a snapshot with
     * {@link PipelineSnapshot#failure()}. A stage that fails with {@link StepUnavailableException} is asked
     * again later, until the round's deadline, and so is one that fails with {@link
     * com.ones1ght.application.shared.port.StorageUnavailableException}; any other exception is a defect and ends the
     * round in error.
     *
     * @return the new snapshot; equal to {@code current} (apart from {@code notBefore}) when nothing has
     *     become available
     */
    CompletionStage<PipelineSnapshot> advance(PipelineRequest request, PipelineSnapshot current);

    /**
     * The round has ended without the pipeline's having finished: its time was over, or a step failed for good.
     * Whatever upstream keeps for the run can be let go. Returns at once; is a courtesy that may be missed, after a
     * crash for example, and must do no harm when it comes twice.
     *
     * @param last what the run had come to
     */
    default void abandon(PipelineRequest request, PipelineSnapshot last) {}
}
