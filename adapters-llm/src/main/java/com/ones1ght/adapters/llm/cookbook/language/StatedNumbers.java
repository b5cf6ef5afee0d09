package com.ones1ght.adapters.llm.cookbook.language;

import com.ones1ght.adapters.llm.shared.ResourceText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;

/** Finds the numbers that a text states, in digits or in words of three languages, by the patterns of limits.txt. */
final class StatedNumbers {

    static final String FILE = "limits.txt";

    /** The lines of the file that name a number. */
    static final String NUMBER = "number";

    private static final Map<String, Double> WORDS = read();

    private final SaidPhrases phrases;

    StatedNumbers(SaidPhrases phrases) {
        this.phrases = phrases;
    }

    private static Map<String, Double> read() {
        Map<String, Double> words = new HashMap<>();
        for (String line : new PatternFile(FILE).of(NUMBER)) {
            List<String> number = ResourceText.columns(line, 2);
            ResourceText.items(number.get(1)).forEach(word -> words.put(word, Double.valueOf(number.get(0))));
        }
        return words;
    }

    /** Numbers in words. */
    static Set<String> words() {
        return Set.copyOf(WORDS.keySet());
    }

    /**
     * The first number of a kind.
     *
     * @param otherwise where the pattern matches and names no number
     */
    Optional<Double> find(String kind, double otherwise) {
        return phrases.find(kind).map(matcher -> number(matcher, otherwise));
    }

    /** The sum of the numbers of a kind within what the text says of another kind; one where it names none of them. */
    Optional<Double> sum(String within, String kind) {
        return phrases.find(within).map(list -> new SaidPhrases(list.group())
                .all(kind)
                .mapToDouble(match -> number(match, 1))
                .sum());
    }

    /** The numbers of the text without what it says of a kind. */
    StatedNumbers without(String kind) {
        SaidPhrases rest = phrases.without(kind);
        return rest == phrases ? this : new StatedNumbers(rest);
    }

    /** Where what the text says of a kind begins. */
    Optional<Integer> start(String kind) {
        return phrases.find(kind).map(Matcher::start);
    }

    /** What the text says of a kind, as it is written. */
    Optional<String> written(String kind) {
        return phrases.find(kind).map(matcher -> matcher.group().strip());
    }

    private static double number(MatchResult matcher, double otherwise) {
        for (int group = 1; group <= matcher.groupCount(); group++) {
            if (matcher.group(group) != null) {
                return number(matcher.group(group));
            }
        }
        return otherwise;
    }

    private static double number(String written) {
        Double word = WORDS.get(written);
        return word == null ? Numerals.value(written, WORDS) : word;
    }
}
