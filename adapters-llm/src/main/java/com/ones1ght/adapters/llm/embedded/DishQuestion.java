package com.ones1ght.adapters.llm.embedded;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a dish is chosen by.
 *
 * @param prompt as the shopper wrote it
 * @param wish what it says
 * @param before what held before it
 * @param standing what holds with it
 * @param shopper whom it is for
 * @param model the dish that the answer should be near: the one that a follow-up starts from, or the one
 *     asked for that cannot be had
 */
record DishQuestion(
        String prompt, Wish wish, Standing before, Standing standing, Shopper shopper, Optional<Dish> model) {

    /** Whether the shopper goes on from the dish suggested last. */
    boolean isRefinement() {
        return !before.dish().isEmpty() && !wish.namesDish() && !isToBeNew();
    }

    /** Whether the answer should be a dish that was not suggested before. */
    boolean isToBeNew() {
        boolean changesDrinkOnly = standing.additions().contains(Standing.ANY_DRINK);
        boolean asksAnew = wish.isEmpty() && wish.asksForMeal();
        return wish.anotherOne() && !changesDrinkOnly
                || asksAnew && !before.dish().isEmpty();
    }

    boolean isAnchor(Dish dish) {
        return isRefinement() && before.dish().equals(dish.id());
    }

    /** What must stay out: by allergy, by diet, by the conversation's and the profile's wishes. */
    Exclusions exclusions() {
        Exclusions fromProfile = shopper.exclusions();
        Exclusions wanted = standing.exclusions().and(fromProfile);
        // Asked for by name: a dislike of the profile gives way, an allergy never.
        Set<String> unwanted = new LinkedHashSet<>(wanted.unwanted());
        unwanted.removeAll(wish.foods());
        return new Exclusions(wanted.allergies(), wanted.allergyWords(), unwanted, wanted.diet());
    }
}
