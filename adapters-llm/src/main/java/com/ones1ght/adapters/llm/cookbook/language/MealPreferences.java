package com.ones1ght.adapters.llm.cookbook.language;

import com.ones1ght.adapters.llm.cookbook.Diet;
import com.ones1ght.adapters.llm.cookbook.Dish;
import com.ones1ght.adapters.llm.cookbook.Exclusions;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a text, a prompt or a profile, asks for.
 *
 * @param wanted what it wants
 * @param unwanted what it rules out
 * @param allergies foods and families that the shopper is allergic to
 * @param unknownAllergens what else they are allergic to, as the text calls it
 * @param diet the ways of eating that it asks for
 * @param endedDiets names of diets that it no longer asks for
 * @param additions what is to be bought beside the dish, drinks above all
 * @param atHand what is in the kitchen already
 * @param amounts foods of which there is to be more or less, with the factor
 * @param absentDishes well-known dishes that the cookbook lacks, as the text calls them, and the id of the nearest one that it has
 * @param varieties foods that no recipe calls for, as the text calls them, and what stands for each
 * @param beside ids of the dishes that it asks for something to be had with
 * @param question what it asks about a dish, instead of for one
 * @param limits the numbers that it states
 * @param move which dish it speaks of
 * @param pieces how many pieces of the dish that it names it asks for: rolls of gimbap, dumplings
 * @param unread words of it that nothing here knows
 * @param doubted what it rules out only because nothing says that it wants it
 * @param asksForMeal whether it asks what to eat, without saying more
 */
