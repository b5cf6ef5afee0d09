package com.ones1ght.adapters.llm.embedded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What holds in a conversation so far. It travels in the raw meal of each round, so that a follow-up finds
 * it there.
 *
 * @param dish the id of the dish last suggested; empty before the first
 * @param suggested the ids of all dishes suggested so far
 * @param unwantedDishes dishes ruled out
 * @param foods foods and families wanted
 * @param unwantedFoods foods and families ruled out
 * @param allergies what the shopper said to be allergic to
 * @param tags cuisine, kind and character wanted
 * @param unwantedTags the same ruled out
 * @param diet the way of eating asked for
 * @param additions what is bought beside the dish
 * @param servings for how many people; empty when nobody said
 */
record Standing(
        String dish,
        Set<String> suggested,
        Set<String> unwantedDishes,
        Set<String> foods,
        Set<String> unwantedFoods,
        Set<String> allergies,
        Set<String> tags,
        Set<String> unwantedTags,
        Diet diet,
        Set<String> additions,
        OptionalInt servings) {

    /** Some drink that goes with the dish, which one is open. */
    static final String ANY_DRINK = "drink";

    static final Standing NOTHING = new Standing(
            "",
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            Diet.NONE,
            Set.of(),
            OptionalInt.empty());

    /** The field of a raw meal that holds it. */
    static final String FIELD = "gateway";

    // What is said once of the eaters holds for the next dish as well.
    private static final Set<String> LASTING_TAGS = Set.of("kids", "mild");

    Exclusions exclusions() {
        return new Exclusions(allergies, Set.of(), unwantedFoods, diet);
    }

    /** What holds after a further wish. Later words win over earlier ones. */
    Standing after(Wish wish, Foods catalogue) {
        boolean isNewDish = wish.namesDish();
        Set<String> nextTags = isNewDish ? lasting(tags) : new LinkedHashSet<>(tags);
        nextTags.removeAll(wish.unwantedTags());
        if (wish.tags().contains("spicy")) {
            nextTags.remove("mild");
        }
        if (wish.tags().contains("mild")) {
            nextTags.remove("spicy");
        }
        nextTags.addAll(wish.tags());
        Set<String> nextFoods = isNewDish || !wish.foods().isEmpty() ? Set.of() : foods;
        return new Standing(
                dish,
                suggested,
                without(Exclusions.union(unwantedDishes, wish.unwantedDishes()), wish.dishes()),
                without(Exclusions.union(nextFoods, wish.foods()), wish.unwantedFoods()),
                without(without(Exclusions.union(unwantedFoods, wish.unwantedFoods()), wish.foods()), wish.additions()),
                Exclusions.union(allergies, wish.allergies()),
                nextTags,
                without(Exclusions.union(unwantedTags, wish.unwantedTags()), wish.tags()),
                diet.and(wish.diet()),
                nextAdditions(wish, isNewDish, catalogue),
                wish.servings().isPresent() ? wish.servings() : servings);
    }

    private Set<String> nextAdditions(Wish wish, boolean isNewDish, Foods catalogue) {
        Set<String> next = new LinkedHashSet<>(isNewDish ? Set.of() : additions);
        boolean hadUnwanted = next.removeIf(addition -> isRuledOut(addition, wish, catalogue));
        next.addAll(wish.additions());
        boolean rulesOutDrink = wish.unwantedFoods().stream().anyMatch(food -> isDrink(food, catalogue));
        boolean wantsInstead = wish.anotherOne() || wish.asksForMeal() && !dish.isEmpty();
        if (rulesOutDrink && wantsInstead && wish.additions().isEmpty() || hadUnwanted && wish.anotherOne()) {
            next.add(ANY_DRINK);
        }
        return next;
    }

    private static boolean isRuledOut(String addition, Wish wish, Foods catalogue) {
        return wish.unwantedFoods().stream()
                .anyMatch(unwanted -> addition.equals(unwanted)
                        || catalogue.isWithin(addition, unwanted)
                        || catalogue
                                .find(addition)
                                .map(food -> food.is(unwanted))
                                .orElse(false));
    }

    static boolean isDrink(String concept, Foods catalogue) {
        return catalogue.isWithin(concept, "alcohol")
                || catalogue.find(concept).map(Food::isDrink).orElse(false);
    }

    /** The same, with the dish that was chosen. */
    Standing suggesting(Dish chosen) {
        return new Standing(
                chosen.id(),
                Exclusions.union(suggested, Set.of(chosen.id())),
                unwantedDishes,
                foods,
                unwantedFoods,
                allergies,
                tags,
                unwantedTags,
                diet,
                additions,
                servings);
    }

    ObjectNode toJson() {
        ObjectNode constraints = Json.object();
        constraints.set("unwanted_dishes", Json.strings(unwantedDishes));
        constraints.set("foods", Json.strings(foods));
        constraints.set("unwanted_foods", Json.strings(unwantedFoods));
        constraints.set("allergies", Json.strings(allergies));
        constraints.set("tags", Json.strings(tags));
        constraints.set("unwanted_tags", Json.strings(unwantedTags));
        constraints.put("diet", diet.name().toLowerCase(Locale.ROOT));
        constraints.set("additions", Json.strings(additions));
        servings.ifPresent(people -> constraints.put("servings", people));
        ObjectNode json = Json.object().put("dish", dish);
        json.set("suggested", Json.strings(suggested));
        json.set("constraints", constraints);
        return json;
    }

    /**
     * Reads it from a raw meal.
     *
     * @return empty when the meal is not one of this pipeline
     */
    static Optional<Standing> of(String mealJson, Cookbook cookbook) {
        JsonNode json = Json.read(mealJson).path(FIELD);
        String dish = json.path("dish").asText("");
        if (cookbook.dish(dish).isEmpty()) {
            return Optional.empty();
        }
        JsonNode constraints = json.path("constraints");
        int people = constraints.path("servings").asInt(0);
        return Optional.of(new Standing(
                dish,
                Json.strings(json.path("suggested")),
                Json.strings(constraints.path("unwanted_dishes")),
                Json.strings(constraints.path("foods")),
                Json.strings(constraints.path("unwanted_foods")),
                Json.strings(constraints.path("allergies")),
                Json.strings(constraints.path("tags")),
                Json.strings(constraints.path("unwanted_tags")),
                dietOf(constraints.path("diet").asText("")),
                Json.strings(constraints.path("additions")),
                people >= 1 && people <= Servings.MOST ? OptionalInt.of(people) : OptionalInt.empty()));
    }

    private static Diet dietOf(String name) {
        for (Diet diet : Diet.values()) {
            if (diet.name().equalsIgnoreCase(name)) {
                return diet;
            }
        }
        return Diet.NONE;
    }

    private static Set<String> lasting(Set<String> tags) {
        Set<String> kept = new LinkedHashSet<>(tags);
        kept.retainAll(LASTING_TAGS);
        return kept;
    }

    private static Set<String> without(Set<String> all, Set<String> gone) {
        Set<String> rest = new LinkedHashSet<>(all);
        rest.removeAll(gone);
        return rest;
    }
}
