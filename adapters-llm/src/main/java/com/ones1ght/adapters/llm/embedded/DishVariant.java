package com.ones1ght.adapters.llm.embedded;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A dish as it is cooked under exclusions.
 *
 * @param dish the dish
 * @param needs what it is made of now
 * @param replaced what took the place of what
 * @param dropped what is left out
 */
record DishVariant(Dish dish, List<Need> needs, Map<Food, Food> replaced, List<Food> dropped) {

    /** The dish within the exclusions; empty when it would no longer be that dish. */
    static Optional<DishVariant> of(Dish dish, Exclusions exclusions) {
        return of(dish, exclusions, Set.of());
    }

    /**
     * The same, with what is wanted in place of what it replaces, where the recipe allows for it.
     *
     * @param wanted foods and families
     */
    static Optional<DishVariant> of(Dish dish, Exclusions exclusions, Set<String> wanted) {
        List<Need> needs = new ArrayList<>();
        Map<Food, Food> replaced = new LinkedHashMap<>();
        List<Food> dropped = new ArrayList<>();
        for (Need need : dish.needs()) {
            Optional<Food> preferred =
                    isAny(need.food(), wanted) ? Optional.empty() : alternative(need, exclusions, wanted);
            if (preferred.isEmpty() && !exclusions.forbids(need.food())) {
                needs.add(need);
                continue;
            }
            Optional<Food> other = preferred.or(() -> need.alternatives().stream()
                    .filter(food -> !exclusions.forbids(food))
                    .findFirst());
            if (other.isPresent()) {
                needs.add(need.with(other.get()));
                replaced.put(need.food(), other.get());
            } else if (need.optional()) {
                dropped.add(need.food());
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(new DishVariant(dish, List.copyOf(needs), replaced, List.copyOf(dropped)));
    }

    private static Optional<Food> alternative(Need need, Exclusions exclusions, Set<String> wanted) {
        return need.alternatives().stream()
                .filter(food -> isAny(food, wanted) && !exclusions.forbids(food))
                .findFirst();
    }

    private static boolean isAny(Food food, Set<String> concepts) {
        return concepts.stream().anyMatch(food::is);
    }

    /** Whether it has an ingredient of this key or family. */
    boolean uses(String concept) {
        return needs.stream().anyMatch(need -> need.food().is(concept));
    }

    boolean isChanged() {
        return !replaced.isEmpty() || !dropped.isEmpty();
    }

    /** Whether no animal product is in it, not even in traces. */
    boolean isVegan() {
        return needs.stream().map(Need::food).noneMatch(Diet.VEGAN::forbids);
    }
}
