package com.ones1ght.adapters.llm.cookbook.language;

import com.ones1ght.adapters.llm.shared.ResourceText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the numbers that a text states, in digits or in words of three languages, by the patterns of limits.txt. */
final class StatedNumbers {

    private static final StatedNumbers BUNDLED = new StatedNumbers();

    private final Map<String, Double> words = new HashMap<>();
    private final Map<String, PatternSet> patterns;

    private StatedNumbers() {
        PatternFile file = new PatternFile("limits.txt");
        for (String line : file.of("number")) {
            List<String> number = ResourceText.columns(line, 2);
            ResourceText.items(number.get(1)).forEach(word -> words.put(word, Double.valueOf(number.get(0))));
        }
        patterns = file.kinds()
                .filter(kind -> !kind.equals("number"))
                .collect(Collectors.toMap(kind -> kind, file::patterns));
    }

    static StatedNumbers bundled() {
        return BUNDLED;
    }

    /** Numbers in words. */
    Set<String> words() {
        return Set.copyOf(words.keySet());
    }

    /**
     * The first number of a kind.
     *
     * @param otherwise where the pattern matches and names no number
     */
    Optional<Double> find(String kind, String text, double otherwise) {
        return patterns(kind).find(text).map(matcher -> number(matcher, otherwise));
    }

    /** The sum of the numbers of a kind within what the text says of another kind; one where it names none of them. */
    Optional<Double> sum(String within, String kind, String text) {
        return patterns(within).find(text).map(Matcher::group).map(list -> {
            double sum = 0;
            for (Pattern pattern : patterns(kind).fitting(list)) {
                Matcher matcher = pattern.matcher(list);
                while (matcher.find()) {
                    sum += number(matcher, 1);
                }
            }
            return sum;
        });
    }

    private PatternSet patterns(String kind) {
        return Objects.requireNonNull(patterns.get(kind));
    }

    /** How all kinds of numbers are said. */
    Stream<Pattern> phrases() {
        return patterns.values().stream().flatMap(PatternSet::all);
    }

    /** The text without what it says of a kind. */
    String without(String kind, String text) {
        return patterns(kind).replaceAll(text, " ");
    }

    /** Where what the text says of a kind begins. */
    Optional<Integer> start(String kind, String text) {
        return patterns(kind).find(text).map(Matcher::start);
    }

    /** What the text says of a kind, as it is written. */
    Optional<String> written(String kind, String text) {
        return patterns(kind).find(text).map(matcher -> matcher.group().strip());
    }

    private double number(Matcher matcher, double otherwise) {
        for (int group = 1; group <= matcher.groupCount(); group++) {
            if (matcher.group(group) != null) {
                return number(matcher.group(group));
            }
        }
        return otherwise;
    }

    private double number(String written) {
        Double word = words.get(written);
        return word == null ? Numerals.value(written, words) : word;
    }
}
