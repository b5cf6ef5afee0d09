package com.ones1ght.adapters.llm.embedded;

import com.ones1ght.application.chat.port.PipelineRequest;
import com.ones1ght.application.chat.port.RecommendationPipeline;
import com.ones1ght.application.chat.port.StepUnavailableException;
import com.ones1ght.application.store.port.StoreCatalog;
import com.ones1ght.application.store.port.StoreUnavailableException;
import com.ones1ght.domain.chat.BackListStatus;
import com.ones1ght.domain.chat.PipelineSnapshot;
import com.ones1ght.domain.chat.PipelineStep;
import com.ones1ght.domain.chat.RunFailure.Cause;
import com.ones1ght.domain.chat.RunFailure.StepFailed;
import com.ones1ght.domain.chat.StepOutput;
import com.ones1ght.domain.recommendation.Meal;
import com.ones1ght.domain.recommendation.ShoppingList;
import com.ones1ght.domain.shared.LocalizedText;
import com.ones1ght.domain.shared.Require;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The pipeline without a model: a bundled cookbook and the store's statistics. Each call does the next step
 * in full and answers a completed stage; the same request in the same store always gives the same output.
 */
public final class EmbeddedPipeline implements RecommendationPipeline {

    private final StoreCatalog catalog;

    public EmbeddedPipeline(StoreCatalog catalog) {
        this.catalog = Require.notNull(catalog, "catalog");
    }

    @Override
    public CompletionStage<PipelineSnapshot> advance(PipelineRequest request, PipelineSnapshot current) {
        Optional<PipelineStep> next = current.isFinished() ? Optional.empty() : current.nextStep();
        if (next.isEmpty()) {
            return CompletableFuture.completedFuture(current);
        }
        try {
            return CompletableFuture.completedFuture(doStep(next.get(), request, current));
        } catch (StoreUnavailableException e) {
            StepFailed failure = new StepFailed(next.get(), Cause.STORE_UNAVAILABLE);
            return CompletableFuture.failedFuture(
                    new StepUnavailableException("the store gave no answer", failure, null, e));
        }
    }

    private PipelineSnapshot doStep(PipelineStep step, PipelineRequest request, PipelineSnapshot current) {
        Cookbook cookbook = Cookbook.bundled();
        DishQuestion question = new Questions(cookbook).of(request);
        return switch (step) {
            case MEAL_SUGGEST -> current.withMeal(new MealStep(cookbook).suggest(request, question));
            case SHOPPING_LIST ->
                current.withShoppingList(new ShoppingStep(cookbook, catalog)
                                .shop(request, question, done(current.meal()).value()))
                        .withBackListStatus(BackListStatus.IN_PROGRESS);
            case UPSELL_SURFACE ->
                current.withUpsellSurface(
                        new SurfaceStep(cookbook, catalog).recommend(request, question, basket(request, current)));
            case BACK_LIST ->
                current.withBackList(new BackListStep(cookbook, catalog)
                                .recommend(
                                        request,
                                        question,
                                        basket(request, current),
                                        done(current.upsellSurface()).value()))
                        .withBackListStatus(BackListStatus.COMPLETED);
        };
    }

    private Basket basket(PipelineRequest request, PipelineSnapshot current) {
        ShoppingList list = done(current.shoppingList()).value();
        StepOutput<Meal> meal = done(current.meal());
        LocalizedText dish = Standing.of(meal.raw(), Cookbook.bundled())
                .flatMap(standing -> Cookbook.bundled().dish(standing.dish()))
                .map(Dish::title)
                .orElse(LocalizedText.same(meal.value().recipeTitle()));
        return Basket.of(meal.value(), dish, list, catalog, request.store());
    }

    private static <T> T done(@Nullable T part) {
        return Require.notNull(part, "an earlier step");
    }
}
