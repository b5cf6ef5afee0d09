package com.ones1ght.adapters.llm.embedded;

import com.ones1ght.domain.chat.Turn;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Sums a conversation up to what still holds. */
final class Conversation {

    private final Cookbook cookbook;
    private final PromptReader reader;

    Conversation(Cookbook cookbook, PromptReader reader) {
        this.cookbook = cookbook;
        this.reader = reader;
    }

    /**
     * What holds after the given turns. A meal of another pipeline is passed over, but its prompt still
     * counts.
     *
     * @param history oldest first
     */
    Standing standing(List<Turn> history) {
        Standing standing = Standing.NOTHING;
        for (Turn turn : history) {
            Standing before = standing;
            Standing asked = before.after(reader.read(turn.prompt()), cookbook.foods());
            Optional<Standing> recorded = Standing.of(turn.mealJson(), cookbook);
            standing = recorded.map(meal -> withWhatIsSure(meal, before, asked)).orElse(asked);
        }
        return standing;
    }

    // A meal whose own history was foreign knows less than the conversation does, and one that only looks like a meal
    // of this pipeline may know nothing: an allergy that was stated holds, whatever some answer says.
    private static Standing withWhatIsSure(Standing meal, Standing before, Standing asked) {
        return new Standing(
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
