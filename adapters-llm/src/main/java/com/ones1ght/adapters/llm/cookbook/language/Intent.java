package com.ones1ght.adapters.llm.cookbook.language;

import com.ones1ght.adapters.llm.shared.ResourceText;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a whole text asks for, by the patterns of intents.txt. */
enum Intent {
    /** A dish that was not suggested yet. */
    ANOTHER,
    FIRST,
    PREVIOUS,
    /** The same dish with something else in it. */
    CHANGE,
    /** Something beside the dish or on top of it. */
    ADDING,
    CHEAP,
    /** Nothing but vegetables. */
    VEGETABLES,
    MEAL;

    private final List<Pattern> patterns = ResourceText.lines(Intent.class, "intents.txt").stream()
            .map(line -> line.split(" \\| ", 2))
            .filter(columns -> columns[0].equals(name().toLowerCase(Locale.ROOT)))
            .map(columns -> Pattern.compile(columns[1]))
            .toList();

    /** @param text normalised */
    boolean isIn(String text) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(text).find());
    }
}
