package com.ones1ght.adapters.store.embedded;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A name or a query in the form in which they are compared: width (NFKC), case, accents, hiragana and
 * katakana, English plurals and the signs between words make no difference.
 *
 * @param words in order, none empty
 * @param compact the words without anything between them, since Korean and Japanese put spaces freely
 */
record SearchText(List<String> words, String compact) {

    private static final Pattern ACCENT = Pattern.compile("[\\u0300-\\u036f]+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}\\p{M}ー]+");
    private static final Pattern LATIN = Pattern.compile("[a-z0-9]+");

    static SearchText of(String text) {
        List<String> words = Stream.of(BETWEEN_WORDS.split(fold(text)))
                .filter(word -> !word.isEmpty())
                .map(SearchText::singular)
                .toList();
        return new SearchText(words, String.join("", words));
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    boolean isLatin() {
        return LATIN.matcher(compact).matches();
    }

    /** Whether each of the other's words is one of these. */
    boolean hasWordsOf(SearchText other) {
        return words.containsAll(other.words);
    }

    /** Whether each of the other's words is the beginning of one of these. */
    boolean hasBeginningsOf(SearchText other) {
        return other.words.stream().allMatch(part -> words.stream().anyMatch(word -> word.startsWith(part)));
    }

    private static String fold(String text) {
        String lower = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String plain = lower.chars().allMatch(c -> c < 0x80)
                ? lower
                : Normalizer.normalize(
                        ACCENT.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD))
                                .replaceAll(""),
                        Normalizer.Form.NFC);
        StringBuilder folded = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            folded.append(c >= 'ァ' && c <= 'ヶ' ? (char) (c - 'ァ' + 'ぁ') : c);
        }
        return folded.toString();
    }

    /** Good enough for the words of a shop: onions, tomatoes, peaches, berries and leaves lose their plural. */
    private static String singular(String word) {
        if (word.length() < 4 || !word.endsWith("s") || word.endsWith("ss") || word.endsWith("us")) {
            return word.endsWith("ie") ? word.substring(0, word.length() - 2) + "y" : word;
        }
        String stem = word.substring(0, word.length() - 1);
        if (stem.endsWith("ie")) {
            return stem.substring(0, stem.length() - 2) + "y";
        }
        if (stem.endsWith("leave")) {
            return stem.substring(0, stem.length() - 2) + "f";
        }
        boolean esPlural = stem.endsWith("oe") || stem.endsWith("che") || stem.endsWith("she") || stem.endsWith("xe");
        return esPlural ? stem.substring(0, stem.length() - 1) : stem;
    }
}
