package com.ones1ght.adapters.llm.cookbook.request;

import com.ones1ght.adapters.llm.cookbook.Cookbook;
import com.ones1ght.adapters.llm.cookbook.Diet;
import com.ones1ght.adapters.llm.cookbook.Dish;
import com.ones1ght.adapters.llm.cookbook.Exclusions;
import com.ones1ght.adapters.llm.cookbook.language.Intent;
import com.ones1ght.adapters.llm.cookbook.language.MealPreferences;
import com.ones1ght.adapters.llm.cookbook.language.Mentioned;
import com.ones1ght.adapters.llm.cookbook.language.Move;
import com.ones1ght.adapters.llm.cookbook.language.PromptReader;
import com.ones1ght.adapters.llm.cookbook.language.TextNormalizer;
import com.ones1ght.domain.chat.Turn;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A conversation, reduced to the constraints that still hold.
 *
 * @param constraints those after its last turn
 * @param meals those of each dish suggested, in order, each dish once in a row
 * @param leftOut the foods that the last turn which left out any did
 * @param elsewhere whether a dish was asked for since, and not only a change to the one before
 * @param tried names of the ways of eating that a dish was changed to, without a word of who needs it
 */
record Conversation(
        ConversationConstraints constraints,
        List<ConversationConstraints> meals,
        Set<String> leftOut,
        boolean elsewhere,
        Set<String> tried) {

    private static final List<String> MAIN_FOODS =
            List.of("pork", "beef", "chicken", "shrimp-kind", "mollusc", "fish", "tofu-kind", "egg");

    /**
     * A meal of another pipeline is skipped, but its prompt still counts.
     *
     * @param history oldest first
     */
    static Conversation of(List<Turn> history, Cookbook cookbook, PromptReader reader) {
        Conversation conversation =
                new Conversation(ConversationConstraints.NONE, List.of(), Set.of(), false, Set.of());
        for (Turn turn : history) {
            MealPreferences said = reader.read(turn.prompt());
            conversation = conversation
                    .from(said, cookbook)
                    .trying(turn.prompt(), said)
                    .after(
                            conversation.resolve(said, cookbook),
                            RecordedConstraints.of(turn.mealJson(), cookbook),
                            cookbook);
        }
        return conversation;
    }

    private Conversation after(
            MealPreferences preferences, Optional<ConversationConstraints> recorded, Cookbook cookbook) {
        ConversationConstraints asked = constraints.refinedBy(preferences, cookbook.foods());
        List<ConversationConstraints> next = new ArrayList<>(meals);
        recorded.ifPresent(meal -> {
            boolean isSameDish =
                    !next.isEmpty() && next.get(next.size() - 1).dish().equals(meal.dish());
            if (!isSameDish) {
                next.add(meal);
            }
        });
        return new Conversation(
                recorded.map(meal -> withEarlierTurns(meal, asked)).orElse(asked),
                List.copyOf(next),
                preferences.unwantedFoods().isEmpty() ? leftOut : preferences.unwantedFoods(),
                !preferences.goesBack()
                        && (elsewhere || preferences.namesDish() || preferences.anotherOne())
                        && !meals.isEmpty(),
                tried);
    }

    /** "Make it vegan" changes the dish; "my sister is vegan" tells who eats. */
    private Conversation trying(String prompt, MealPreferences said) {
        boolean isOfDish = said.move() == Move.CHANGE && !Intent.EATER.isIn(TextNormalizer.normalize(prompt));
        Set<String> changed = new LinkedHashSet<>(said.diet().names());
        changed.removeIf(diet -> !Diet.isMatterOfTaste(diet));
        return isOfDish
                ? new Conversation(constraints, meals, leftOut, elsewhere, Exclusions.union(tried, changed))
                : this;
    }

    /** "Back to the first one" names the dish that it means; what is added to no dish is wanted of one. */
    MealPreferences resolve(MealPreferences preferences, Cookbook cookbook) {
        Optional<ConversationConstraints> meant = meant(preferences);
        if (meant.isPresent()) {
            return preferences.withDish(meant.get().dish());
        }
        if (preferences.move() == Move.RESTORE) {
            return preferences.restoring(leftOut);
        }
        boolean isRefinement = !constraints.dish().isEmpty() && !preferences.namesDish();
        if (!constraints.dish().isEmpty() && DishQuestions.ask(preferences)) {
            return preferences.withoutWishes();
        }
        if (isRefinement && !preferences.anotherOne()) {
            // "Two more guests" say for how many, not what for.
            MealPreferences refined = preferences.withoutTag("party");
            boolean isReplacing = preferences.move() == Move.CHANGE
                    || !preferences.unwantedFoods().isEmpty();
            return beside(isReplacing ? refined : withoutSupplies(refined));
        }
        if (isRecast(preferences)) {
            return recast(preferences, cookbook);
        }
        boolean hasDish = !constraints.dish().isEmpty()
                || !preferences.dishes().isEmpty()
                || !preferences.absentDishes().isEmpty();
        return hasDish ? preferences : wantingAdditions(preferences, cookbook);
    }

    /** "Make it a soup": what is said of the dish before is only what kind of dish it is to be. */
    private boolean isRecast(MealPreferences preferences) {
        return preferences.move() == Move.CHANGE
                && !constraints.dish().isEmpty()
                && preferences.foods().isEmpty()
                && preferences.dishes().isEmpty()
                && preferences.absentDishes().isEmpty()
                && preferences.tags().stream().anyMatch(Dish.KINDS::contains);
    }

    /** Of the meat, fish or the like that the dish before is made of. */
    private MealPreferences recast(MealPreferences preferences, Cookbook cookbook) {
        return cookbook.dish(constraints.dish())
                .map(dish -> dish.ingredients().get(0).food())
                .flatMap(food -> MAIN_FOODS.stream().filter(food::is).findFirst())
                .map(food -> preferences.wanting(
                        new Mentioned(Set.of(), Set.of(food), preferences.tags()), preferences.additions()))
                .orElse(preferences);
    }

    /** What there is already need not be in the dish before: that dish stays. */
    private static MealPreferences withoutSupplies(MealPreferences preferences) {
        Set<String> foods = new LinkedHashSet<>(preferences.foods());
        foods.removeAll(preferences.atHand().foods());
        Set<String> tags = new LinkedHashSet<>(preferences.tags());
        tags.removeAll(preferences.atHand().foods());
        return preferences.wanting(new Mentioned(preferences.dishes(), foods, tags), preferences.additions());
    }

    /** Something sweet ends the meal, unless it is to take the place of the dish. */
    private static MealPreferences beside(MealPreferences preferences) {
        String dessert = ConversationConstraints.DESSERT;
        if (preferences.move() != Move.NONE || !preferences.tags().contains(dessert)) {
            return preferences;
        }
        MealPreferences dish = preferences.withoutTag(dessert);
        // "Strawberries for dessert".
        Set<String> sweets = dish.foods().isEmpty() ? Set.of(dessert) : dish.foods();
        return dish.wanting(
                new Mentioned(dish.dishes(), Set.of(), dish.tags()), Exclusions.union(dish.additions(), sweets));
    }

    /** "With tofu added": where there is no dish to add it to, one with tofu is wanted; drinks are bought beside any. */
    private static MealPreferences wantingAdditions(MealPreferences preferences, Cookbook cookbook) {
        Set<String> foods = new LinkedHashSet<>(preferences.foods());
        Set<String> tags = new LinkedHashSet<>(preferences.tags());
        Set<String> others = new LinkedHashSet<>();
        preferences.amounts().entrySet().stream()
                .filter(amount -> amount.getValue() > 1 && !amount.getKey().equals("hot"))
                .forEach(amount -> foods.add(amount.getKey()));
        for (String addition : preferences.additions()) {
            boolean isBeside = addition.equals(ConversationConstraints.DESSERT)
                    || ConversationConstraints.isDrink(addition, cookbook.foods());
            (isBeside ? others : Dish.KINDS.contains(addition) ? tags : foods).add(addition);
        }
        return preferences.wanting(new Mentioned(preferences.dishes(), foods, tags), others);
    }

    /** The conversation that preferences refine: that of an earlier dish where they go back to one. */
    Conversation from(MealPreferences preferences, Cookbook cookbook) {
        if (preferences.move() == Move.REJECT && !constraints.dish().isEmpty()) {
            return new Conversation(rejecting(constraints), meals, leftOut, elsewhere, tried);
        }
        return meant(preferences)
                .map(meal -> new Conversation(
                        new EarlierDish(meal, cookbook).again(constraints, kept(meal, preferences), !elsewhere),
                        meals,
                        leftOut,
                        elsewhere,
                        tried))
                .orElse(this);
    }

    /** The dish suggested last is unwanted from now on. */
    private static ConversationConstraints rejecting(ConversationConstraints before) {
        Mentioned unwanted = before.unwanted();
        return new ConversationConstraints(
                before.dish(),
                before.suggested(),
                before.wanted(),
                new Mentioned(
                        Exclusions.union(unwanted.dishes(), Set.of(before.dish())), unwanted.foods(), unwanted.tags()),
                before.allergies(),
                before.unknownAllergens(),
                before.diet(),
                before.additions(),
                before.atHand(),
                before.amounts(),
                before.limits());
    }

    private Diet kept(ConversationConstraints meal, MealPreferences preferences) {
        return preferences.move() == Move.BACK_TO_FIRST_GUESTS
                ? meal.diet()
                : constraints.diet().without(tried).and(meal.diet());
    }

    private Optional<ConversationConstraints> meant(MealPreferences preferences) {
        if (meals.isEmpty() || preferences.namesDish()) {
            return Optional.empty();
        }
        return switch (preferences.move()) {
            case BACK_TO_FIRST, BACK_TO_FIRST_GUESTS -> Optional.of(meals.get(0));
            case BACK_TO_PREVIOUS -> Optional.of(meals.get(Math.max(0, meals.size() - 2)));
            case NONE, RESTORE, CHANGE, SWAP, ANOTHER, REJECT -> Optional.empty();
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
                Exclusions.union(asked.unknownAllergens(), meal.unknownAllergens()),
                meal.diet(),
                meal.additions(),
                meal.atHand(),
                meal.amounts(),
                meal.limits());
    }
}
