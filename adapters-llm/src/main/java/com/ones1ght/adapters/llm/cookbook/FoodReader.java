package com.ones1ght.adapters.llm.cookbook;

import com.ones1ght.adapters.llm.shared.ResourceText;
import com.ones1ght.domain.dietary.Allergen;
import com.ones1ght.domain.dietary.Diet;
import com.ones1ght.domain.dietary.DietaryGuard;
import com.ones1ght.domain.dietary.ProductDietaryData;
import com.ones1ght.domain.dietary.Restriction.FollowedDiet;
import com.ones1ght.domain.shared.LocalizedText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Reads a food from a line of {@code foods.txt}. */
final class FoodReader {

    private static final int COLUMNS = 10;
    private static final int FURTHER_NAMES = 9;

    private final Families families;

    FoodReader(Families families) {
        this.families = families;
    }

    static List<String> furtherNames(String line) {
        return ResourceText.items(ResourceText.columns(line, COLUMNS).get(FURTHER_NAMES));
    }

    /** @param number its place in the catalogue */
    Food read(int number, String line) {
        List<String> columns = ResourceText.columns(line, COLUMNS);
        String key = columns.get(0);
        LocalizedText name = new LocalizedText(columns.get(1), key, columns.get(2));
        Set<String> own = new LinkedHashSet<>();
        Set<String> sources = new LinkedHashSet<>();
        Set<String> hidden = new LinkedHashSet<>();
        for (String family : ResourceText.items(columns.get(4))) {
            switch (family.charAt(0)) {
                case '~' -> addHidden(family.substring(1), hidden);
                case '*' -> addHidden(family.substring(1), sources);
                default -> families.addWithWider(family, own);
            }
        }
        hidden.addAll(sources);
        ProductDietaryData dietary = dietary(ResourceText.items(columns.get(5)), columns.get(6));
        families.addDeclaredBy(Objects.requireNonNull(dietary.allergens()), hidden);
        Set<String> traces = new LinkedHashSet<>();
        families.addDeclaredBy(Objects.requireNonNull(dietary.mayContain()), traces);
        return new Food(
                number,
                key,
                name,
                nameInText(columns.get(8), name),
                columns.get(3),
                own,
                sources,
                hidden,
                traces,
                dietary,
                suited(dietary),
                weights(columns.get(7)),
                varieties(line));
    }

    /** A hidden content is a family, or the key of a food. */
    private void addHidden(String concept, Set<String> into) {
        if (families.isKnown(concept)) {
            families.addWithWider(concept, into);
        } else {
            into.add(concept);
        }
    }

    private static ProductDietaryData dietary(List<String> allergens, String diets) {
        List<Allergen> contained = new ArrayList<>();
        List<Allergen> traces = new ArrayList<>();
        for (String code : allergens) {
            boolean isTrace = code.startsWith("~");
            (isTrace ? traces : contained)
                    .add(Allergen.ofCode(isTrace ? code.substring(1) : code).orElseThrow());
        }
        List<Diet> suited = new ArrayList<>();
        for (String code : diets.split(" ")) {
            if (!code.isEmpty()) {
                suited.add(Diet.ofCode(code).orElseThrow());
            }
        }
        return new ProductDietaryData(contained, traces, suited);
    }

    private static Set<Diet> suited(ProductDietaryData dietary) {
        Set<Diet> suited = EnumSet.noneOf(Diet.class);
        for (Diet diet : Diet.values()) {
            if (DietaryGuard.STRICT
                    .objections(dietary, List.of(new FollowedDiet(diet)))
                    .isEmpty()) {
                suited.add(diet);
            }
        }
        return suited;
    }

    private static LocalizedText nameInText(String column, LocalizedText name) {
        if (column.isEmpty()) {
            return name;
        }
        String[] parts = column.split("/", -1);
        return new LocalizedText(or(parts[0], name.ko()), or(parts[1], name.en()), or(parts[2], name.ja()));
    }

    private static String or(String text, String otherwise) {
        return text.isBlank() ? otherwise : text.strip();
    }

    private static Map<Measure, BigDecimal> weights(String column) {
        Map<Measure, BigDecimal> weights = new EnumMap<>(Measure.class);
        for (String item : ResourceText.items(column)) {
            String[] words = item.split(" ");
            weights.put(Measure.of(words[0]), new BigDecimal(words[1]));
        }
        return weights;
    }

    private static List<String> varieties(String line) {
        return furtherNames(line).stream()
                .filter(name -> name.startsWith("="))
                .map(name -> name.substring(1))
                .toList();
    }
}
