package com.ones1ght.adapters.persistence.chat;

import com.ones1ght.application.chat.port.RecommendationPipeline;
import com.ones1ght.domain.chat.BackListStatus;
import com.ones1ght.domain.chat.PipelineSnapshot;
import com.ones1ght.domain.chat.PipelineStep;
import com.ones1ght.domain.chat.RunFailure;
import com.ones1ght.domain.chat.StepOutput;
import com.ones1ght.domain.dietary.DietaryReport;
import com.ones1ght.domain.recommendation.BackList;
import com.ones1ght.domain.recommendation.Meal;
import com.ones1ght.domain.recommendation.ShoppingList;
import com.ones1ght.domain.recommendation.UpsellSurface;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The stored form of a snapshot, with an explicit kind of failure and the instant as text. That of a settled run has the
 * raw outputs alone: the values that the gateway reads in them, half of the snapshot, are in the round's results.
 */
record SnapshotDocument(
        @Nullable String upstreamSession,
        @Nullable MealStep meal,
        @Nullable ShoppingListStep shoppingList,
        @Nullable UpsellSurfaceStep upsellSurface,
        @Nullable BackListStep backList,
        @Nullable BackListStatus backListStatus,
        @Nullable Map<String, String> extras,
        @Nullable Failure failure,
        @Nullable Report dietaryReport,
        @Nullable String notBefore) {

    record Report(List<String> restrictions, List<String> unmet) {

        static Report of(DietaryReport report) {
            return new Report(GuardDocument.codes(report.restrictions()), report.unmet());
        }

        DietaryReport toDomain() {
            return new DietaryReport(GuardDocument.restrictions(restrictions), unmet);
        }
    }

    record MealStep(@Nullable Meal value, String raw) {}

    record ShoppingListStep(@Nullable ShoppingList value, String raw) {}

    record UpsellSurfaceStep(@Nullable UpsellSurface value, String raw) {}

    record BackListStep(@Nullable BackList value, String raw) {}

    /**
     * @param step set when a step failed
     * @param cause set when a step failed
     */
    record Failure(Kind kind, @Nullable PipelineStep step, RunFailure.@Nullable Cause cause) {

        enum Kind {
            STEP_FAILED,
            SESSION_EXPIRED,
            REFINEMENTS_EXHAUSTED,
            CANCELLED
        }

        static Failure of(RunFailure failure) {
            if (failure instanceof RunFailure.StepFailed failed) {
                return new Failure(Kind.STEP_FAILED, failed.step(), failed.cause());
            }
            if (failure instanceof RunFailure.SessionExpired) {
                return new Failure(Kind.SESSION_EXPIRED, null, null);
            }
            if (failure instanceof RunFailure.RefinementsExhausted) {
                return new Failure(Kind.REFINEMENTS_EXHAUSTED, null, null);
            }
            if (failure instanceof RunFailure.Cancelled) {
                return new Failure(Kind.CANCELLED, null, null);
            }
            throw new IllegalArgumentException("No stored form of " + failure);
        }

        RunFailure toDomain() {
            return switch (kind) {
                case STEP_FAILED -> stepFailed();
                case SESSION_EXPIRED -> new RunFailure.SessionExpired();
                case REFINEMENTS_EXHAUSTED -> new RunFailure.RefinementsExhausted();
                case CANCELLED -> new RunFailure.Cancelled();
            };
        }

        private RunFailure stepFailed() {
            if (step == null || cause == null) {
                throw new IllegalStateException("A stored failure lacks its step or cause");
            }
            return new RunFailure.StepFailed(step, cause);
        }
    }

    static SnapshotDocument of(PipelineSnapshot snapshot) {
        StepOutput<Meal> meal = snapshot.meal();
        StepOutput<ShoppingList> shoppingList = snapshot.shoppingList();
        StepOutput<UpsellSurface> upsellSurface = snapshot.upsellSurface();
        StepOutput<BackList> backList = snapshot.backList();
        RunFailure failure = snapshot.failure();
        DietaryReport report = snapshot.dietaryReport();
        Instant notBefore = snapshot.notBefore();
        return new SnapshotDocument(
                snapshot.upstreamSession(),
                meal == null ? null : new MealStep(meal.value(), meal.raw()),
                shoppingList == null ? null : new ShoppingListStep(shoppingList.value(), shoppingList.raw()),
                upsellSurface == null ? null : new UpsellSurfaceStep(upsellSurface.value(), upsellSurface.raw()),
                backList == null ? null : new BackListStep(backList.value(), backList.raw()),
                snapshot.backListStatus(),
                snapshot.extras().isEmpty() ? null : snapshot.extras(),
                failure == null ? null : Failure.of(failure),
                report == null ? null : Report.of(report),
                notBefore == null ? null : notBefore.toString());
    }

    static SnapshotDocument outputOf(PipelineSnapshot snapshot) {
        StepOutput<Meal> meal = snapshot.meal();
        StepOutput<ShoppingList> shoppingList = snapshot.shoppingList();
        StepOutput<UpsellSurface> upsellSurface = snapshot.upsellSurface();
        StepOutput<BackList> backList = snapshot.backList();
        String shown = snapshot.extras().get(RecommendationPipeline.SHOWN_TO_ADMINS);
        return new SnapshotDocument(
                null,
                meal == null ? null : new MealStep(null, meal.raw()),
                shoppingList == null ? null : new ShoppingListStep(null, shoppingList.raw()),
                upsellSurface == null ? null : new UpsellSurfaceStep(null, upsellSurface.raw()),
                backList == null ? null : new BackListStep(null, backList.raw()),
                null,
                shown == null ? null : Map.of(RecommendationPipeline.SHOWN_TO_ADMINS, shown),
                null,
                null,
                null);
    }

    /** Not of a settled run's. */
    PipelineSnapshot toDomain() {
        return new PipelineSnapshot(
                upstreamSession,
                meal == null ? null : new StepOutput<>(meal.value(), meal.raw()),
                shoppingList == null ? null : new StepOutput<>(shoppingList.value(), shoppingList.raw()),
                upsellSurface == null ? null : new StepOutput<>(upsellSurface.value(), upsellSurface.raw()),
                backList == null ? null : new StepOutput<>(backList.value(), backList.raw()),
                backListStatus,
                extras == null ? Map.of() : extras,
                failure == null ? null : failure.toDomain(),
                dietaryReport == null ? null : dietaryReport.toDomain(),
                notBefore == null ? null : Instant.parse(notBefore));
    }
}
