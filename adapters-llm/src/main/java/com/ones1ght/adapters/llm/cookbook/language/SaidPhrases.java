package com.ones1ght.adapters.llm.cookbook.language;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a text says by the patterns of intents.txt, questions.txt and limits.txt. It is asked for some sixty kinds of them,
 * so those that can be in it are looked for once for all.
 */
final class SaidPhrases {

    /** They take more of the text than the words that say so, or say it by the text as a whole. */
    private static final Set<Object> WIDE =
            Set.of(Intent.MEAL, Intent.RECIPE, Intent.AVOIDED, Question.Topic.DISH, Question.REQUEST);

    private static final Map<Object, Range> KINDS = new HashMap<>();
    private static final Map<Object, PatternSet> ALONE = new ConcurrentHashMap<>();
    private static final PatternSet PATTERNS = new PatternSet(bundled());

    private final String text;
    private final BitSet possible;

    /** The places of the patterns of a kind, the last one excluded. */
    private record Range(int first, int end) {}

    /** @param text normalised */
    SaidPhrases(String text) {
        this.text = text;
        this.possible = PATTERNS.possible(text);
    }

    private static List<Pattern> bundled() {
        List<Pattern> patterns = new ArrayList<>();
        PatternFile intents = new PatternFile("intents.txt");
        for (Intent intent : Intent.values()) {
            add(intent, intents.of(intent.name().toLowerCase(Locale.ROOT)), patterns);
        }
        PatternFile questions = new PatternFile("questions.txt");
        for (Question.Topic topic : Question.Topic.values()) {
            add(topic, questions.of(topic.name().toLowerCase(Locale.ROOT)), patterns);
        }
        add(Question.REQUEST, questions.of(Question.REQUEST), patterns);
        PatternFile limits = new PatternFile(StatedNumbers.FILE);
        limits.kinds()
                .filter(kind -> !kind.equals(StatedNumbers.NUMBER))
                .forEach(kind -> add(kind, limits.of(kind), patterns));
        return patterns;
    }

    private static void add(Object kind, List<String> expressions, List<Pattern> patterns) {
        KINDS.put(kind, new Range(patterns.size(), patterns.size() + expressions.size()));
        expressions.stream().map(Pattern::compile).forEach(patterns::add);
    }

    /**
     * The first pattern that is found.
     *
     * @param kind an {@link Intent}, a {@link Question.Topic}, {@link Question#REQUEST} or a kind of numbers
     */
    Optional<Matcher> find(Object kind) {
        Range range = range(kind);
        for (int i = next(range.first(), range); i >= 0; i = next(i + 1, range)) {
            Matcher matcher = PATTERNS.get(i).matcher(text);
            if (matcher.find()) {
                return Optional.of(matcher);
            }
        }
        return Optional.empty();
    }

    /** Whether a text says so that is asked nothing else. */
    static boolean isIn(Object kind, String text) {
        return ALONE.computeIfAbsent(kind, SaidPhrases::alone).find(text).isPresent();
    }

    private static PatternSet alone(Object kind) {
        return new PatternSet(IntStream.range(range(kind).first(), range(kind).end())
                .mapToObj(PATTERNS::get)
                .toList());
    }

    boolean has(Object kind) {
        return find(kind).isPresent();
    }

    /** What all patterns of a kind match. */
    Stream<MatchResult> all(Object kind) {
        Range range = range(kind);
        return matches(possible.stream().filter(i -> range.first() <= i && i < range.end()));
    }

    /** What all patterns match that take only the words that say so. */
    Stream<MatchResult> all() {
        BitSet narrow = (BitSet) possible.clone();
        WIDE.forEach(kind -> narrow.clear(range(kind).first(), range(kind).end()));
        return matches(narrow.stream());
    }

    private Stream<MatchResult> matches(IntStream patterns) {
        return patterns.mapToObj(PATTERNS::get)
                .flatMap(pattern -> pattern.matcher(text).results());
    }

    /** The text without what its patterns of a kind match. */
    SaidPhrases without(Object kind) {
        SaidPhrases rest = this;
        Range range = range(kind);
        for (int i = next(range.first(), range); i >= 0; i = rest.next(i + 1, range)) {
            Matcher matcher = PATTERNS.get(i).matcher(rest.text);
            if (matcher.find()) {
                rest = new SaidPhrases(matcher.replaceAll(" "));
            }
        }
        return rest;
    }

    private int next(int from, Range range) {
        int next = possible.nextSetBit(from);
        return next < range.end() ? next : -1;
    }

    private static Range range(Object kind) {
        return Objects.requireNonNull(KINDS.get(kind));
    }
}
