package com.ones1ght.adapters.llm.cookbook.request;

import com.ones1ght.adapters.llm.cookbook.Cookbook;
import com.ones1ght.adapters.llm.cookbook.Exclusions;
import com.ones1ght.adapters.llm.cookbook.language.PromptReader;
import com.ones1ght.domain.chat.Turn;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reduces a conversation to the constraints that still hold. */
final class Conversation {

    private final Cookbook cookbook;
    private final PromptReader reader;

    Conversation(Cookbook cookbook, PromptReader reader) {
        this.cookbook = cookbook;
        this.reader = reader;
    }

    /**
     * The constraints after the given turns. A meal of another pipeline is skipped, but its prompt still counts.
     *
     * @param history oldest first
     */
    ConversationConstraints constraints(List<Turn> history) {
        ConversationConstraints constraints = ConversationConstraints.NONE;
        for (Turn turn : history) {
            ConversationConstraints before = constraints;
            ConversationConstraints asked = before.refinedBy(reader.read(turn.prompt()), cookbook.foods());
            Optional<ConversationConstraints> recorded = ConversationConstraints.of(turn.mealJson(), cookbook);
            constraints =
                    recorded.map(meal -> withEarlierTurns(meal, before, asked)).orElse(asked);
        }
        return constraints;
    }

    // A meal may record less than the conversation said: its own history was another pipeline's, or it only resembles a
    // meal of this one. A stated allergy holds whatever a meal records.
    private static ConversationConstraints withEarlierTurns(
            ConversationConstraints meal, ConversationConstraints before, ConversationConstraints asked) {
        return new ConversationConstraints(
                meal.dish(),
                Exclusions.union(before.suggested(), Exclusions.union(meal.suggested(), Set.of(meal.dish()))),
                meal.unwantedDishes(),
                meal.foods(),
                meal.unwantedFoods(),
                Exclusions.union(asked.allergies(), meal.allergies()),
                meal.tags(),
                meal.unwantedTags(),
                meal.diet(),
                meal.additions(),
                meal.servings());
    }
}
