package com.ones1ght.adapters.llm.cookbook.language;

import com.ones1ght.adapters.llm.cookbook.Amount;
import com.ones1ght.adapters.llm.cookbook.Exclusions;
import com.ones1ght.adapters.llm.cookbook.Food;
import com.ones1ght.adapters.llm.cookbook.Measure;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is in the kitchen already, and how much of a food there is to be.
 *
 * @param foods keys and families of foods that are there
 * @param amounts how much there is of them, where that is known; how much there is to be of other foods
 */
public record Supplies(Set<String> foods, Map<String, Amount> amounts) {

    /** Kinds of dishes that are called like what they are made of, and that. */
    static final Map<String, String> NAMED_AS_DISHES = Map.of("rice", "rice", "pasta", "spaghetti");

    public static final Supplies NONE = new Supplies(Set.of(), Map.of());

    public Supplies {
        foods = Set.copyOf(foods);
        amounts = Collections.unmodifiableMap(new LinkedHashMap<>(amounts));
    }

    /** What either names; where both state an amount, this one's. */
    public Supplies and(Supplies other) {
        Map<String, Amount> both = new LinkedHashMap<>(other.amounts);
        both.putAll(amounts);
        return new Supplies(Exclusions.union(foods, other.foods), both);
    }

    /** Whether there is any of the food, by its own name or by that of a family; pork at hand is no bacon. */
    public boolean hold(Food food) {
        return foods.stream()
                .anyMatch(concept -> food.is(concept) && (food.key().equals(concept) || !food.is("processed-meat")));
    }

    /** How much there is of the food, or is to be, in the measure; empty where that is not known or cannot be compared. */
    public Optional<Amount> of(Food food, Measure measure) {
        return amounts.entrySet().stream()
                .filter(entry -> food.is(entry.getKey()))
                .sorted(Comparator.comparing(
                        (Map.Entry<String, Amount> entry) -> !food.key().equals(entry.getKey())))
                .findFirst()
                .flatMap(entry -> entry.getValue().in(measure, food));
    }
}
