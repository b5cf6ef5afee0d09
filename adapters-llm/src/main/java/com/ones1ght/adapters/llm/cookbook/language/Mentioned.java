package com.ones1ght.adapters.llm.cookbook.language;

import com.ones1ght.adapters.llm.cookbook.Exclusions;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What a text names.
 *
 * @param dishes ids of dishes
 * @param foods keys of foods, and families
 * @param tags cuisine, kind and character
 */
public record Mentioned(Set<String> dishes, Set<String> foods, Set<String> tags) {

    public static final Mentioned NOTHING = new Mentioned(Set.of(), Set.of(), Set.of());

    public Mentioned {
        dishes = Set.copyOf(dishes);
        foods = Set.copyOf(foods);
        tags = Set.copyOf(tags);
    }

    /** What either names. */
    public Mentioned and(Mentioned other) {
        return new Mentioned(
                Exclusions.union(dishes, other.dishes),
                Exclusions.union(foods, other.foods),
                Exclusions.union(tags, other.tags));
    }

    /** The same, with other foods. */
    Mentioned withFoods(Set<String> other) {
        return new Mentioned(dishes, other, tags);
    }

    Mentioned withoutTag(String tag) {
        Set<String> others = new LinkedHashSet<>(tags);
        others.remove(tag);
        return new Mentioned(dishes, foods, others);
    }

    public boolean isEmpty() {
        return dishes.isEmpty() && foods.isEmpty() && tags.isEmpty();
    }
}
