package com.ones1ght.domain.chat;

import com.ones1ght.domain.recommendation.BackList;
import com.ones1ght.domain.recommendation.Meal;
import com.ones1ght.domain.recommendation.ShoppingList;
import com.ones1ght.domain.recommendation.UpsellSurface;
import com.ones1ght.domain.shared.Require;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a run is: all that any node needs to bring it one step forward. Immutable; a pipeline answers a
 * new one made with the {@code with…} methods. A part, once there, stays.
 *
 * @param upstreamSession the handle of upstream's own session, for pipelines that have one
 * @param meal step 1's output; null until it is done, as the three that follow
 * @param shoppingList step 2's output
 * @param upsellSurface step 3's output
 * @param backList step 4's output
 * @param backListStatus what upstream says of step 4; null while it says nothing
 * @param extras further raw output by name, each a JSON text; kept, never shown to clients
 * @param failure set when the run has failed for good
 * @param notBefore the pipeline need not be asked again before this; null means at once
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
        @Nullable Instant notBefore) {

    private static final PipelineSnapshot EMPTY =
            new PipelineSnapshot(null, null, null, null, null, null, Map.of(), null, null);

    public PipelineSnapshot {
        extras = Map.copyOf(Require.notNull(extras, "extras"));
    }

    /** The snapshot of a run that has not begun. */
    public static PipelineSnapshot empty() {
        return EMPTY;
    }

    /** Whether the step's output is there. */
    public boolean isDone(PipelineStep step) {
        return switch (step) {
            case MEAL_SUGGEST -> meal != null;
            case SHOPPING_LIST -> shoppingList != null;
            case UPSELL_SURFACE -> upsellSurface != null;
            case BACK_LIST -> backList != null;
        };
    }

    /** The first step whose output is missing; empty when all are done. */
    public Optional<PipelineStep> nextStep() {
        for (PipelineStep step : PipelineStep.values()) {
            if (!isDone(step)) {
                return Optional.of(step);
            }
        }
        return Optional.empty();
    }

    /** Whether the run needs no further call: failed, or all steps done. */
    public boolean isFinished() {
        return failure != null || nextStep().isEmpty();
    }

    /** The same, with the handle of upstream's session. */
    public PipelineSnapshot withUpstreamSession(String session) {
        return new PipelineSnapshot(
                session, meal, shoppingList, upsellSurface, backList, backListStatus, extras, failure, notBefore);
    }

    /** The same, with step 1's output. */
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
                notBefore);
    }

    /** The same, with step 2's output. */
    public PipelineSnapshot withShoppingList(StepOutput<ShoppingList> output) {
        return new PipelineSnapshot(
                upstreamSession, meal, output, upsellSurface, backList, backListStatus, extras, failure, notBefore);
    }

    /** The same, with step 3's output. */
    public PipelineSnapshot withUpsellSurface(StepOutput<UpsellSurface> output) {
        return new PipelineSnapshot(
                upstreamSession, meal, shoppingList, output, backList, backListStatus, extras, failure, notBefore);
    }

    /** The same, with step 4's output. */
    public PipelineSnapshot withBackList(StepOutput<BackList> output) {
        return new PipelineSnapshot(
                upstreamSession, meal, shoppingList, upsellSurface, output, backListStatus, extras, failure, notBefore);
    }

    /** The same, with what upstream says of step 4. */
    public PipelineSnapshot withBackListStatus(@Nullable BackListStatus status) {
        return new PipelineSnapshot(
                upstreamSession, meal, shoppingList, upsellSurface, backList, status, extras, failure, notBefore);
    }

    /** The same, with this further raw output, which replaces the former. */
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
                notBefore);
    }

    /** The same, failed for good. */
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
                notBefore);
    }

    /** The same, not to be looked at again before {@code instant}; null means at once. */
    public PipelineSnapshot notBefore(@Nullable Instant instant) {
        return new PipelineSnapshot(
                upstreamSession, meal, shoppingList, upsellSurface, backList, backListStatus, extras, failure, instant);
    }

    /** How many steps are done, from the first on without a gap: 0 to 4. */
    public int stepsDone() {
        return nextStep().map(next -> next.number() - 1).orElse(PipelineStep.values().length);
    }

    /** Whether the other differs in nothing but when the pipeline is to be asked again. */
    public boolean tellsTheSameAs(PipelineSnapshot other) {
        return equals(other.notBefore(notBefore));
    }

    /** What the first steps alone tell: the outputs of later ones, and a failure after them, are left out. */
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
                notBefore);
    }
}
