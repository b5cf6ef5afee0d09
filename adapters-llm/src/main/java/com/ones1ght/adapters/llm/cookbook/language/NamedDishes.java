package com.ones1ght.adapters.llm.cookbook.language;

import com.ones1ght.adapters.llm.cookbook.Amount;
import com.ones1ght.adapters.llm.cookbook.Cookbook;
import com.ones1ght.adapters.llm.cookbook.Diet;
import com.ones1ght.adapters.llm.cookbook.Dish;
import com.ones1ght.adapters.llm.cookbook.Measure;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/** The dishes that a text names. One is cooked at a time, the one that is named first. */
final class NamedDishes {

    final Set<String> wanted = new LinkedHashSet<>();
    final Set<String> unwanted = new LinkedHashSet<>();

    /** Dishes that the cookbook lacks, as the text calls them, and the nearest that it has. */
    final Map<String, String> absent = new LinkedHashMap<>();

    /** Dishes that are not cooked, as the text calls them: a second one, and leftovers that no recipe takes. */
    final Set<String> unused = new LinkedHashSet<>();

    /** Whether the word for a dish is one for all of its kind as well: curry. */
    private boolean isKind;

    private String first = "";
    private OptionalInt pieces = OptionalInt.empty();

    /** @param said as the text calls it; one word may name several dishes, any of which is meant */
    void add(String id, String said, boolean out) {
        if (out) {
            unwanted.add(id);
        } else if (wanted.isEmpty() || said.equals(first)) {
            wanted.add(id);
            first = said;
        } else if (!wanted.contains(id)) {
            unused.add(said);
        }
    }

    /** @param foods what else is wanted, without what only tells how the dish is made */
    void settle(Set<String> foods, Diet diet, boolean adding, Cookbook cookbook) {
        if (!adding) {
            settleKind(foods, cookbook);
        }
        // "Veggie burgers" are some without meat, whatever they are made of.
        if (!wanted.isEmpty() && diet.names().contains("vegetarian")) {
            foods.remove("vegetable");
        }
    }

    /** A curry with aubergine is not the one that goes by that name, if another has it. */
    private void settleKind(Set<String> foods, Cookbook cookbook) {
        if (isKind && !foods.isEmpty() && wanted.stream().noneMatch(id -> takesAny(cookbook.dish(id), foods))) {
            wanted.removeIf(id -> cookbook.dishes().stream()
                    .anyMatch(other -> isOfSameKind(other, cookbook.dish(id)) && takesAny(Optional.of(other), foods)));
        }
    }

    private static boolean isOfSameKind(Dish one, Optional<Dish> other) {
        return other.stream().anyMatch(dish -> Dish.KINDS.stream().anyMatch(kind -> one.has(kind) && dish.has(kind)));
    }

    private static boolean takesAny(Optional<Dish> dish, Set<String> foods) {
        return dish.stream()
                .flatMap(it -> it.ingredients().stream())
                .flatMap(it -> Stream.concat(Stream.of(it), it.alternatives().stream()))
                .anyMatch(it -> foods.stream().anyMatch(it.food()::is));
    }

    /** Takes note of how a dish is named: "20 gyoza", "김밥 6줄": the article of "a burger" counts nothing. */
    void count(Optional<Amount> amount, boolean ofKind) {
        isKind |= ofKind;
        amount.filter(count -> count.measure() == Measure.PIECE || count.measure() == Measure.SHEET)
                .map(count -> count.quantity().intValue())
                .filter(count -> count > 1)
                .ifPresent(count -> pieces = OptionalInt.of(count));
    }

    OptionalInt pieces() {
        return pieces;
    }
}
