package com.ones1ght.application.chat.port;

import com.ones1ght.domain.chat.PipelineSnapshot;
import com.ones1ght.domain.chat.PipelineStep;
import com.ones1ght.domain.chat.RunFailure;
import com.ones1ght.domain.chat.RunFailure.Cause;
import com.ones1ght.domain.chat.StepOutput;
import com.ones1ght.domain.recommendation.BackList;
import com.ones1ght.domain.recommendation.Ingredient;
import com.ones1ght.domain.recommendation.Meal;
import com.ones1ght.domain.recommendation.ShoppingList;
import com.ones1ght.domain.recommendation.SurfaceReason;
import com.ones1ght.domain.recommendation.UpsellItem;
import com.ones1ght.domain.recommendation.UpsellSurface;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.shared.LocalizedText;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Keeps the contract; the wrong ones break it in one place each. */
class RightPipeline implements RecommendationPipeline {

    static final LocalizedText SOUP = new LocalizedText("양파 수프", "Onion soup", "オニオンスープ");

    private final boolean isAway;

    RightPipeline(boolean isAway) {
        this.isAway = isAway;
    }

    @Override
    public CompletionStage<PipelineSnapshot> advance(PipelineRequest request, PipelineSnapshot current) {
        if (current.isFinished()) {
            return CompletableFuture.completedStage(current);
        }
        PipelineStep step = current.nextStep().orElseThrow();
        if (isAway) {
            return CompletableFuture.failedStage(unavailable(step));
        }
        return CompletableFuture.completedStage(
                switch (step) {
                    case MEAL_SUGGEST -> current.withMeal(meal(request.language()));
                    case SHOPPING_LIST ->
                        current.withShoppingList(new StepOutput<>(new ShoppingList(List.of(), null), "{}"));
                    case UPSELL_SURFACE ->
                        current.withUpsellSurface(surface(request.requestId() + ".1", request.requestId() + ".2"));
                    case BACK_LIST -> current.withBackList(new StepOutput<>(new BackList(List.of()), "{}"));
                });
    }

    static StepOutput<Meal> meal(Language language) {
        return meal(SOUP.in(language), SOUP, "{\"recipe_title\":\"x\"}");
    }

    static StepOutput<Meal> meal(String title, LocalizedText ingredient, String raw) {
        return new StepOutput<>(
                new Meal(title, null, null, null, null, List.of(new Ingredient(ingredient, null, null, null))), raw);
    }

    static StepOutput<UpsellSurface> surface(String... ids) {
        return new StepOutput<>(
                new UpsellSurface(List.of(ids).stream()
                        .map(id ->
                                new UpsellItem(null, id, null, null, null, SurfaceReason.values()[0], null, null, null))
                        .toList()),
                "{}");
    }

    static StepUnavailableException unavailable(PipelineStep step) {
        return new StepUnavailableException("away", new RunFailure.StepFailed(step, Cause.UPSTREAM_ERROR), null, null);
    }
}
