package com.ones1ght.adapters.llm.cookbook.language;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes the denial out of sentences that deny a condition of one and state it of another: "I'm not allergic to shrimp, my
 * wife is" restricts the meal that both eat. Likewise a dislike holds that is said to be no allergy. The forms are in
 * denials.txt.
 */
final class DeniedConditions {

    private static final DeniedConditions BUNDLED = new DeniedConditions();

    private final Map<Pattern, String> forms = new PatternFile("denials.txt").replacements();

    private DeniedConditions() {}

    static DeniedConditions bundled() {
        return BUNDLED;
    }

    /** @param text normalised, its slips repaired */
    String resolve(String text) {
        String resolved = text;
        for (Pattern form : PatternFile.fitting(forms.keySet(), text)) {
            Matcher matcher = form.matcher(resolved);
            resolved = matcher.find() ? matcher.replaceAll(forms.get(form)) : resolved;
        }
        return resolved;
    }
}
