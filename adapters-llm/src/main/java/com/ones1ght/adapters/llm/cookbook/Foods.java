package com.ones1ght.adapters.llm.cookbook;

import com.ones1ght.adapters.llm.shared.ResourceText;
import com.ones1ght.domain.shared.LocalizedText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The catalogue of foods and their families, with the words for both. */
public final class Foods {

    private final Map<String, List<String>> widerFamilies = new LinkedHashMap<>();
    private final Map<String, LocalizedText> familyLabels = new LinkedHashMap<>();
    private final Map<String, Food> foods = new LinkedHashMap<>();
    private final Map<String, List<String>> words = new LinkedHashMap<>();

    private Foods() {}

    public static Foods bundled() {
        Foods foods = new Foods();
        ResourceText.lines(Foods.class, "families.txt").forEach(foods::readFamily);
        ResourceText.lines(Foods.class, "foods.txt").forEach(foods::readFood);
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

    /** The names of each food and family, in all languages. */
    public Map<String, List<String>> words() {
        return words;
    }

    public boolean isFamily(String concept) {
        return widerFamilies.containsKey(concept);
    }

    /** Whether {@code concept} is the family {@code wider} or a family within it. */
    public boolean isWithin(String concept, String wider) {
        return concept.equals(wider)
                || widerFamilies.getOrDefault(concept, List.of()).stream().anyMatch(parent -> isWithin(parent, wider));
    }

    /** A food's name, or the first word for a family, in three languages. */
    public LocalizedText label(String concept) {
        return find(concept)
                .map(Food::name)
                .orElseGet(() -> familyLabels.getOrDefault(concept, LocalizedText.same(concept)));
    }

    private void readFamily(String line) {
        List<String> columns = ResourceText.columns(line, 5);
        widerFamilies.put(columns.get(0), ResourceText.items(columns.get(1)));
        for (String names : columns.subList(2, 5)) {
            addWords(columns.get(0), ResourceText.items(names));
        }
        if (!columns.get(2).isEmpty()) {
            familyLabels.put(
                    columns.get(0),
                    new LocalizedText(firstOf(columns.get(2)), firstOf(columns.get(3)), firstOf(columns.get(4))));
        }
    }

    private void readFood(String line) {
        List<String> columns = ResourceText.columns(line, 7);
        String key = columns.get(0);
        Set<String> families = new LinkedHashSet<>();
        Set<String> sources = new LinkedHashSet<>();
        Set<String> traces = new LinkedHashSet<>();
        for (String family : ResourceText.items(columns.get(4))) {
            if (family.startsWith("~")) {
                addWithWider(family.substring(1), traces);
            } else if (family.startsWith("*")) {
                addWithWider(family.substring(1), sources);
            } else {
                addWithWider(family, families);
            }
        }
        traces.addAll(sources);
        String[] pack = columns.get(5).split(" ");
        LocalizedText name = new LocalizedText(columns.get(1), key, columns.get(2));
        Food food = new Food(
                key,
                name,
                columns.get(3),
                Set.copyOf(families),
                Set.copyOf(sources),
                Set.copyOf(traces),
                pack.length == 2 ? new BigDecimal(pack[0]) : null,
                pack.length == 2 ? Measure.of(pack[1]) : null);
        foods.put(key, food);
        addWords(key, List.of(name.ko(), key, name.ja()));
        addWords(key, ResourceText.items(columns.get(6)));
    }

    private static String firstOf(String column) {
        return ResourceText.items(column).get(0);
    }

    private void addWithWider(String family, Set<String> into) {
        List<String> wider = widerFamilies.get(family);
        if (wider == null) {
            throw new IllegalArgumentException("unknown family " + family);
        }
        into.add(family);
        wider.forEach(parent -> addWithWider(parent, into));
    }

    private void addWords(String concept, List<String> names) {
        words.computeIfAbsent(concept, ignored -> new ArrayList<>()).addAll(names);
    }
}
