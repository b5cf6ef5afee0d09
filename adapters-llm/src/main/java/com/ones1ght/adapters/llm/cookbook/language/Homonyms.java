package com.ones1ght.adapters.llm.cookbook.language;

import com.ones1ght.adapters.llm.shared.ResourceText;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells where a word that also names a food means something else: 배 is a pear and a belly. See homonyms.txt. */
final class Homonyms {

    private static final PatternSet PATTERNS =
            new PatternSet(ResourceText.lines(Homonyms.class, "homonyms.txt").stream()
                    .map(Pattern::compile)
                    .toList());

    private final String text;
    private final List<Pattern> fitting;

    /** @param text normalised; most have none of the words, so all of them are looked for once */
    Homonyms(String text) {
        this.text = text;
        this.fitting = PATTERNS.fitting(text);
    }

    /** Whether the words from a place to another mean something else; of a longer name, they are a part. */
    boolean isAt(int start, int end) {
        for (Pattern pattern : fitting) {
            Matcher matcher = pattern.matcher(text).region(start, text.length()).useTransparentBounds(true);
            if (matcher.lookingAt() && matcher.end() >= end) {
                return true;
            }
        }
        return false;
    }
}
