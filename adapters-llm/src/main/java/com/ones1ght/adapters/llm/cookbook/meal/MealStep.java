package com.ones1ght.adapters.llm.cookbook.meal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.ones1ght.adapters.llm.cookbook.Cookbook;
import com.ones1ght.adapters.llm.cookbook.Food;
import com.ones1ght.adapters.llm.cookbook.Measure;
import com.ones1ght.adapters.llm.cookbook.RecipeIngredient;
import com.ones1ght.adapters.llm.cookbook.request.ConversationConstraints;
import com.ones1ght.adapters.llm.cookbook.request.MealRequest;
import com.ones1ght.adapters.llm.shared.Json;
import com.ones1ght.application.chat.port.PipelineRequest;
import com.ones1ght.domain.chat.StepOutput;
import com.ones1ght.domain.chat.Turn;
import com.ones1ght.domain.recommendation.Ingredient;
import com.ones1ght.domain.recommendation.Meal;
import com.ones1ght.domain.shared.Require;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Step 1: the dish. */
public final class MealStep {

    private final Cookbook cookbook;

    public MealStep(Cookbook cookbook) {
        this.cookbook = cookbook;
    }

    /** The meal for a request: the dish that fits best, adapted to what must be left out. */
    public StepOutput<Meal> suggest(PipelineRequest request, MealRequest mealRequest) {
        DishVariant variant = new DishChooser(cookbook).choose(mealRequest);
        ConversationConstraints constraints = mealRequest.constraints().withSuggested(variant.dish());
        int servings = constraints.servings().orElse(variant.dish().servings());
        List<Food> additions = new DrinkPairing(cookbook.foods())
                .resolve(
                        constraints.additions(),
                        variant,
                        mealRequest.exclusions(),
                        mealRequest.shopper().mayDrink());
        List<Ingredient> ingredients = ingredients(variant, servings, additions);
        UnmetPreferences outcome = new UnmetPreferences(mealRequest, variant, additions, cookbook.foods());
        MealText text = new MealText(
                mealRequest,
                variant,
                cookbook.foods(),
                outcome,
                isChanged(ingredients, request.history()),
                request.language());
        Meal meal = new Meal(
                text.title(),
                text.intro(),
                text.description(),
                text.recommendation(),
                new MealNotes(request.language()).of(mealRequest, variant, servings, additions),
                ingredients);
        ObjectNode raw = RawMeal.of(meal);
        raw.set(ConversationConstraints.FIELD, constraints.toJson());
        return new StepOutput<>(meal, Json.write(raw));
    }

    /** Whether what is bought, or how much of it, differs from the last meal of this pipeline. */
    private boolean isChanged(List<Ingredient> ingredients, List<Turn> history) {
        for (int i = history.size() - 1; i >= 0; i--) {
            String earlier = history.get(i).mealJson();
            if (ConversationConstraints.of(earlier, cookbook).isPresent()) {
                // Read back from text, so that numbers are compared in the form in which both were stored.
                String now = Json.write(RawMeal.ingredients(ingredients));
                return !Json.read(now)
                        .path("ingredients")
                        .equals(Json.read(earlier).path("ingredients"));
            }
        }
        return true;
    }

    private static List<Ingredient> ingredients(DishVariant variant, int servings, List<Food> additions) {
        BigDecimal factor = BigDecimal.valueOf(servings)
                .divide(BigDecimal.valueOf(variant.dish().servings()), 4, RoundingMode.HALF_UP);
        Map<String, Ingredient> ingredients = new LinkedHashMap<>();
        for (RecipeIngredient ingredient : variant.ingredients()) {
            add(ingredient.food(), Quantities.scale(ingredient, factor), ingredients);
        }
        for (Food food : additions) {
            add(food, new Amount(BigDecimal.ONE, measureOf(food)), ingredients);
        }
        return List.copyOf(ingredients.values());
    }

    /** What takes the place of one ingredient may be another one already. */
    private static void add(Food food, Amount amount, Map<String, Ingredient> into) {
        into.merge(
                food.key() + " " + amount.measure(),
                ingredient(food, amount),
                (one, other) -> ingredient(food, new Amount(quantity(one), amount.measure()).plus(amount)));
    }

    private static BigDecimal quantity(Ingredient ingredient) {
        return Require.notNull(ingredient.quantity(), "quantity");
    }

    private static Measure measureOf(Food addition) {
        if (addition.weights().containsKey(Measure.CAN)) {
            return Measure.CAN;
        }
        return addition.isDrink() ? Measure.BOTTLE : Measure.PACK;
    }

    private static Ingredient ingredient(Food food, Amount amount) {
        return new Ingredient(
                food.name(),
                food.isStaple() ? "Pantry" : food.category(),
                amount.quantity(),
                amount.measure().label());
    }
}
