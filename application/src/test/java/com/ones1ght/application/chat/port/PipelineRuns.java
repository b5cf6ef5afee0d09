package com.ones1ght.application.chat.port;

import com.ones1ght.application.shared.port.Bounded;
import com.ones1ght.application.shared.port.Bounded.Outcome;
import com.ones1ght.domain.chat.PipelineSnapshot;
import com.ones1ght.domain.chat.PipelineStep;
import com.ones1ght.domain.chat.StepOutput;
import com.ones1ght.domain.recommendation.BackRecommendation;
import com.ones1ght.domain.recommendation.UpsellItem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Drives a pipeline under test as the gateway does, and says in words where it cannot go on. */
final class PipelineRuns {

    private final RecommendationPipeline pipeline;
    private final Bounded bounded;
    private final int maxCalls;

    PipelineRuns(RecommendationPipeline pipeline, Duration patience, int maxCalls) {
        this.pipeline = pipeline;
        this.bounded = new Bounded(patience);
        this.maxCalls = maxCalls;
    }

    /** The snapshots of a whole run, one for each call. Does not wait for {@code notBefore}: nobody is harmed. */
    List<PipelineSnapshot> run(PipelineRequest request) {
        List<PipelineSnapshot> snapshots = new ArrayList<>();
        PipelineSnapshot current = PipelineSnapshot.empty();
        while (!current.isFinished()) {
            if (snapshots.size() == maxCalls) {
                throw new AssertionError("After " + maxCalls + " calls of advance the run is not finished: "
                        + current.nextStep().map(PipelineStep::name).orElse("?")
                        + " is still missing. Bring the next step forward with each call, starting from the snapshot"
                        + " that is given. If your backend needs more calls, override maxCalls().");
            }
            current = advance(request, current);
            snapshots.add(current);
        }
        if (current.failure() != null) {
            throw new AssertionError("The run ended in failure (" + current.failure()
                    + "), although the backend under test answers. A failure is for runs that can never succeed.");
        }
        return snapshots;
    }

    /** The last snapshot of a whole run. */
    PipelineSnapshot end(PipelineRequest request) {
        List<PipelineSnapshot> snapshots = run(request);
        return snapshots.get(snapshots.size() - 1);
    }

    PipelineSnapshot advance(PipelineRequest request, PipelineSnapshot current) {
        return bounded.stageValue(name(current), () -> pipeline.advance(request, current));
    }

    /** What the first call came to that did not bring a new snapshot. */
    Outcome<PipelineSnapshot> firstFailure(PipelineRequest request) {
        PipelineSnapshot current = PipelineSnapshot.empty();
        for (int call = 0; call < maxCalls && !current.isFinished(); call++) {
            PipelineSnapshot asked = current;
            Outcome<PipelineSnapshot> outcome =
                    bounded.stageOutcome(name(asked), () -> pipeline.advance(request, asked));
            if (outcome.value() == null) {
                return outcome;
            }
            current = outcome.value();
        }
        return new Outcome<>(current, null);
    }

    void abandon(PipelineRequest request, PipelineSnapshot last) {
        Outcome<Boolean> outcome = bounded.outcome("abandon", () -> {
            pipeline.abandon(request, last);
            return true;
        });
        if (outcome.failure() != null) {
            throw new AssertionError(
                    "abandon threw " + outcome.failure() + ". It is a courtesy to the backend: whatever is wrong,"
                            + " return, also when the run has not begun or abandon comes twice.",
                    outcome.failure());
        }
    }

    private static String name(PipelineSnapshot current) {
        return "advance, asked for "
                + current.nextStep().map(PipelineStep::name).orElse("a finished run");
    }

    static StepOutput<?> part(PipelineSnapshot snapshot, PipelineStep step) {
        StepOutput<?> output =
                switch (step) {
                    case MEAL_SUGGEST -> snapshot.meal();
                    case SHOPPING_LIST -> snapshot.shoppingList();
                    case UPSELL_SURFACE -> snapshot.upsellSurface();
                    case BACK_LIST -> snapshot.backList();
                };
        if (output == null) {
            throw new AssertionError("The output of " + step + ", which was there, has gone."
                    + " Make the new snapshot out of the given one, by its with… methods.");
        }
        return output;
    }

    static List<String> recommendationIds(PipelineSnapshot snapshot) {
        List<String> ids = new ArrayList<>();
        if (snapshot.upsellSurface() != null) {
            snapshot.upsellSurface().value().items().stream()
                    .map(UpsellItem::recommendationId)
                    .forEach(ids::add);
        }
        if (snapshot.backList() != null) {
            snapshot.backList().value().recommendations().stream()
                    .map(BackRecommendation::recommendationId)
                    .forEach(ids::add);
        }
        return ids;
    }
}
