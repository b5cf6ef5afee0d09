package com.ones1ght.adapters.llm.embedded;

import com.ones1ght.domain.shared.Language;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What became of a wish: which parts of it a meal leaves open. */
final class WishOutcome {

    private final DishQuestion question;
    private final DishVariant variant;
    private final List<Food> additions;
    private final Foods foods;

    WishOutcome(DishQuestion question, DishVariant variant, List<Food> additions, Foods foods) {
        this.question = question;
        this.variant = variant;
        this.additions = additions;
        this.foods = foods;
    }

    /** The parts of the wish that the meal does not meet, as nouns. */
    List<String> unmet(Language language) {
        Set<String> unmet = new LinkedHashSet<>();
        addDishes(unmet, language);
        addFoods(unmet, language);
        addTags(unmet, language);
        addUnwanted(unmet, language);
        return List.copyOf(unmet);
    }

    private void addDishes(Set<String> unmet, Language language) {
        if (!isNamed()) {
            question.model()
                    .filter(dish -> wish().dishes().contains(dish.id()))
                    .ifPresent(dish -> unmet.add(dish.title().in(language)));
        }
    }

    private void addFoods(Set<String> unmet, Language language) {
        wish().foods().stream()
                .sorted()
                .filter(food -> !isThere(food) && !isThereByAnotherReading(food))
                .forEach(food -> unmet.add(foods.label(food).in(language)));
        if (wish().additions().stream().noneMatch(this::isThere)) {
            wish().additions().stream()
                    .sorted()
                    .forEach(food -> unmet.add(foods.label(food).in(language)));
        }
    }

    private boolean isThere(String food) {
        return variant.uses(food) || additions.stream().anyMatch(added -> added.is(food));
    }

    /** One word may stand for a food, its family and a kind of dish: with one of them it is met. */
    private boolean isThereByAnotherReading(String food) {
        return wish().tags().contains(food) && variant.dish().has(food)
                || wish().foods().stream().anyMatch(other -> isThere(other) && areRelated(food, other));
    }

    private boolean areRelated(String one, String other) {
        return foods.find(one).map(food -> food.is(other)).orElse(false)
                || foods.find(other).map(food -> food.is(one)).orElse(false);
    }

    private void addTags(Set<String> unmet, Language language) {
        // Who names a dish has it as it is; the words of its name are no further wish.
        if (!isNamed()) {
            wish().tags().stream()
                    .sorted()
                    .filter(tag -> !variant.dish().has(tag) && !isThere(tag))
                    .forEach(tag -> addTag(tag, unmet, language));
        }
        if (variant.needs().stream().anyMatch(need -> wish().diet().forbids(need.food()))) {
            unmet.add(Phrases.say(language, wish().diet() == Diet.VEGAN ? "diet.vegan" : "diet.vegetarian"));
        }
    }

    private static void addTag(String tag, Set<String> unmet, Language language) {
        if (Phrases.has("tag." + tag)) {
            unmet.add(Phrases.say(language, "tag." + tag));
        }
    }

    private void addUnwanted(Set<String> unmet, Language language) {
        Set<String> there = new LinkedHashSet<>();
        wish().unwantedFoods().stream()
                .sorted()
                .filter(this::isThere)
                .forEach(food -> there.add(foods.label(food).in(language)));
        wish().unwantedTags().stream()
                .sorted()
                .filter(variant.dish()::has)
                .forEach(tag -> addTag(tag, there, language));
        if (wish().unwantedDishes().contains(variant.dish().id())) {
            there.add(variant.dish().title().in(language));
        }
        there.forEach(name -> unmet.add(Phrases.say(language, "unmet.without", name)));
    }

    private boolean isNamed() {
        return wish().dishes().contains(variant.dish().id());
    }

    private Wish wish() {
        return question.wish();
    }
}
