package com.ones1ght.adapters.llm.cookbook.meal;

import com.ones1ght.adapters.llm.cookbook.Diet;
import com.ones1ght.adapters.llm.cookbook.Dish;
import com.ones1ght.adapters.llm.cookbook.Food;
import com.ones1ght.adapters.llm.cookbook.Foods;
import com.ones1ght.adapters.llm.cookbook.RecipeIngredient;
import com.ones1ght.adapters.llm.cookbook.request.MealRequest;
import com.ones1ght.adapters.llm.shared.Phrases;
import com.ones1ght.domain.shared.Language;
import java.util.List;

/** Names what was asked for and cannot be had, with the reason where it is something that the shopper said. */
record OutOfReach(MealRequest mealRequest, Foods foods, Language language) {

    /** A food; because of an allergy, where one was stated. */
    String food(String concept) {
        String label = foods.label(concept).in(language);
        List<Food> members =
                foods.all().stream().filter(member -> member.is(concept)).toList();
        boolean isAllergen = mealRequest.statesAllergy()
                && !members.isEmpty()
                && members.stream().allMatch(mealRequest.exclusions()::isAllergen);
        return isAllergen ? Phrases.say(language, "unmet.allergic", label) : label;
    }

    /** A dish; one suggested before, because of the ways of eating that hold since. */
    String dish(Dish dish) {
        String title = dish.title().in(language);
        if (!mealRequest.preferences().goesBack()) {
            return title;
        }
        List<String> reasons = mealRequest.exclusions().diet().names().stream()
                .filter(name -> isOut(dish, Diet.of(name)))
                .map(name -> Phrases.say(language, "diet." + name))
                .toList();
        return reasons.isEmpty() ? title : Phrases.say(language, "unmet.kept", title, Phrases.list(language, reasons));
    }

    private static boolean isOut(Dish dish, Diet diet) {
        return diet.forbids(dish)
                || dish.ingredients().stream().map(RecipeIngredient::food).anyMatch(diet::forbids);
    }
}
