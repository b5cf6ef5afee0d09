package com.ones1ght.adapters.llm.cookbook.request;

import com.ones1ght.adapters.llm.cookbook.Diet;
import com.ones1ght.adapters.llm.cookbook.Dish;
import com.ones1ght.adapters.llm.cookbook.Exclusions;
import com.ones1ght.adapters.llm.cookbook.Foods;
import com.ones1ght.adapters.llm.cookbook.language.Intent;
import com.ones1ght.adapters.llm.cookbook.language.Limits;
import com.ones1ght.adapters.llm.cookbook.language.MealPreferences;
import com.ones1ght.adapters.llm.cookbook.language.Move;
import com.ones1ght.adapters.llm.cookbook.language.TextNormalizer;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A request as understood: what the dish is chosen by.
 *
 * @param prompt as the shopper wrote it
 * @param preferences what the prompt asks for
 * @param previous the constraints before the prompt
 * @param constraints the constraints including the prompt's
 * @param shopper the profile as understood
 * @param reference the dish that the suggestion should resemble: the one that a follow-up starts from, or the one asked
 *     for, should the constraints rule it out
 * @param exclusions what must be left out, by the conversation and the profile: allergens, what a diet forbids, what is
 *     unwanted
 * @param statesAllergy whether the conversation or the profile speaks of an allergy, so that it may be given as a reason
 */
public record MealRequest(
        String prompt,
        MealPreferences preferences,
        ConversationConstraints previous,
        ConversationConstraints constraints,
        Shopper shopper,
        Optional<Dish> reference,
        Exclusions exclusions,
        boolean statesAllergy) {

    /** The tag of what goes with a drink. */
    private static final String WITH_DRINKS = "drinks";

    private static final Set<String> HEAT = Set.of("spicy", "less-spicy");

    /** What a dish is like to the bite: said of the dish before, it asks for no other one. */
    private static final String CRISPY = "crispy";

    static MealRequest of(
            String prompt,
            MealPreferences preferences,
            ConversationConstraints previous,
            ConversationConstraints constraints,
            Shopper shopper,
            Optional<Dish> reference,
            boolean severe,
            boolean statesAllergy) {
        return new MealRequest(
                prompt,
                preferences,
                previous,
                constraints,
                shopper,
                reference,
                exclusions(preferences, constraints, shopper, severe),
                statesAllergy);
    }

    /** Whether the prompt refines the dish suggested last. */
    public boolean isRefinement() {
        return !previous.dish().isEmpty() && !preferences.namesDish() && !wantsNewDish();
    }

    /** Whether the dish must not be one suggested before. */
    public boolean wantsNewDish() {
        boolean changesDrinkOnly = constraints.additions().contains(ConversationConstraints.ANY_DRINK);
        boolean asksAnew = preferences.isEmpty() && preferences.asksForMeal();
        return preferences.anotherOne() && !changesDrinkOnly
                || asksForCheaper()
                || asksAnew && !previous.dish().isEmpty();
    }

    /** The foods that the dish is to have in it; another dish those that the one before was to have as well. */
    public Set<String> askedFoods() {
        return wantsNewDish() ? constraints.foods() : preferences.foods();
    }

    /** Whether the dish is to cost less than the one suggested last. */
    public boolean asksForCheaper() {
        return preferences.tags().contains("cheap")
                && preferences.foods().stream().allMatch(this::isInReference)
                && !previous.dish().isEmpty();
    }

    /** Whether the dish suggested last stays although another was asked for: there is none that would do. */
    public boolean keeps(Dish dish) {
        return wantsNewDish() && previous.dish().equals(dish.id());
    }

    private boolean isInReference(String food) {
        return reference
                .map(dish -> dish.ingredients().stream()
                        .anyMatch(ingredient -> ingredient.food().is(food)))
                .orElse(false);
    }

    /** Whether the prompt refines this very dish. */
    public boolean refines(Dish dish) {
        return previous.dish().equals(dish.id()) && isRefinement();
    }

    /** Whether nothing that the prompt says asks for another dish than the one before: "for six", "add peas". */
    public boolean keepsToDish() {
        boolean isHeat = preferences.amounts().containsKey("hot");
        boolean isTaste =
                preferences.tags().stream().allMatch(tag -> tag.equals(CRISPY) || isHeat && HEAT.contains(tag));
        return (preferences.wanted().isEmpty() || isTaste && preferences.foods().isEmpty())
                && preferences.unwanted().isEmpty()
                && preferences.allergies().isEmpty()
                && preferences.diet().equals(Diet.NONE)
                && preferences.limits().minutes().isEmpty()
                && preferences.limits().won().isEmpty()
                && isRefinement();
    }

    /** Whether this very dish is wanted with other foods in it, by the prompt or an earlier one. */
    public boolean changes(Dish dish) {
        boolean isAsked = preferences.move() == Move.CHANGE
                || preferences.foods().isEmpty()
                || !preferences.unwantedFoods().isEmpty();
        return isAsked && !constraints.foods().isEmpty() && refines(dish);
    }

    /** Whether the shopper asked for this very dish, now or before, and so wants it changed rather than another. */
    public boolean isAskedFor(Dish dish) {
        return preferences.dishes().contains(dish.id()) || refines(dish);
    }

    private static Exclusions exclusions(
            MealPreferences preferences, ConversationConstraints constraints, Shopper shopper, boolean severe) {
        Exclusions fromProfile = shopper.exclusions();
        Exclusions wanted = constraints.exclusions().and(fromProfile);
        // A food asked for overrides a dislike of the profile, never an allergy.
        Set<String> unwanted = new LinkedHashSet<>(wanted.unwanted());
        unwanted.removeAll(preferences.foods());
        if (!mayDrink(constraints, shopper)) {
            unwanted.add("alcohol");
        }
        return new Exclusions(
                wanted.allergies(), wanted.allergyWords(), unwanted, wanted.diet(), wanted.restrictions(), severe);
    }

    /** Whether alcohol may be offered: to nobody who is under age, nor at a table where somebody is. */
    public boolean mayDrink() {
        return mayDrink(constraints, shopper);
    }

    /** Whether what is asked for, a food or a tag, may be told to be there or not: for who may not drink, no drink is. */
    public boolean mayName(String asked, Foods foods) {
        boolean isDrink = asked.equals(WITH_DRINKS)
                || asked.equals(ConversationConstraints.ANY_DRINK)
                || foods.isWithin(asked, "alcohol")
                || foods.find(asked).filter(food -> food.is("alcohol")).isPresent();
        return mayDrink() || !isDrink;
    }

    private static boolean mayDrink(ConversationConstraints constraints, Shopper shopper) {
        return shopper.mayDrink() && !constraints.tags().contains(Shopper.MINOR);
    }

    /** Whether the prompt says no more than thanks for the dish before. */
    public boolean isThanks() {
        return !previous.dish().isEmpty() && Intent.THANKS.isIn(TextNormalizer.normalize(prompt));
    }

    /** Servings, minutes and budget: of the conversation, else of the profile. */
    public Limits limits() {
        return constraints.limits().or(shopper.likes().limits());
    }

    /** Whether the meal is to be cheap, by the conversation or the profile. */
    public boolean isFrugal() {
        return constraints.tags().contains("cheap")
                || shopper.likes().tags().contains("cheap")
                || limits().foreignBudget().isPresent();
    }

    /** The tag of what is cooked every day where the prompt's language is spoken. */
    public String homeCuisine() {
        return prompt.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HANGUL)
                ? "korean"
                : prompt.codePoints().allMatch(c -> c < 0x3000) ? "western" : "japanese";
    }
}
