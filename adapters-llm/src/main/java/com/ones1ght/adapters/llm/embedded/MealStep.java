package com.ones1ght.adapters.llm.embedded;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.ones1ght.application.chat.port.PipelineRequest;
import com.ones1ght.domain.chat.StepOutput;
import com.ones1ght.domain.chat.Turn;
import com.ones1ght.domain.recommendation.Ingredient;
import com.ones1ght.domain.recommendation.Meal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Step 1: the dish. */
final class MealStep {

    private final Cookbook cookbook;

    MealStep(Cookbook cookbook) {
        this.cookbook = cookbook;
    }

    StepOutput<Meal> suggest(PipelineRequest request, DishQuestion question) {
        DishVariant variant = new DishChooser(cookbook).choose(question);
        Standing standing = question.standing().suggesting(variant.dish());
        int servings = standing.servings().orElse(variant.dish().servings());
        List<Food> additions = new DrinkPairing(cookbook.foods())
                .resolve(
                        standing.additions(),
                        variant,
                        question.exclusions(),
                        question.shopper().mayDrink());
        List<Ingredient> ingredients = ingredients(variant, servings, additions);
        WishOutcome outcome = new WishOutcome(question, variant, additions, cookbook.foods());
        MealText text = new MealText(
                question,
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
                new MealNotes(request.language()).of(question, variant, servings, additions),
                ingredients);
        ObjectNode raw = RawSteps.meal(meal);
        raw.set(Standing.FIELD, standing.toJson());
        return new StepOutput<>(meal, Json.write(raw));
    }

    /** Whether what is bought, or how much of it, differs from the last meal of this pipeline. */
    private boolean isChanged(List<Ingredient> ingredients, List<Turn> history) {
        for (int i = history.size() - 1; i >= 0; i--) {
            String earlier = history.get(i).mealJson();
            if (Standing.of(earlier, cookbook).isPresent()) {
                // Read back from text, so that numbers are compared in the form in which both were stored.
                String now = Json.write(RawSteps.ingredients(ingredients));
                return !Json.read(now)
                        .path("ingredients")
                        .equals(Json.read(earlier).path("ingredients"));
            }
        }
        return true;
    }

    private static List<Ingredient> ingredients(DishVariant variant, int servings, List<Food> additions) {
        List<Ingredient> ingredients = new ArrayList<>();
        for (Need need : variant.needs()) {
            BigDecimal quantity = Quantities.scale(
                    need.quantity(), need.measure(), variant.dish().servings(), servings);
            ingredients.add(ingredient(need.food(), quantity, need.measure()));
        }
        for (Food food : additions) {
            ingredients.add(ingredient(food, BigDecimal.ONE, measureOf(food)));
        }
        return ingredients;
    }

    private static Measure measureOf(Food addition) {
        if (addition.packUnit() == Measure.CAN) {
            return Measure.CAN;
        }
        return addition.isDrink() ? Measure.BOTTLE : Measure.PACK;
    }

    private static Ingredient ingredient(Food food, BigDecimal quantity, Measure measure) {
        return new Ingredient(
                food.name(), food.category().equals("Staple") ? "Pantry" : food.category(), quantity, measure.label());
    }
}
