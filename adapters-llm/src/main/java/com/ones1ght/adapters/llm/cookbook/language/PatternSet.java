package com.ones1ght.adapters.llm.cookbook.language;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Regular expressions in an order, of which only those are tried on a text that can match: those with one of their
 * {@link RequiredTexts} in it, all of which are looked for in one pass.
 */
final class PatternSet {

    private static final int MIN_BUCKETS = 256;

    /** A power of two; more of them than texts, so that most are empty. */
    private final int buckets;

    private final List<Pattern> patterns;

    /** Those that may match any text. */
    private final BitSet open = new BitSet();

    /** What is to be looked for, by its first two characters. */
    private final Required[][] pairs;

    /** What is of one character. */
    private final Required[][] singles;

    /**
     * @param text what a text has to hold
     * @param pattern for that one to match, by its place
     */
    private record Required(String text, int pattern) {}

    PatternSet(Collection<Pattern> patterns) {
        this.patterns = List.copyOf(patterns);
        List<Required> all = new ArrayList<>();
        for (int i = 0; i < this.patterns.size(); i++) {
            Set<String> required = RequiredTexts.of(this.patterns.get(i).pattern());
            open.set(i, required.isEmpty());
            for (String text : required) {
                all.add(new Required(text, i));
            }
        }
        buckets = Math.max(MIN_BUCKETS, 4 * Integer.highestOneBit(all.size() + 1));
        pairs = new Required[buckets][];
        singles = new Required[buckets][];
        for (Required entry : all) {
            String text = entry.text();
            if (text.length() == 1) {
                put(singles, bucket(text.charAt(0), '\0'), entry);
            } else {
                put(pairs, bucket(text.charAt(0), text.charAt(1)), entry);
            }
        }
    }

    private static void put(Required[][] buckets, int bucket, Required entry) {
        List<Required> entries = new ArrayList<>(buckets[bucket] == null ? List.of() : List.of(buckets[bucket]));
        entries.add(entry);
        buckets[bucket] = entries.toArray(Required[]::new);
    }

    private int bucket(char one, char other) {
        return (one * 31 + other) & buckets - 1;
    }

    Pattern get(int place) {
        return patterns.get(place);
    }

    /** The places of the patterns that can match. */
    BitSet possible(String text) {
        return possible(text, 0, text.length());
    }

    /** The same, within a part of a text. */
    private BitSet possible(String text, int start, int end) {
        BitSet possible = open;
        for (int at = start; at < end; at++) {
            char c = text.charAt(at);
            char next = at + 1 < end ? text.charAt(at + 1) : '\0';
            possible = with(singles[bucket(c, '\0')], text, at, end, possible);
            possible = with(pairs[bucket(c, next)], text, at, end, possible);
        }
        return possible;
    }

    /** The patterns, and those that an entry found in the text adds; a copy only then, because most texts add none. */
    private BitSet with(Required[] entries, String text, int at, int end, BitSet patterns) {
        BitSet all = patterns;
        if (entries != null) {
            for (Required entry : entries) {
                if (text.startsWith(entry.text(), at) && at + entry.text().length() <= end) {
                    all = all == open ? (BitSet) open.clone() : all;
                    all.set(entry.pattern());
                }
            }
        }
        return all;
    }

    /** The patterns that can match, in order. */
    List<Pattern> fitting(String text) {
        return fitting(text, 0, text.length());
    }

    /** The same, within a part of a text. */
    List<Pattern> fitting(String text, int start, int end) {
        BitSet possible = possible(text, start, end);
        if (possible.isEmpty()) {
            return List.of();
        }
        List<Pattern> fitting = new ArrayList<>(possible.cardinality());
        for (int i = possible.nextSetBit(0); i >= 0; i = possible.nextSetBit(i + 1)) {
            fitting.add(patterns.get(i));
        }
        return fitting;
    }

    /**
     * The text with what each pattern finds replaced, one after the other.
     *
     * @param replacements by the places of the patterns
     */
    String replaceAll(String text, List<String> replacements) {
        String replaced = text;
        BitSet possible = possible(text);
        for (int i = possible.nextSetBit(0); i >= 0; i = possible.nextSetBit(i + 1)) {
            Matcher matcher = patterns.get(i).matcher(replaced);
            if (matcher.find()) {
                replaced = matcher.replaceAll(replacements.get(i));
                possible = possible(replaced);
            }
        }
        return replaced;
    }

    /** The first place where one of the patterns is found. */
    Optional<Matcher> find(String text) {
        for (Pattern pattern : fitting(text)) {
            Matcher matcher = pattern.matcher(text);
            if (matcher.find()) {
                return Optional.of(matcher);
            }
        }
        return Optional.empty();
    }
}
