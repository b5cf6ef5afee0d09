package com.ones1ght.adapters.llm.cookbook.request;

import com.ones1ght.adapters.llm.cookbook.Diet;
import com.ones1ght.adapters.llm.cookbook.Dish;
import com.ones1ght.adapters.llm.cookbook.Exclusions;
import com.ones1ght.adapters.llm.cookbook.Food;
import com.ones1ght.adapters.llm.cookbook.Foods;
import com.ones1ght.adapters.llm.cookbook.language.Limits;
import com.ones1ght.adapters.llm.cookbook.language.MealPreferences;
import com.ones1ght.adapters.llm.cookbook.language.Mentioned;
import com.ones1ght.adapters.llm.cookbook.language.Move;
import com.ones1ght.adapters.llm.cookbook.language.Supplies;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The constraints that hold in a conversation so far. They are stored in the raw meal of each round, where a follow-up
 * finds them: {@link RecordedConstraints}.
 *
 * @param dish the id of the dish last suggested; empty before the first
 * @param suggested the ids of all dishes suggested so far
 * @param wanted dishes (only of the last prompt), foods and tags wanted
 * @param unwanted dishes, foods and tags ruled out
 * @param allergies foods and families that the shopper is allergic to
 * @param unknownAllergens what else the shopper is allergic to, as they called it
 * @param diet the ways of eating asked for
 * @param additions what is bought along with the dish
 * @param atHand what is in the kitchen already
 * @param amounts foods of which there is more or less than in the recipe, with the factor
 * @param limits servings, minutes and budget
 */
