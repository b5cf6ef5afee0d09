package com.ones1ght.adapters.llm.cookbook.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.ones1ght.adapters.llm.cookbook.Cookbook;
import com.ones1ght.adapters.llm.cookbook.Diet;
import com.ones1ght.adapters.llm.cookbook.Dish;
import com.ones1ght.adapters.llm.cookbook.Exclusions;
import com.ones1ght.adapters.llm.cookbook.Food;
import com.ones1ght.adapters.llm.cookbook.Foods;
import com.ones1ght.adapters.llm.cookbook.language.MealPreferences;
import com.ones1ght.adapters.llm.shared.Json;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The constraints that hold in a conversation so far. They are stored in the raw meal of each round, where a follow-up
 * finds them.
 *
 * @param dish the id of the dish last suggested; empty before the first
 * @param suggested the ids of all dishes suggested so far
 * @param unwantedDishes dishes ruled out
 * @param foods foods and families wanted
 * @param unwantedFoods foods and families ruled out
 * @param allergies foods and families that the shopper is allergic to
 * @param tags cuisine, kind and character wanted
 * @param unwantedTags the same ruled out
 * @param diet the way of eating asked for
 * @param additions what is bought along with the dish
 * @param servings for how many people; empty if not stated
 */
public record ConversationConstraints(
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

    /** An addition: any drink that goes with the dish. */
    public static final String ANY_DRINK = "drink";

    public static final ConversationConstraints NONE = new ConversationConstraints(
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

    /** The field of a raw meal that holds the constraints. */
    public static final String FIELD = "gateway";

    // They describe who eats, not the dish, and so outlast a change of dish.
    private static final Set<String> LASTING_TAGS = Set.of("kids", "mild");

    public Exclusions exclusions() {
        return new Exclusions(allergies, Set.of(), unwantedFoods, diet);
    }

    /** The constraints after a further prompt; later preferences override earlier ones. */
    ConversationConstraints refinedBy(MealPreferences preferences, Foods catalogue) {
        boolean isNewDish = preferences.namesDish();
        Set<String> nextTags = isNewDish ? lasting(tags) : new LinkedHashSet<>(tags);
        nextTags.removeAll(preferences.unwantedTags());
        if (preferences.tags().contains("spicy")) {
            nextTags.remove("mild");
        }
        if (preferences.tags().contains("mild")) {
            nextTags.remove("spicy");
        }
        nextTags.addAll(preferences.tags());
        Set<String> nextFoods = isNewDish || !preferences.foods().isEmpty() ? Set.of() : foods;
        return new ConversationConstraints(
                dish,
                suggested,
                without(Exclusions.union(unwantedDishes, preferences.unwantedDishes()), preferences.dishes()),
                without(Exclusions.union(nextFoods, preferences.foods()), preferences.unwantedFoods()),
                without(
                        without(Exclusions.union(unwantedFoods, preferences.unwantedFoods()), preferences.foods()),
                        preferences.additions()),
                Exclusions.union(allergies, preferences.allergies()),
                nextTags,
                without(Exclusions.union(unwantedTags, preferences.unwantedTags()), preferences.tags()),
                diet.and(preferences.diet()),
                nextAdditions(preferences, isNewDish, catalogue),
                preferences.servings().isPresent() ? preferences.servings() : servings);
    }

    private Set<String> nextAdditions(MealPreferences preferences, boolean isNewDish, Foods catalogue) {
        Set<String> next = new LinkedHashSet<>(isNewDish ? Set.of() : additions);
        boolean hadUnwanted = next.removeIf(addition -> isRuledOut(addition, preferences, catalogue));
        next.addAll(preferences.additions());
        boolean rulesOutDrink = preferences.unwantedFoods().stream().anyMatch(food -> isDrink(food, catalogue));
        boolean wantsInstead = preferences.anotherOne() || preferences.asksForMeal() && !dish.isEmpty();
        if (rulesOutDrink && wantsInstead && preferences.additions().isEmpty()
                || hadUnwanted && preferences.anotherOne()) {
            next.add(ANY_DRINK);
        }
        return next;
    }

    private static boolean isRuledOut(String addition, MealPreferences preferences, Foods catalogue) {
        return preferences.unwantedFoods().stream()
                .anyMatch(unwanted -> addition.equals(unwanted)
                        || catalogue.isWithin(addition, unwanted)
                        || catalogue
                                .find(addition)
                                .map(food -> food.is(unwanted))
                                .orElse(false));
    }

    public static boolean isDrink(String concept, Foods catalogue) {
        return catalogue.isWithin(concept, "alcohol")
                || catalogue.find(concept).map(Food::isDrink).orElse(false);
    }

    /** With the dish that was chosen. */
    public ConversationConstraints withSuggested(Dish chosen) {
        return new ConversationConstraints(
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

    /** As {@link #of} reads it. */
    public ObjectNode toJson() {
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
     * Reads the constraints from a raw meal.
     *
     * @return empty when the meal is none of this pipeline
     */
    public static Optional<ConversationConstraints> of(String mealJson, Cookbook cookbook) {
        JsonNode json = Json.read(mealJson).path(FIELD);
        String dish = json.path("dish").asText("");
        if (cookbook.dish(dish).isEmpty()) {
            return Optional.empty();
        }
        JsonNode constraints = json.path("constraints");
        int people = constraints.path("servings").asInt(0);
        return Optional.of(new ConversationConstraints(
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
                people >= 1 && people <= MealPreferences.MAX_SERVINGS ? OptionalInt.of(people) : OptionalInt.empty()));
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
