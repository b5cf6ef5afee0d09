package com.ones1ght.adapters.store.embedded;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A name or a query, normalised for comparison: width (NFKC), case, accents, hiragana and katakana, English plurals and
 * punctuation make no difference.
 *
 * @param words in order, none empty
 * @param compact the words without separators, since spaces are optional in Korean and Japanese
 */
record SearchText(List<String> words, String compact) {

    private static final Pattern ACCENT = Pattern.compile("[\\u0300-\\u036f]+");

    static SearchText of(String text) {
        String folded = fold(text);
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int end = 0; end <= folded.length(); end++) {
            if (end == folded.length() || !isOfWord(folded.charAt(end))) {
                if (end > start) {
                    words.add(singular(folded.substring(start, end)));
                }
                start = end + 1;
            }
        }
        return new SearchText(List.copyOf(words), String.join("", words));
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    boolean isLatin() {
        return compact.chars().allMatch(c -> c < 0x80);
    }

    /** A cheap pre-check: if false, none of the other comparisons matches. */
    boolean mayMatch(SearchText other) {
        return compact.contains(other.words.get(0));
    }

    /** Whether these words contain all of the other's. */
    boolean hasWordsOf(SearchText other) {
        return words.containsAll(other.words);
    }

    /** Whether each of the other's words is a prefix of one of these. */
    boolean hasPrefixesOf(SearchText other) {
        for (String part : other.words) {
            if (!hasPrefix(part)) {
                return false;
            }
        }
        return true;
    }

    private boolean hasPrefix(String part) {
        for (String word : words) {
            if (word.startsWith(part)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfWord(char c) {
        return Character.isLetterOrDigit(c) || Character.isSurrogate(c);
    }

    private static String fold(String text) {
        String wide = text.chars().allMatch(SearchText::isOfUsualWidth)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFKC);
        String lower = wide.toLowerCase(Locale.ROOT);
        boolean accents = lower.chars().anyMatch(c -> c >= 'à' && c <= 'ɏ');
        return hiragana(accents ? withoutAccents(lower) : lower);
    }

    /** ASCII, Hangul syllables, kana and the common ideographs are unchanged by NFKC, which is slow. */
    private static boolean isOfUsualWidth(int c) {
        return c < 0x80 || c >= '가' && c <= '힣' || c >= 'ぁ' && c <= 'ゖ' || c >= 'ァ' && c <= 'ー' || c >= '一' && c <= '鿿';
    }

    private static String withoutAccents(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFD);
        return Normalizer.normalize(ACCENT.matcher(apart).replaceAll(""), Normalizer.Form.NFC);
    }

    private static String hiragana(String text) {
        StringBuilder folded = new StringBuilder(text);
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (c >= 'ァ' && c <= 'ヶ') {
                folded.setCharAt(i, (char) (c - 'ァ' + 'ぁ'));
            }
        }
        return folded.toString();
    }

    /** Sufficient for a supermarket: onions, tomatoes, peaches, berries and leaves become singular. */
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
