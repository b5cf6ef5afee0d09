package com.ones1ght.adapters.llm.cookbook.request;

import com.ones1ght.adapters.llm.cookbook.Cookbook;
import com.ones1ght.adapters.llm.cookbook.Exclusions;
import com.ones1ght.adapters.llm.cookbook.language.MealPreferences;
import com.ones1ght.adapters.llm.cookbook.language.PromptReader;
import com.ones1ght.domain.chat.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A conversation, reduced to the constraints that still hold.
 *
 * @param constraints those after its last turn
 * @param dishes the ids of the dishes suggested, in order, each once in a row
 */
record Conversation(ConversationConstraints constraints, List<String> dishes) {

    /**
     * A meal of another pipeline is skipped, but its prompt still counts.
     *
     * @param history oldest first
     */
    static Conversation of(List<Turn> history, Cookbook cookbook, PromptReader reader) {
        Conversation conversation = new Conversation(ConversationConstraints.NONE, List.of());
        for (Turn turn : history) {
            conversation = conversation.after(
                    conversation.resolve(reader.read(turn.prompt())),
                    RecordedConstraints.of(turn.mealJson(), cookbook),
                    cookbook);
        }
        return conversation;
    }

    private Conversation after(
            MealPreferences preferences, Optional<ConversationConstraints> recorded, Cookbook cookbook) {
        ConversationConstraints asked = constraints.refinedBy(preferences, cookbook.foods());
        List<String> next = new ArrayList<>(dishes);
        recorded.map(ConversationConstraints::dish)
                .filter(dish -> next.isEmpty() || !next.get(next.size() - 1).equals(dish))
                .ifPresent(next::add);
        return new Conversation(
                recorded.map(meal -> withEarlierTurns(meal, asked)).orElse(asked), List.copyOf(next));
    }

    /** "Back to the first one" names the dish that it means. */
    MealPreferences resolve(MealPreferences preferences) {
        if (dishes.isEmpty() || preferences.namesDish()) {
            return preferences;
        }
        return switch (preferences.move()) {
            case BACK_TO_FIRST -> preferences.withDish(dishes.get(0));
            case BACK_TO_PREVIOUS -> preferences.withDish(dishes.get(Math.max(0, dishes.size() - 2)));
            case NONE, ANOTHER -> preferences;
        };
    }

    // A meal may record less than the conversation said: its own history was another pipeline's, or it only resembles a
    // meal of this one. A stated allergy holds whatever a meal records.
    private ConversationConstraints withEarlierTurns(ConversationConstraints meal, ConversationConstraints asked) {
        return new ConversationConstraints(
                meal.dish(),
                Exclusions.union(constraints.suggested(), Exclusions.union(meal.suggested(), Set.of(meal.dish()))),
                meal.wanted(),
                meal.unwanted(),
                Exclusions.union(asked.allergies(), meal.allergies()),
                meal.diet(),
                meal.additions(),
                meal.atHand(),
                meal.amounts(),
                meal.limits());
    }
}
