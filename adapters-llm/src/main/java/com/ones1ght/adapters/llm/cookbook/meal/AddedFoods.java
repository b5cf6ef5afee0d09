package com.ones1ght.adapters.llm.cookbook.meal;

import com.ones1ght.adapters.llm.cookbook.Amount;
import com.ones1ght.adapters.llm.cookbook.Dish;
import com.ones1ght.adapters.llm.cookbook.Food;
import com.ones1ght.adapters.llm.cookbook.Foods;
import com.ones1ght.adapters.llm.cookbook.Measure;
import com.ones1ght.adapters.llm.cookbook.RecipeIngredient;
import com.ones1ght.adapters.llm.shared.Phrases;
import com.ones1ght.adapters.llm.shared.ResourceText;
import com.ones1ght.domain.shared.Language;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What goes into a dish, or is bought beside it, though its recipe does not have it: how much, and what to do with it. */
final class AddedFoods {

    /** Dishes that simmer: what is added to them simmers with the rest. */
    private static final Set<String> WET = Set.of("soup", "stew", "hotpot", "porridge", "curry");

    /** With a dinner they are had beside it. */
    private static final Set<String> FRUITS = Set.of("blueberry", "strawberry", "banana");

    private static final List<Use> USES = ResourceText.lines(AddedFoods.class, "added.txt").stream()
            .map(line -> ResourceText.columns(line, 4))
            .map(columns -> new Use(
                    columns.get(0),
                    new BigDecimal(columns.get(1)),
                    Measure.of(columns.get(2)),
                    "added." + columns.get(3)))
            .toList();

    private record Use(String concept, BigDecimal quantity, Measure measure, String phrase) {}

    private AddedFoods() {}

    private static Optional<Use> useOf(Food food) {
        // Ice cream has egg in it, and is no egg to be fried.
        return food.isSweet()
                ? Optional.empty()
                : USES.stream().filter(use -> food.is(use.concept)).findFirst();
    }

    /** Whether a dish can take it, so that what is left of it is used up. */
    static boolean canTake(Foods foods, String concept) {
        return foods.find(concept).flatMap(AddedFoods::useOf).isPresent()
                || foods.isFamily(concept)
                        && foods.all().stream()
                                .anyMatch(food ->
                                        food.isAllOf(concept) && useOf(food).isPresent());
    }

    /** How much of it the meal takes; a pack of what is only served beside it. */
    static Amount amount(Food food, int servings) {
        return useOf(food)
                .map(use -> new RecipeIngredient(food, use.quantity, use.measure, true, false, List.of()))
                .map(forOne -> Quantities.scale(forOne, BigDecimal.valueOf(servings)))
                .orElseGet(() -> new Amount(BigDecimal.ONE, packOf(food)));
    }

    private static Measure packOf(Food food) {
        if (food.weights().containsKey(Measure.CAN)) {
            return Measure.CAN;
        }
        return food.isDrink() ? Measure.BOTTLE : Measure.PACK;
    }

    /** The further sentences of the recipe. */
    static List<String> steps(Dish dish, List<Food> foods, Language language) {
        boolean isWet = WET.stream().anyMatch(dish::has);
        Map<String, List<String>> named = foods.stream()
                .filter(food -> useOf(food).isPresent() && !(FRUITS.contains(food.key()) && dish.has("dinner")))
                .collect(Collectors.groupingBy(
                        food -> phrase(useOf(food).orElseThrow(), isWet),
                        LinkedHashMap::new,
                        Collectors.mapping(food -> food.nameInText().in(language), Collectors.toList())));
        return named.entrySet().stream()
                .map(step -> Phrases.say(language, step.getKey(), Phrases.list(language, step.getValue())))
                .toList();
    }

    private static String phrase(Use use, boolean isWet) {
        String wet = use.phrase + ".wet";
        return isWet && Phrases.has(wet) ? wet : use.phrase;
    }
}