public record MealPreferences(
        Mentioned wanted,
        Mentioned unwanted,
        Set<String> allergies,
        Set<String> unknownAllergens,
        Diet diet,
        Set<String> endedDiets,
        Set<String> additions,
        Supplies atHand,
        Map<String, Double> amounts,
        Map<String, String> absentDishes,
        Map<String, String> varieties,
        Set<String> beside,
        Optional<Question> question,
        Limits limits,
        Move move,
        OptionalInt pieces,
        Set<String> unread,
        Set<String> doubted,
        boolean asksForMeal) {

    public MealPreferences {
        allergies = Set.copyOf(allergies);
        unknownAllergens = Set.copyOf(unknownAllergens);
        endedDiets = Set.copyOf(endedDiets);
        additions = Set.copyOf(additions);
        amounts = Collections.unmodifiableMap(new LinkedHashMap<>(amounts));
        absentDishes = Collections.unmodifiableMap(new LinkedHashMap<>(absentDishes));
        varieties = Map.copyOf(varieties);
        beside = Set.copyOf(beside);
        doubted = Set.copyOf(doubted);
        unread = Collections.unmodifiableSet(new LinkedHashSet<>(unread));
    }

    /** What either asks for; where only one can hold, this one's. */
    public MealPreferences and(MealPreferences other) {
        Map<String, Double> both = new LinkedHashMap<>(other.amounts);
        both.putAll(amounts);
        return new MealPreferences(
                wanted.and(other.wanted),
                unwanted.and(other.unwanted),
                Exclusions.union(allergies, other.allergies),
                Exclusions.union(unknownAllergens, other.unknownAllergens),
                diet.and(other.diet),
                Exclusions.union(endedDiets, other.endedDiets),
                Exclusions.union(additions, other.additions),
                atHand.and(other.atHand),
                both,
                absentDishes.isEmpty() ? other.absentDishes : absentDishes,
                varieties.isEmpty() ? other.varieties : varieties,
                Exclusions.union(beside, other.beside),
                question.or(() -> other.question),
                limits.or(other.limits),
                move == Move.NONE ? other.move : move,
                pieces.isPresent() ? pieces : other.pieces,
                Exclusions.union(unread, other.unread),
                Exclusions.union(doubted, other.doubted),
                asksForMeal || other.asksForMeal);
    }

    /** Asking for one dish, by its id. */
    public MealPreferences withDish(String dish) {
        return wanting(new Mentioned(Set.of(dish), wanted.foods(), wanted.tags()), additions);
    }

    /** A question about the dish before asks for no food, even if it names some. */
    public MealPreferences withoutWishes() {
        return new MealPreferences(
                Mentioned.NOTHING,
                Mentioned.NOTHING,
                allergies,
                unknownAllergens,
                diet,
                endedDiets,
                Set.of(),
                atHand,
                Map.of(),
                Map.of(),
                Map.of(),
                beside,
                question,
                question.map(Question::topic).equals(Optional.of(Question.Topic.STORAGE)) ? Limits.NONE : limits,
                Move.NONE,
                OptionalInt.empty(),
                question.map(Question::topic).equals(Optional.of(Question.Topic.DISH)) ? Set.of() : unread,
                Set.of(),
                false);
    }

    /** Without a kind of occasion that it speaks of. */
    public MealPreferences withoutTag(String tag) {
        return wanted.tags().contains(tag) ? wanting(wanted.withoutTag(tag), additions) : this;
    }

    /** The same, with other wishes for the dish, and for what is bought beside it. */
    public MealPreferences wanting(Mentioned other, Set<String> added) {
        return with(other, added, limits, move);
    }

    /** For so many people, as many as its pieces of a dish are for. */
    public MealPreferences withServings(int people) {
        return with(wanted, additions, limits.withServings(people), move);
    }

    /** Asking for a dish that is ready sooner than one that takes so many minutes. */
    public MealPreferences fasterThan(int minutes) {
        return with(wanted, additions, limits.fasterThan(minutes), Move.ANOTHER);
    }

    public MealPreferences withAnother() {
        return with(wanted, additions, limits, Move.ANOTHER);
    }

    /**
     * Naming what takes the place of what it rules out.
     *
     * @param inDish whether the recipe has a place for it; what has none is bought beside it
     */
    public MealPreferences swappingIn(String food, boolean inDish) {
        Set<String> one = Set.of(food);
        return with(
                wanted.withFoods(inDish ? one : Set.of()),
                inDish ? additions : Exclusions.union(additions, one),
                limits,
                Move.CHANGE);
    }

    /** Adding what was left out before; asking for nothing where that is nothing. */
    public MealPreferences restoring(Set<String> leftOut) {
        return with(wanted, leftOut, limits, Move.NONE);
    }

    private MealPreferences with(Mentioned other, Set<String> added, Limits stated, Move next) {
        return new MealPreferences(
                other,
                unwanted,
                allergies,
                unknownAllergens,
                diet,
                endedDiets,
                added,
                atHand,
                amounts,
                absentDishes,
                varieties,
                beside,
                question,
                stated,
                next,
                pieces,
                unread,
                doubted,
                asksForMeal);
    }

    /** Whether it says what the dish should be, and not only what should change in it. */
    public boolean namesDish() {
        return !dishes().isEmpty()
                || !absentDishes.isEmpty()
                || tags().stream()
                        .anyMatch(tag -> Dish.CUISINES.contains(tag)
                                || Dish.KINDS.contains(tag) && !atHand.foods().contains(tag));
    }

    /** Whether it says nothing that a dish could be chosen by. */
    public boolean isEmpty() {
        return wanted.isEmpty()
                && unwanted.isEmpty()
                && allergies.isEmpty()
                && unknownAllergens.isEmpty()
                && diet.equals(Diet.NONE)
                && endedDiets.isEmpty()
                && additions.isEmpty()
                && atHand.foods().isEmpty()
                && amounts.isEmpty()
                && absentDishes.isEmpty()
                && question.stream().allMatch(asked -> asked.topic() == Question.Topic.DISH)
                && limits.equals(Limits.NONE)
                && (move == Move.NONE || move == Move.CHANGE);
    }

    /** Whether it speaks of a dish suggested earlier. */
    public boolean goesBack() {
        return move == Move.BACK_TO_FIRST || move == Move.BACK_TO_FIRST_GUESTS || move == Move.BACK_TO_PREVIOUS;
    }

    public boolean anotherOne() {
        return move == Move.ANOTHER || move == Move.REJECT;
    }

    public Set<String> dishes() {
        return wanted.dishes();
    }

    public Set<String> foods() {
        return wanted.foods();
    }

    public Set<String> tags() {
        return wanted.tags();
    }

    public Set<String> unwantedDishes() {
        return unwanted.dishes();
    }

    public Set<String> unwantedFoods() {
        return unwanted.foods();
    }

    public Set<String> unwantedTags() {
        return unwanted.tags();
    }
}
