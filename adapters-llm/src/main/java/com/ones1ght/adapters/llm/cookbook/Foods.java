package com.ones1ght.adapters.llm.cookbook;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.ones1ght.adapters.llm.shared.ResourceText;
import com.ones1ght.domain.dietary.Allergen;
import com.ones1ght.domain.dietary.Diet;
import com.ones1ght.domain.shared.LocalizedText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The catalogue of foods and their families, with the words for both. */
public final class Foods {

    private static final String VARIETY = "=";

    private static final int MAX_JUDGED = 1_000;

    /** What shoppers must not eat must not outlive its erasure here. */
    private static final Duration MAX_AGE = Duration.ofMinutes(1);

    private final Families families = Families.bundled();
    private final Map<String, Food> foods = new LinkedHashMap<>();
    private final Map<String, List<String>> words = new LinkedHashMap<>();
    private final Map<String, List<Food>> related = new HashMap<>();
    private final Map<Diet, List<Food>> unsuited = new EnumMap<>(Diet.class);

    private final Cache<Exclusions, JudgedFoods> judged = Caffeine.newBuilder()
            .maximumSize(MAX_JUDGED)
            .expireAfterWrite(MAX_AGE)
            .executor(Runnable::run)
            .build();

    private Foods() {
        words.putAll(families.words());
    }

    public static Foods bundled() {
        Foods foods = new Foods();
        FoodReader reader = new FoodReader(foods.families);
        ResourceText.lines(Foods.class, "foods.txt")
                .forEach(line -> foods.add(reader.read(foods.foods.size(), line), line));
        return foods;
    }

    /** @throws IllegalArgumentException for an unknown key, an error in the cookbook */
    public Food get(String key) {
        return find(key).orElseThrow(() -> new IllegalArgumentException("unknown food " + key));
    }

    public Optional<Food> find(String key) {
        return Optional.ofNullable(foods.get(key));
    }

    public Collection<Food> all() {
        return foods.values();
    }

    /** The foods that are the concept, come from it, hold it, or may hold traces of it. */
    List<Food> relatedTo(String concept) {
        return related.getOrDefault(concept, List.of());
    }

    /** The foods of which it is not known that they suit the diet. */
    List<Food> unsuitedTo(Diet diet) {
        return unsuited.getOrDefault(diet, List.of());
    }

    /** The foods as the exclusions judge them; kept for a while, because each step of a run asks for the same ones. */
    public JudgedFoods judgedBy(Exclusions exclusions) {
        return judged.get(exclusions, them -> JudgedFoods.of(this, them));
    }

    /** The names of each food and family, in all languages. */
    public Map<String, List<String>> words() {
        return words;
    }

    public boolean isFamily(String concept) {
        return families.isKnown(concept);
    }

    /** Whether a word is that of one kind of a food or family, which no recipe calls for: halloumi of cheese. */
    public boolean isParticular(String word) {
        return families.isParticular(word);
    }

    /** Whether {@code concept} is the family {@code wider} or a family within it. */
    public boolean isWithin(String concept, String wider) {
        return families.isWithin(concept, wider);
    }

    /** Whether the food or family {@code concept} is one of a family. */
    public boolean isMember(String concept, String family) {
        return isWithin(concept, family)
                || find(concept).filter(food -> food.is(family)).isPresent();
    }

    /** The foods that the concepts name. */
    public List<Food> named(Set<String> concepts) {
        List<Food> named = new ArrayList<>();
        if (!concepts.isEmpty()) {
            for (Food food : foods.values()) {
                if (food.isAllOfAny(concepts)) {
                    named.add(food);
                }
            }
        }
        return named;
    }

    /** A food's name, or the first word for a family, in three languages. */
    public LocalizedText label(String concept) {
        return find(concept).map(Food::name).orElseGet(() -> families.label(concept));
    }

    /** The allergens that somebody avoids who is allergic to the food or family. */
    public Set<Allergen> allergensOf(String concept) {
        return families.allergensOf(concept);
    }

    private void add(Food food, String line) {
        foods.put(food.key(), food);
        Stream.of(Set.of(food.key()), food.families(), food.hidden(), food.traces())
                .flatMap(Set::stream)
                .distinct()
                .forEach(concept -> related.computeIfAbsent(concept, ignored -> new ArrayList<>())
                        .add(food));
        for (Diet diet : Diet.values()) {
            List<Food> others = unsuited.computeIfAbsent(diet, ignored -> new ArrayList<>());
            if (!food.suits(diet)) {
                others.add(food);
            }
        }
        List<String> names = words.computeIfAbsent(food.key(), ignored -> new ArrayList<>());
        names.addAll(List.of(food.name().ko(), food.key(), food.name().ja()));
        for (String name : FoodReader.furtherNames(line)) {
            if (!name.startsWith(VARIETY)) {
                names.add(families.named(name));
            }
        }
    }
}
