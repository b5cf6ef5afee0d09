package com.ones1ght.adapters.llm.cookbook.language;

import com.ones1ght.adapters.llm.shared.ResourceText;
import java.util.List;
import java.util.regex.Pattern;

/** Tells where a word that also names a food means something else: 배 is a pear and a belly. See homonyms.txt. */
final class Homonyms {

    private static final List<Pattern> PATTERNS = ResourceText.lines(Homonyms.class, "homonyms.txt").stream()
            .map(Pattern::compile)
            .toList();

    private Homonyms() {}

    /**
     * Whether the word means something else.
     *
     * @param start where the word begins
     */
    static boolean isAt(String text, int start) {
        return PATTERNS.stream().anyMatch(pattern -> pattern.matcher(text)
                .region(start, text.length())
                .useTransparentBounds(true)
                .lookingAt());
    }
}
