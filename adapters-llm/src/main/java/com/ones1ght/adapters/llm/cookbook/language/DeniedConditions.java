package com.ones1ght.adapters.llm.cookbook.language;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Takes the denial out of sentences that deny a condition of one and state it of another: "I'm not allergic to shrimp, my
 * wife is" restricts the meal that both eat. Likewise a dislike holds that is said to be no allergy. The forms are in
 * denials.txt.
 */
final class DeniedConditions {

    private static final DeniedConditions BUNDLED = new DeniedConditions();

    private final PatternSet forms;
    private final List<String> meant;

    private DeniedConditions() {
        Map<Pattern, String> replacements = new PatternFile("denials.txt").replacements();
        forms = new PatternSet(replacements.keySet());
        meant = List.copyOf(replacements.values());
    }

    static DeniedConditions bundled() {
        return BUNDLED;
    }

    /** @param text normalised, its slips repaired */
    String resolve(String text) {
        return forms.replaceAll(text, meant);
    }
}
