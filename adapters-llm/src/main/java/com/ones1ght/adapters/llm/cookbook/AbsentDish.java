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
 * @param names their names by language; those of two languages do not pair up
 */
public record AbsentDish(String nearest, Map<Language, List<String>> names) {

    /** Their names in all languages. */
    public List<String> words() {
        return names.values().stream().flatMap(List::stream).toList();
    }

    static List<AbsentDish> bundled() {
        return ResourceText.lines(AbsentDish.class, "absent.txt").stream()
                .map(AbsentDish::of)
                .toList();
    }

    private static AbsentDish of(String line) {
        List<String> columns = ResourceText.columns(line, 4);
        Map<Language, List<String>> names = new EnumMap<>(Language.class);
        names.put(Language.KO, ResourceText.items(columns.get(1)));
        names.put(Language.EN, ResourceText.items(columns.get(2)));
        names.put(Language.JA, ResourceText.items(columns.get(3)));
        return new AbsentDish(columns.get(0), names);
    }
}
