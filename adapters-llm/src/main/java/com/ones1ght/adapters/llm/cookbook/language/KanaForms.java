package com.ones1ght.adapters.llm.cookbook.language;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Japanese words are written in hiragana and in katakana alike: えび, エビ. */
final class KanaForms {

    private static final int HIRAGANA_TO_KATAKANA = 'ァ' - 'ぁ';

    private KanaForms() {}

    /** The word as it is, and, where it is all kana, in both syllabaries. */
    static Set<String> of(String word) {
        if (word.isEmpty() || !word.chars().allMatch(KanaForms::isKana)) {
            return Set.of(word);
        }
        String katakana = map(word, 'ぁ', 'ゖ', HIRAGANA_TO_KATAKANA);
        String hiragana = map(word, 'ァ', 'ヶ', -HIRAGANA_TO_KATAKANA);
        return new LinkedHashSet<>(List.of(word, katakana, hiragana));
    }

    static boolean isKana(int c) {
        return isHiragana(c) || c >= 'ァ' && c <= 'ー';
    }

    static boolean isHiragana(int c) {
        return c >= 'ぁ' && c <= 'ゖ' || c == 'ー';
    }

    /** Whether it is katakana for certain; the long vowel stands in both syllabaries. */
    static boolean isKatakana(int c) {
        return c >= 'ァ' && c <= 'ヶ';
    }

    private static String map(String word, char from, char to, int shift) {
        StringBuilder mapped = new StringBuilder();
        for (char c : word.toCharArray()) {
            mapped.append(c >= from && c <= to ? (char) (c + shift) : c);
        }
        return mapped.toString();
    }
}
