package com.ones1ght.adapters.llm.cookbook.language;

import com.ones1ght.adapters.llm.shared.ResourceText;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The small words of grammar.txt: particles, endings and the like, of three languages together. */
final class Grammar {

    private static final Map<String, Set<String>> LISTS = ResourceText.lines(Grammar.class, "grammar.txt").stream()
            .map(line -> ResourceText.columns(line, 2))
            .collect(Collectors.toUnmodifiableMap(
                    columns -> columns.get(0), columns -> Set.copyOf(ResourceText.items(columns.get(1)))));

    private Grammar() {}

    /** @param list as grammar.txt calls it */
    static Set<String> words(String list) {
        Set<String> words = LISTS.get(list);
        if (words == null) {
            throw new IllegalArgumentException("no list " + list);
        }
        return words;
    }
}
