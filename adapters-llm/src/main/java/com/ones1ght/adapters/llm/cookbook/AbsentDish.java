package com.ones1ght.adapters.llm.cookbook;

import com.ones1ght.adapters.llm.shared.ResourceText;
import java.util.ArrayList;
import java.util.List;

/**
 * Well-known dishes that the cookbook lacks.
 *
 * @param nearest the id of the dish of the cookbook that comes closest to them
 * @param words their names in all languages
 */
public record AbsentDish(String nearest, List<String> words) {

    static List<AbsentDish> bundled() {
        return ResourceText.lines(AbsentDish.class, "absent.txt").stream()
                .map(AbsentDish::of)
                .toList();
    }

    private static AbsentDish of(String line) {
        List<String> columns = ResourceText.columns(line, 4);
        List<String> words = new ArrayList<>();
        columns.subList(1, 4).forEach(names -> words.addAll(ResourceText.items(names)));
        return new AbsentDish(columns.get(0), List.copyOf(words));
    }
}
