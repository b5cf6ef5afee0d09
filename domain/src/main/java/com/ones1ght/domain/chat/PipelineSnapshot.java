package com.ones1ght.domain.chat;

import com.ones1ght.domain.dietary.DietaryReport;
import com.ones1ght.domain.recommendation.BackList;
import com.ones1ght.domain.recommendation.Meal;
import com.ones1ght.domain.recommendation.ShoppingList;
import com.ones1ght.domain.recommendation.UpsellSurface;
import com.ones1ght.domain.shared.Require;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The state of a run between two steps: all that any node needs in order to continue it. Immutable; a pipeline returns
 * a new one made with the {@code with…} methods. The output of a step, once present, stays.
 *
 * @param upstreamSession the id of the upstream's session, for pipelines that have one
 * @param meal step 1's output; null until it is done, like the next three
 * @param shoppingList step 2's output
 * @param upsellSurface step 3's output
 * @param backList step 4's output
 * @param backListStatus the state of step 4 as reported by the upstream; null while it reports none
 * @param extras further raw output by name, each a JSON text; stored, never shown to clients
 * @param failure set when the run has failed
 * @param dietaryReport what the backend reports about restrictions; null while it reports nothing
 * @param notBefore earliest time of the next call of the pipeline; null means at once
 */
public record PipelineSnapshot(
        @Nullable String upstreamSession,
        @Nullable StepOutput<Meal> meal,
        @Nullable StepOutput<ShoppingList> shoppingList,
        @Nullable StepOutput<UpsellSurface> upsellSurface,
        @Nullable StepOutput<BackList> backList,
        @Nullable BackListStatus backListStatus,
        Map<String, String> extras,
        @Nullable RunFailure failure,
        @Nullable DietaryReport dietaryReport,
        @Nullable Instant notBefore) {

    private static final PipelineSnapshot EMPTY =
            new PipelineSnapshot(null, null, null, null, null, null, Map.of(), null, null, null);

    public PipelineSnapshot {
        extras = Map.copyOf(Require.notNull(extras, "extras"));
    }

    /** The snapshot of a run that has not started. */
    public static PipelineSnapshot empty() {
        return EMPTY;
    }

    public boolean isDone(PipelineStep step) {
        return switch (step) {
            case MEAL_SUGGEST -> meal != null;
            case SHOPPING_LIST -> shoppingList != null;
            case UPSELL_SURFACE -> upsellSurface != null;
            case BACK_LIST -> backList != null;
        };
    }

    /** The first step without an output; empty when all are done. */
    public Optional<PipelineStep> nextStep() {
        return Arrays.stream(PipelineStep.values())
                .filter(step -> !isDone(step))
                .findFirst();
    }

    /** Whether the run has failed or all steps are done. */
    public boolean isFinished() {
        return failure != null || nextStep().isEmpty();
    }

    public PipelineSnapshot withUpstreamSession(String session) {
        return new PipelineSnapshot(
                session,
                meal,
                shoppingList,
                upsellSurface,
                backList,
                backListStatus,
                extras,
                failure,
                dietaryReport,
                notBefore);
    }

    public PipelineSnapshot withMeal(StepOutput<Meal> output) {
        return new PipelineSnapshot(
                upstreamSession,
                output,
                shoppingList,
                upsellSurface,
                backList,
                backListStatus,
                extras,
                failure,
                dietaryReport,
                notBefore);
    }

    public PipelineSnapshot withShoppingList(StepOutput<ShoppingList> output) {
        return new PipelineSnapshot(
                upstreamSession,
                meal,
                output,
                upsellSurface,
                backList,
                backListStatus,
                extras,
                failure,
                dietaryReport,
                notBefore);
    }

    public PipelineSnapshot withUpsellSurface(StepOutput<UpsellSurface> output) {
        return new PipelineSnapshot(
                upstreamSession,
                meal,
                shoppingList,
                output,
                backList,
                backListStatus,
                extras,
                failure,
                dietaryReport,
                notBefore);
    }

    public PipelineSnapshot withBackList(StepOutput<BackList> output) {
        return new PipelineSnapshot(
                upstreamSession,
                meal,
                shoppingList,
                upsellSurface,
                output,
                backListStatus,
                extras,
                failure,
                dietaryReport,
                notBefore);
    }

    public PipelineSnapshot withBackListStatus(@Nullable BackListStatus status) {
        return new PipelineSnapshot(
                upstreamSession,
                meal,
                shoppingList,
                upsellSurface,
                backList,
                status,
                extras,
                failure,
                dietaryReport,
                notBefore);
    }

    /** Replaces all extras. */
    public PipelineSnapshot withExtras(Map<String, String> rawByName) {
        return new PipelineSnapshot(
                upstreamSession,
                meal,
                shoppingList,
                upsellSurface,
                backList,
                backListStatus,
                rawByName,
                failure,
                dietaryReport,
                notBefore);
    }

    /** The same, with what the backend says about restrictions, in place of what it said before. */
    public PipelineSnapshot withDietaryReport(DietaryReport report) {
        return new PipelineSnapshot(
                upstreamSession,
                meal,
                shoppingList,
                upsellSurface,
                backList,
                backListStatus,
                extras,
                failure,
                report,
                notBefore);
    }

    public PipelineSnapshot failed(RunFailure reason) {
        return new PipelineSnapshot(
                upstreamSession,
                meal,
                shoppingList,
                upsellSurface,
                backList,
                backListStatus,
                extras,
                reason,
                dietaryReport,
                notBefore);
    }

    /** Sets the earliest time of the next call; null means at once. */
    public PipelineSnapshot notBefore(@Nullable Instant instant) {
        return new PipelineSnapshot(
                upstreamSession,
                meal,
                shoppingList,
                upsellSurface,
                backList,
                backListStatus,
                extras,
                failure,
                dietaryReport,
                instant);
    }

    /** The number of finished steps without a gap, from the first on: 0 to 4. */
    public int stepsDone() {
        return nextStep().map(next -> next.number() - 1).orElse(PipelineStep.values().length);
    }

    /** Whether the other differs in {@code notBefore} at most. */
    public boolean hasSameContentAs(PipelineSnapshot other) {
        return equals(other.notBefore(notBefore));
    }

    /** Without the outputs of later steps, and without a failure after the given number of steps. */
    public PipelineSnapshot upTo(int steps) {
        return new PipelineSnapshot(
                upstreamSession,
                steps >= 1 ? meal : null,
                steps >= 2 ? shoppingList : null,
                steps >= 3 ? upsellSurface : null,
                steps >= 4 ? backList : null,
                backListStatus,
                extras,
                stepsDone() > steps ? null : failure,
                dietaryReport,
                notBefore);
    }
}
