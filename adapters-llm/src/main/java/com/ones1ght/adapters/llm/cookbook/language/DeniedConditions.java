package com.ones1ght.adapters.llm.cookbook.language;

import com.ones1ght.adapters.llm.shared.ResourceText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Takes the denial out of sentences that deny a condition of one and state it of another: "I'm not allergic to shrimp, my
 * wife is" restricts the meal that both eat. Likewise a dislike holds that is said to be no allergy. The forms are in
 * denials.txt.
 */
final class DeniedConditions {

    private static final DeniedConditions BUNDLED = new DeniedConditions();

    private final Map<Pattern, String> forms = new LinkedHashMap<>();

    private DeniedConditions() {
        Map<String, String> definitions = new LinkedHashMap<>();
        for (String line : ResourceText.lines(DeniedConditions.class, "denials.txt")) {
            String[] columns = line.split(" \\| ", 3);
            String regex = Surroundings.expand(columns[1], definitions);
            if (columns[0].equals("define")) {
                definitions.put(columns[1], "(?:" + Surroundings.expand(columns[2], definitions) + ")");
            } else {
                forms.put(Pattern.compile(regex), columns.length > 2 ? columns[2].strip() : "");
            }
        }
    }

    static DeniedConditions bundled() {
        return BUNDLED;
    }

    /** @param text normalised, its slips repaired */
    String resolve(String text) {
        String resolved = text;
        for (Map.Entry<Pattern, String> form : forms.entrySet()) {
            resolved = form.getKey().matcher(resolved).replaceAll(form.getValue());
        }
        return resolved;
    }
}
