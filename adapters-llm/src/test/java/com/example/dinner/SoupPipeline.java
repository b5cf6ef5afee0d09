package com.example.dinner;

import com.ones1ght.application.chat.port.PipelineRequest;
import com.ones1ght.application.chat.port.RecommendationPipeline;
import com.ones1ght.application.chat.port.StepUnavailableException;
import com.ones1ght.application.store.port.StoreCatalog;
import com.ones1ght.application.store.port.StoreUnavailableException;
import com.ones1ght.domain.chat.BackListStatus;
import com.ones1ght.domain.chat.PipelineSnapshot;
import com.ones1ght.domain.chat.RunFailure;
import com.ones1ght.domain.chat.RunFailure.Cause;
import com.ones1ght.domain.chat.RunFailure.StepFailed;
import com.ones1ght.domain.chat.StepOutput;
import com.ones1ght.domain.recommendation.BackList;
import com.ones1ght.domain.recommendation.Ingredient;
import com.ones1ght.domain.recommendation.Meal;
import com.ones1ght.domain.recommendation.ShoppingLine;
import com.ones1ght.domain.recommendation.ShoppingList;
import com.ones1ght.domain.recommendation.UpsellSurface;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.shared.LocalizedText;
import com.ones1ght.domain.store.Product;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Answers every question with onion soup. */
public final class SoupPipeline implements RecommendationPipeline {

    private static final LocalizedText TITLE = new LocalizedText("양파 수프", "Onion soup", "オニオンスープ");
    private static final LocalizedText ONION = new LocalizedText("양파", "onion", "玉ねぎ");

    private final StoreCatalog catalog;

    public SoupPipeline(StoreCatalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public CompletionStage<PipelineSnapshot> advance(PipelineRequest request, PipelineSnapshot now) {
        try {
            return CompletableFuture.completedStage(now.isFinished() ? now : step(request, now));
        } catch (StoreUnavailableException e) {
            RunFailure atDeadline = new StepFailed(now.nextStep().orElseThrow(), Cause.STORE_UNAVAILABLE);
            return CompletableFuture.failedStage(
                    new StepUnavailableException("the store is unavailable", atDeadline, null, e));
        }
    }

    private PipelineSnapshot step(PipelineRequest request, PipelineSnapshot now) {
        return switch (now.nextStep().orElseThrow()) {
            case MEAL_SUGGEST ->
                now.withMeal(new StepOutput<>(soup(request.language()), "{\"recipe_title\":\"Onion soup\"}"));
            case SHOPPING_LIST -> now.withShoppingList(new StepOutput<>(list(request), "{}"));
            case UPSELL_SURFACE -> now.withUpsellSurface(new StepOutput<>(new UpsellSurface(List.of()), "{}"));
            case BACK_LIST ->
                now.withBackList(new StepOutput<>(new BackList(List.of()), "{}"))
                        .withBackListStatus(BackListStatus.COMPLETED);
        };
    }

    private static Meal soup(Language language) {
        return new Meal(
                TITLE.in(language), null, null, null, null, List.of(new Ingredient(ONION, "Produce", null, null)));
    }

    private ShoppingList list(PipelineRequest request) {
        Product onion =
                catalog.search(request.store(), "onion", 1).stream().findFirst().orElseThrow();
        ShoppingLine line = new ShoppingLine(
                onion.id(), onion.nameIn(request.language()), onion.nameIn(Language.EN), onion.price(), null, 3, true);
        return new ShoppingList(List.of(line), onion.price().multiply(BigDecimal.valueOf(3)));
    }
}
