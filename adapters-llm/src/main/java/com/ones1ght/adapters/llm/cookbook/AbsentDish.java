package com.ones1ght.adapters.llm.cookbook;

import com.ones1ght.adapters.llm.shared.ResourceText;
import com.ones1ght.domain.shared.Language;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Well-known dishes that the cookbook lacks.
 *
 * @param nearest the id of the dish of the cookbook that comes closest to them
 * @param with the food that it has to be made with; empty where it is as the recipe has it
 * @param names their names by language; those of two languages do not pair up
 */
public record AbsentDish(String nearest, String with, Map<Language, List<String>> names) {

    /** Their names in all languages. */
    public List<String> words() {
        return names.values().stream().flatMap(List::stream).toList();
    }

    static List<AbsentDish> bundled(NearestDish dishes) {
        return ResourceText.lines(AbsentDish.class, "absent.txt").stream()
                .map(line -> of(line, dishes))
                .toList();
    }

    private static AbsentDish of(String line, NearestDish dishes) {
        List<String> columns = ResourceText.columns(line, 4);
        Map<Language, List<String>> names = new EnumMap<>(Language.class);
        names.put(Language.KO, ResourceText.items(columns.get(1)));
        names.put(Language.EN, ResourceText.items(columns.get(2)));
        names.put(Language.JA, ResourceText.items(columns.get(3)));
        String[] nearest = columns.get(0).split("\\+", 2);
        return new AbsentDish(dishes.to(nearest[0]), nearest.length == 2 ? nearest[1] : "", names);
    }
}