public record ConversationConstraints(
        String dish,
        Set<String> suggested,
        Mentioned wanted,
        Mentioned unwanted,
        Set<String> allergies,
        Set<String> unknownAllergens,
        Diet diet,
        Set<String> additions,
        Supplies atHand,
        Map<String, Double> amounts,
        Limits limits) {

    /** An addition: something sweet to end the meal. */
    public static final String DESSERT = "dessert";

    /** An addition: any drink that goes with the dish. */
    public static final String ANY_DRINK = "drink";

    public static final ConversationConstraints NONE = new ConversationConstraints(
            "",
            Set.of(),
            Mentioned.NOTHING,
            Mentioned.NOTHING,
            Set.of(),
            Set.of(),
            Diet.NONE,
            Set.of(),
            Supplies.NONE,
            Map.of(),
            Limits.NONE);

    // They describe who eats, not the dish, and so outlast a change of dish.
    static final Set<String> LASTING_TAGS = Set.of("kids", "mild", "cheap", Shopper.MINOR);

    private static final Set<String> COURSES = Set.of(DESSERT, "side");
    /** What a dish can hardly be besides, and so is no longer wanted. */
    private static final Map<String, Set<String>> OPPOSITES = Map.of(
            "spicy", Set.of("mild"),
            "mild", Set.of("spicy"),
            "warm", Set.of("cold", "salad"),
            "cold", Set.of("warm", "hotpot", "stew"),
            "light", Set.of("hearty", "fried"),
            "hearty", Set.of("light"));

    public Exclusions exclusions() {
        return new Exclusions(allergies, unknownAllergens, unwanted.foods(), diet);
    }

    /** The constraints after a further prompt; later preferences override earlier ones. */
    ConversationConstraints refinedBy(MealPreferences preferences, Foods catalogue) {
        boolean isNewDish = preferences.namesDish() && !preferences.goesBack();
        Map<String, Double> nextAmounts = new LinkedHashMap<>(isNewDish ? Map.of() : amounts);
        // A pot that a child eats from gets no hotter because somebody else would like it so.
        boolean isForChildren = wanted.tags().contains("kids") && !isNewDish;
        // "Spicier" undoes "less spicy".
        preferences.amounts().entrySet().stream()
                .filter(amount -> !(isForChildren && amount.getKey().equals("hot") && amount.getValue() > 1))
                .forEach(amount -> nextAmounts.merge(
                        amount.getKey(),
                        amount.getValue(),
                        (before, now) -> (before < 1) == (now < 1) ? now : Double.valueOf(1)));
        nextAmounts.values().removeIf(factor -> factor == 1);
        nextAmounts
                .keySet()
                .removeIf(food -> !preferences.amounts().containsKey(food) && isRuledOut(food, preferences, catalogue));
        Set<String> asked = Exclusions.union(
                preferences.foods(),
                Exclusions.union(preferences.additions(), preferences.amounts().keySet()));
        return new ConversationConstraints(
                dish,
                suggested,
                new Mentioned(
                        Set.of(),
                        nextFoods(preferences, isNewDish, catalogue),
                        nextTags(preferences, isNewDish, isForChildren)),
                new Mentioned(
                        without(
                                Exclusions.union(unwanted.dishes(), preferences.unwantedDishes()),
                                preferences.dishes()),
                        without(Exclusions.union(unwanted.foods(), preferences.unwantedFoods()), asked),
                        without(Exclusions.union(unwanted.tags(), preferences.unwantedTags()), preferences.tags())),
                Exclusions.union(allergies, preferences.allergies()),
                Exclusions.union(unknownAllergens, preferences.unknownAllergens()),
                preferences.move() == Move.BACK_TO_FIRST_GUESTS
                        ? diet
                        : diet.without(preferences.endedDiets()).and(preferences.diet()),
                nextAdditions(preferences, isNewDish, catalogue),
                preferences.atHand().and(atHand),
                nextAmounts,
                nextLimits(preferences.limits()));
    }

    private Set<String> nextFoods(MealPreferences preferences, boolean isNewDish, Foods catalogue) {
        boolean isNamed =
                !preferences.dishes().isEmpty() || !preferences.absentDishes().isEmpty();
        boolean isOther = isNewDish && (isNamed || !preferences.unwantedFoods().isEmpty());
        Set<String> still = new LinkedHashSet<>(isOther ? Set.of() : wanted.foods());
        if (!preferences.foods().isEmpty()) {
            // What seasons it stays: "salt instead of the sauce" holds for the dish with another vegetable as well.
            still.removeIf(food -> catalogue
                    .find(food)
                    .filter(it -> it.isStaple() || it.isSeasoning())
                    .isEmpty());
        }
        // "I hate fish" ends a wish for salmon.
        still.removeIf(food -> isRuledOut(food, preferences, catalogue));
        return without(Exclusions.union(still, preferences.foods()), preferences.unwantedFoods());
    }

    private Set<String> nextTags(MealPreferences preferences, boolean isNewDish, boolean isForChildren) {
        Set<String> asked = isForChildren ? without(preferences.tags(), Set.of("spicy")) : preferences.tags();
        Set<String> next = new LinkedHashSet<>(wanted.tags());
        boolean isNamed =
                !preferences.dishes().isEmpty() || !preferences.absentDishes().isEmpty();
        if (isNewDish) {
            // "More like a soup" is another kind of dish, and as quick as before.
            next.removeIf(tag -> !LASTING_TAGS.contains(tag)
                    && (isNamed || COURSES.contains(tag) || Dish.KINDS.contains(tag) || Dish.CUISINES.contains(tag)));
        }
        next.removeAll(preferences.unwantedTags());
        asked.forEach(tag -> next.removeAll(OPPOSITES.getOrDefault(tag, Set.of())));
        next.addAll(asked);
        // "Less spicy" is a matter of the amount where there is a dish, and of the dish where there is none.
        if (next.remove("less-spicy") && dish.isEmpty() && preferences.dishes().isEmpty() && !next.contains("spicy")) {
            next.add("mild");
        }
        return next;
    }

    /** "Double it" is twice what was stated before; twice what the recipe is for where nothing was. */
    private Limits nextLimits(Limits stated) {
        boolean changesServings = stated.scale().isPresent() || stated.further() != 0;
        return changesServings
                        && stated.servings().isEmpty()
                        && limits.servings().isPresent()
                ? stated.withServings(stated.servings(limits.servings(0))).or(limits)
                : stated.or(limits);
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
        boolean isTooHot = preferences.tags().contains("mild") && catalogue.isMember(addition, "hot");
        return isTooHot
                || preferences.unwantedTags().contains(addition)
                || preferences.unwantedFoods().stream()
                        .anyMatch(unwanted -> addition.equals(unwanted) || catalogue.isMember(addition, unwanted));
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
                wanted,
                unwanted,
                allergies,
                unknownAllergens,
                diet,
                additions,
                atHand,
                amounts,
                limits);
    }

    public Set<String> foods() {
        return wanted.foods();
    }

    public Set<String> tags() {
        return wanted.tags();
    }

    private static Set<String> without(Set<String> all, Set<String> gone) {
        Set<String> rest = new LinkedHashSet<>(all);
        rest.removeAll(gone);
        return rest;
    }
}
