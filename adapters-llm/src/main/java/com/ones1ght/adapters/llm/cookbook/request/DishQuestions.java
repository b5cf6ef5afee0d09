package com.ones1ght.adapters.llm.cookbook.request;

import com.ones1ght.adapters.llm.cookbook.language.MealPreferences;
import com.ones1ght.adapters.llm.cookbook.language.Question;

/** Tells what only asks about the dish before from what asks for another one, or for a change. */
final class DishQuestions {

    private DishQuestions() {}

    static boolean ask(MealPreferences preferences) {
        return preferences
                .question()
                .map(Question::topic)
                .filter(topic -> isOfDishBefore(preferences, topic))
                .filter(topic -> topic != Question.Topic.DISH || refusesNothing(preferences))
                .isPresent();
    }

    /** "How much rice do I need?" names a kind of dish, and asks for none. */
    private static boolean isOfDishBefore(MealPreferences preferences, Question.Topic topic) {
        boolean namesNone =
                preferences.dishes().isEmpty() && preferences.absentDishes().isEmpty();
        return !preferences.namesDish() || topic.isOfRecipe() && namesNone;
    }

    /** "Is it hard, and can you leave out the onions?" is more than a question. */
    private static boolean refusesNothing(MealPreferences preferences) {
        return preferences.doubted().containsAll(preferences.unwantedFoods())
                && preferences.amounts().isEmpty();
    }
}
