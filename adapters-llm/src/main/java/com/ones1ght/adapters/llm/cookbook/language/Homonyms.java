package com.ones1ght.adapters.llm.cookbook.language;

import com.ones1ght.adapters.llm.shared.ResourceText;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells where a word that also names a food means something else: 배 is a pear and a belly. See homonyms.txt. */
final class Homonyms {

    private static final List<Pattern> PATTERNS = ResourceText.lines(Homonyms.class, "homonyms.txt").stream()
            .map(Pattern::compile)
            .toList();

    private Homonyms() {}

    /** Whether the words from a place to another mean something else; of a longer name, they are a part. */
    static boolean isAt(String text, int start, int end) {
        for (Pattern pattern : PATTERNS) {
            Matcher matcher = pattern.matcher(text).region(start, text.length()).useTransparentBounds(true);
            if (matcher.lookingAt() && matcher.end() >= end) {
                return true;
            }
        }
        return false;
    }
}
