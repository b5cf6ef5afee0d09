package com.ones1ght.adapters.llm.grocery;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.ones1ght.adapters.llm.cookbook.Cookbook;
import com.ones1ght.adapters.llm.cookbook.Dish;
import com.ones1ght.adapters.llm.cookbook.RecipeIngredient;
import com.ones1ght.adapters.llm.cookbook.meal.Prices;
import com.ones1ght.adapters.llm.cookbook.request.MealRequest;
import com.ones1ght.adapters.llm.cookbook.request.RecordedConstraints;
import com.ones1ght.adapters.llm.cookbook.request.RequestReader;
import com.ones1ght.application.chat.port.PipelineRequest;
import com.ones1ght.application.chat.port.StepUnavailableException;
import com.ones1ght.application.store.port.StoreCatalog;
import com.ones1ght.application.store.port.StoreUnavailableException;
import com.ones1ght.domain.chat.BackListStatus;
import com.ones1ght.domain.chat.PipelineSnapshot;
import com.ones1ght.domain.chat.PipelineStep;
import com.ones1ght.domain.chat.RunFailure.Cause;
import com.ones1ght.domain.chat.RunFailure.StepFailed;
import com.ones1ght.domain.chat.StepOutput;
import com.ones1ght.domain.recommendation.Ingredient;
import com.ones1ght.domain.recommendation.Meal;
import com.ones1ght.domain.recommendation.ShoppingList;
import com.ones1ght.domain.shared.LocalizedText;
import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.store.StoreId;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Steps 2 to 4 for the meal of any backend: the products of the store for it, and what the store's statistics recommend
 * with them. Allergies of the profile and the conversation are respected for a model's meal, too.
 */
public final class GrocerySteps implements Prices {

    /** Those of runs between steps 3 and 4. */
    private static final int MAX_BASKETS = 256;

    /** A run takes seconds, and what shoppers asked for must not outlive its erasure here. */
    private static final Duration MAX_AGE = Duration.ofMinutes(1);

    private final StoreCatalog catalog;
    private final PriceEstimates estimates;
    private final Cache<Shopped, Basket> baskets = Caffeine.newBuilder()
            .maximumSize(MAX_BASKETS)
            .expireAfterWrite(MAX_AGE)
            .executor(Runnable::run)
            .build();

    public GrocerySteps(StoreCatalog catalog) {
        this.catalog = Require.notNull(catalog, "catalog");
        this.estimates = new PriceEstimates(catalog);
    }

    /**
     * Performs the next step completely.
     *
     * @param current with a meal
     * @throws StepUnavailableException when the store is unavailable
     */
    public PipelineSnapshot next(PipelineRequest request, PipelineSnapshot current) {
        PipelineStep step = current.nextStep().orElseThrow();
        try {
            return next(step, request, current);
        } catch (StoreUnavailableException e) {
            StepFailed failure = new StepFailed(step, Cause.STORE_UNAVAILABLE);
            throw new StepUnavailableException("the store is unavailable", failure, null, e);
        }
    }

    @Override
    public Optional<BigDecimal> estimate(
            PipelineRequest request, String recipe, Supplier<List<Ingredient>> ingredients) {
        try {
            return Optional.of(estimates.of(request.store(), recipe, ingredients));
        } catch (StoreUnavailableException e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<BigDecimal> total(PipelineRequest request, MealRequest mealRequest, List<Ingredient> ingredients) {
        try {
            return Optional.ofNullable(new ShoppingStep(Cookbook.bundled(), catalog)
                    .list(request, mealRequest, ingredients)
                    .total());
        } catch (StoreUnavailableException e) {
            return Optional.empty();
        }
    }

    /**
     * The ingredients for which the store has only products that the run's shopper must not get, by their English names.
     *
     * @throws StepUnavailableException when the store is unavailable
     */
    public List<String> forbiddenIngredients(PipelineRequest request, Meal meal) {
        try {
            return new ShoppingStep(Cookbook.bundled(), catalog).forbiddenIngredients(request, meal);
        } catch (StoreUnavailableException e) {
            StepFailed failure = new StepFailed(PipelineStep.MEAL_SUGGEST, Cause.STORE_UNAVAILABLE);
            throw new StepUnavailableException("the store is unavailable", failure, null, e);
        }
    }

    private PipelineSnapshot next(PipelineStep step, PipelineRequest request, PipelineSnapshot current) {
        Cookbook cookbook = Cookbook.bundled();
        MealRequest mealRequest = RequestReader.bundled().read(request);
        return switch (step) {
            case MEAL_SUGGEST -> throw new IllegalArgumentException("there is no meal yet");
            case SHOPPING_LIST ->
                current.withShoppingList(new ShoppingStep(cookbook, catalog)
                                .shop(request, mealRequest, done(current.meal()).value()))
                        .withBackListStatus(BackListStatus.IN_PROGRESS);
            case UPSELL_SURFACE ->
                current.withUpsellSurface(
                        new SurfaceStep(cookbook, catalog).recommend(request, mealRequest, basket(request, current)));
            case BACK_LIST ->
                current.withBackList(new BackListStep(cookbook, catalog)
                                .recommend(
                                        request,
                                        mealRequest,
                                        basket(request, current),
                                        done(current.upsellSurface()).value()))
                        .withBackListStatus(BackListStatus.COMPLETED);
        };
    }

    private Basket basket(PipelineRequest request, PipelineSnapshot current) {
        return baskets.get(
                new Shopped(
                        request.store(),
                        done(current.meal()),
                        done(current.shoppingList()).value()),
                this::basket);
    }

    private Basket basket(Shopped shopped) {
        StepOutput<Meal> meal = shopped.meal();
        Optional<Dish> dish = RecordedConstraints.of(meal.raw(), Cookbook.bundled())
                .flatMap(constraints -> Cookbook.bundled().dish(constraints.dish()));
        LocalizedText name = dish.map(cooked -> cooked.name().of(cooked.actual(foods(meal.value()))))
                .orElse(LocalizedText.same(meal.value().recipeTitle()));
        Set<String> removed =
                dish.map(cooked -> removed(cooked, foods(meal.value()))).orElse(Set.of());
        return Basket.of(meal.value(), name, removed, shopped.list(), catalog, shopped.store());
    }

    /** What the meat or fish of a dish was, and what now is in it is not. */
    private static Set<String> removed(Dish dish, Set<String> foods) {
        Set<String> removed = new HashSet<>();
        dish.ingredients().stream()
                .map(RecipeIngredient::food)
                .filter(food -> food.isProtein() && !foods.contains(food.key()))
                .forEach(food -> removed.addAll(food.families()));
        foods.stream()
                .flatMap(name -> Cookbook.bundled().foods().find(name).stream())
                .forEach(food -> removed.removeAll(food.families()));
        return removed;
    }

    /** What steps 3 and 4 both look at. */
    private record Shopped(StoreId store, StepOutput<Meal> meal, ShoppingList list) {

        /** Of the text alone, which keeps its hash. */
        @Override
        public int hashCode() {
            return meal.raw().hashCode();
        }
    }

    private static Set<String> foods(Meal meal) {
        return meal.ingredients().stream()
                .map(ingredient -> ingredient.name().en())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static <T> StepOutput<T> done(@Nullable StepOutput<T> output) {
        return Require.notNull(output, "the previous step");
    }
}
