package com.ones1ght.adapters.llm.cookbook;

import com.ones1ght.domain.dietary.ProductDietaryData;
import com.ones1ght.domain.shared.LocalizedText;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A food or drink: an ingredient of dishes, or a product of the store.
 *
 * @param number its place in the catalogue
 * @param key its English name, lowercase singular
 * @param name in three languages
 * @param nameInText what recipes call it: {@code anchovy stock} for the dried anchovies that it is made from
 * @param category the part of the shop; {@code Staple} for what every kitchen has
 * @param families what it is, wider families included, for example {@code pork, meat}
 * @param sources what it is made from without being it: the fish of a fish stock
 * @param hidden what else it contains, unseen: garlic in kimchi; includes the sources and the allergens
 * @param traces of what it may contain traces
 * @param dietary what a label says of it; every list is given
 * @param diets that it suits, with those that they imply
 * @param weights of one of it in grams, or its volume in millilitres, by the measure
 * @param varieties names of products that serve as well as the plain one
 */
public record Food(
        int number,
        String key,
        LocalizedText name,
        LocalizedText nameInText,
        String category,
        Set<String> families,
        Set<String> sources,
        Set<String> hidden,
        Set<String> traces,
        ProductDietaryData dietary,
        Set<com.ones1ght.domain.dietary.Diet> diets,
        Map<Measure, BigDecimal> weights,
        List<String> varieties) {

    private static final Set<String> SWEETS =
            Set.of("chocolate", "cookie", "ice cream", "sorbet", "pudding", "cake", "pastry", "jelly", "mochi");

    private static final Set<String> SEASONINGS = Set.of("seasoning", "sweetener", "fat");

    private static final Set<String> ANIMALS = Set.of("pork", "beef", "chicken", "lamb", "duck");

    private static final Set<String> PROTEINS = Set.of("meat", "seafood", "tofu-kind", "egg", "mushroom", "bean");

    public Food {
        families = Set.copyOf(families);
        sources = Set.copyOf(sources);
        hidden = Set.copyOf(hidden);
        traces = Set.copyOf(traces);
        weights = Map.copyOf(weights);
        diets = Set.copyOf(diets);
        varieties = List.copyOf(varieties);
    }

    /** Whether every kitchen is assumed to have it, so that it is not on shopping lists. */
    public boolean isStaple() {
        return category.equals("Staple");
    }

    public boolean isDrink() {
        return category.equals("Alcohol") || category.equals("Beverages");
    }

    /** What one of a measure of it weighs, or holds in millilitres; empty where that is not known. */
    public Optional<BigDecimal> grams(Measure measure) {
        return measure.grams().or(() -> Optional.ofNullable(weights.get(measure)));
    }

    /** Whether it is a dessert by itself. */
    public boolean isSweet() {
        return SWEETS.contains(key);
    }

    /** Whether it does what the other one does in a dish: the protein of it, or one of a family. */
    public boolean isOfKindOf(Food other) {
        return isProtein() == other.isProtein() && (isProtein() || !Collections.disjoint(families, other.families));
    }

    /** Whether it seasons a dish: it takes the place of another seasoning only where that one is refused. */
    public boolean isSeasoning() {
        return !Collections.disjoint(families, SEASONINGS);
    }

    /** In how many words of their names they agree: sliced pork is more like sliced beef than pork ribs are. */
    public int resembles(Food other) {
        List<String> words = List.of(other.key.split(" "));
        return (int) Stream.of(key.split(" ")).filter(words::contains).count();
    }

    /** Whether it is what a dish is made of, meat or what does in its place. */
    public boolean isProtein() {
        return PROTEINS.contains(key) || !Collections.disjoint(families, PROTEINS);
    }

    /** Whether {@code concept} (a key or a family) names it; what it merely contains does not count. */
    public boolean is(String concept) {
        return key.equals(concept) || families.contains(concept);
    }

    /** Whether it is {@code concept}, and not a mixture with the meat of another animal besides. */
    public boolean isAllOf(String concept) {
        return is(concept)
                && (!ANIMALS.contains(concept)
                        || families.stream().filter(ANIMALS::contains).count() == 1);
    }

    /** Whether one of the concepts names it so. */
    public boolean isAllOfAny(Set<String> concepts) {
        for (String concept : concepts) {
            if (isAllOf(concept)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether it is {@code concept} or made from it. A fish stock does not make a fish dish, but somebody who wants no
     * fish does not want it either.
     */
    public boolean isOrComesFrom(String concept) {
        return is(concept) || sources.contains(concept);
    }

    /** Whether it is or contains {@code concept}; traces do not count. */
    public boolean contains(String concept) {
        return is(concept) || hidden.contains(concept);
    }

    /** Whether it may contain traces of {@code concept}. */
    public boolean mayContain(String concept) {
        return traces.contains(concept);
    }

    /** Whether it suits the diet. */
    public boolean suits(com.ones1ght.domain.dietary.Diet diet) {
        return diets.contains(diet);
    }

    /** Two foods of one cookbook differ in their keys. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Food food && key.equals(food.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }
}
