package com.ones1ght.adapters.llm.cookbook.meal;

import com.ones1ght.adapters.llm.cookbook.Amount;
import com.ones1ght.adapters.llm.cookbook.Exclusions;
import com.ones1ght.adapters.llm.cookbook.Food;
import com.ones1ght.adapters.llm.cookbook.RecipeIngredient;
import com.ones1ght.adapters.llm.cookbook.request.MealRequest;
import com.ones1ght.adapters.llm.cookbook.request.Pantry;
import com.ones1ght.adapters.llm.shared.Phrases;
import com.ones1ght.domain.recommendation.Ingredient;
import com.ones1ght.domain.shared.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The notes to a meal: servings, additions, and what is taken to be in the kitchen. */
final class MealNotes {

    private final Language language;

    MealNotes(Language language) {
        this.language = language;
    }

    String of(
            MealRequest mealRequest,
            DishVariant variant,
            int servings,
            List<Food> additions,
            Pantry pantry,
            List<Ingredient> ingredients) {
        List<String> notes = new ArrayList<>();
        notes.add(say("note.servings", servings));
        if (isRelaxed(mealRequest.exclusions(), variant)) {
            notes.add(say("note.relaxed"));
        }
        List<Food> bought = additions.stream()
                .filter(food -> !food.isStaple() && !pantry.holds(food))
                .toList();
        if (!bought.isEmpty()) {
            notes.add(say(isInsteadOfAlcohol(mealRequest, bought) ? "note.soft-drink" : "note.added", names(bought)));
        }
        List<Food> atHand = Stream.concat(
                        variant.ingredients().stream().map(RecipeIngredient::food), additions.stream())
                .filter(food -> !food.isStaple() && pantry.holds(food))
                .distinct()
                .toList();
        List<Food> partly = atHand.stream()
                .filter(food -> ingredients.stream().anyMatch(it -> isShort(it, food, pantry)))
                .toList();
        List<Food> enough =
                atHand.stream().filter(food -> !partly.contains(food)).toList();
        if (!enough.isEmpty()) {
            notes.add(say("note.pantry", names(enough)));
        }
        if (!partly.isEmpty()) {
            notes.add(say("note.pantry.part", names(partly)));
        }
        List<Food> staples = Stream.concat(
                        variant.ingredients().stream().map(RecipeIngredient::food), additions.stream())
                .filter(Food::isStaple)
                .distinct()
                .toList();
        if (!staples.isEmpty()) {
            notes.add(say("note.staples", names(staples)));
        }
        mealRequest.exclusions().diet().names().stream()
                .filter(name -> Phrases.has("note.diet." + name))
                // Who is pregnant is told so already.
                .filter(name -> !name.equals("well-cooked")
                        || !mealRequest.exclusions().diet().names().contains("pregnant"))
                .forEach(name -> notes.add(say("note.diet." + name)));
        if (!mealRequest.exclusions().allergyWords().isEmpty()) {
            notes.add(say(
                    "note.unknown-allergen",
                    Phrases.list(
                            language,
                            mealRequest.exclusions().allergyWords().stream()
                                    .sorted()
                                    .toList())));
        }
        return String.join(language == Language.JA ? "" : " ", notes);
    }

    /** Whether there is less of it at hand than the meal takes. */
    private static boolean isShort(Ingredient ingredient, Food food, Pantry pantry) {
        return food.key().equals(ingredient.name().en())
                && Amount.of(ingredient)
                        .flatMap(needed -> pantry.missing(food, needed))
                        .isPresent();
    }

    private static boolean isRelaxed(Exclusions exclusions, DishVariant variant) {
        return variant.ingredients().stream().anyMatch(ingredient -> exclusions.forbids(ingredient.food()));
    }

    private static boolean isInsteadOfAlcohol(MealRequest mealRequest, List<Food> bought) {
        return !mealRequest.mayDrink() && bought.stream().allMatch(Food::isDrink);
    }

    private String names(List<Food> foods) {
        return Phrases.list(language, foods.stream().map(this::name).toList());
    }

    private String name(Food food) {
        return language == Language.EN ? food.nameInText().en() : food.name().in(language);
    }

    private String say(String key, Object... values) {
        return Phrases.say(language, key, values);
    }
}
