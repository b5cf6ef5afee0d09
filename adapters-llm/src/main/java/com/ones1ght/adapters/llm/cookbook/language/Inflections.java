package com.ones1ght.adapters.llm.cookbook.language;

import java.util.stream.Stream;

/** The forms of a verb that the analyzers leave as they are, or take for a verb of its own. */
final class Inflections {

    /** Where the last syllable of a Japanese verb is one of these, that of its potential form is the one below. */
    private static final String DICTIONARY_FORM = "うくぐすつぬぶむる";

    private static final String POTENTIAL_FORM = "えけげせてねべめれ";

    private Inflections() {}

    /** A word with its Japanese potential form (使う, 使える) or its English third person ("likes", "fancies"). */
    static Stream<String> of(String word) {
        char last = word.charAt(word.length() - 1);
        int row = DICTIONARY_FORM.indexOf(last);
        if (row >= 0 && word.length() > 1) {
            return Stream.of(word, word.substring(0, word.length() - 1) + POTENTIAL_FORM.charAt(row) + "る");
        }
        boolean isEnglish = last >= 'a' && last <= 'z' && last != 's';
        return isEnglish ? Stream.of(word, thirdPerson(word, last)) : Stream.of(word);
    }

    private static String thirdPerson(String verb, char last) {
        if (last == 'y' && verb.matches(".*[^aeiou]y")) {
            return verb.substring(0, verb.length() - 1) + "ies";
        }
        return verb + (verb.matches(".*(?:[sc]h|x|z)") ? "es" : "s");
    }
}
