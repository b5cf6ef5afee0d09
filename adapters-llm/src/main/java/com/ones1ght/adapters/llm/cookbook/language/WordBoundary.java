package com.ones1ght.adapters.llm.cookbook.language;

import java.util.List;

/**
 * Whether a term found in a text is a word of its own there. English words are delimited by non-letters; Korean and
 * Japanese append particles, so a longer term counts anywhere, a short one only between characters that can delimit
 * words.
 */
final class WordBoundary {

    private static final String KOREAN_PARTICLES = "은는이가을를도만랑에로과와요류나까";
    private static final char LONG_VOWEL = 'ー';
    private static final String KANA_BEFORE = "とやもはがをのにで";
    private static final String KANA_AFTER = "はがをのにとでもやなだ抜ぬ以入料も";
    /** Words appended to a food in the same syllabary, most of them to rule it out: エビアレルギー. */
    private static final List<String> JOINED_AFTER =
            List.of("アレルギ", "アレルゲン", "フリー", "ダメ", "ナシ", "ヌキ", "キライ", "だめ", "きらい", "ぬき", "なし");

    private WordBoundary() {}

    /** Where the word ends, an English plural included; -1 when the term is part of another word. */
    static int endOfWord(String text, int start, int end) {
        char first = text.charAt(start);
        if (isLatin(first)) {
            return latinEnd(text, start, end);
        }
        char before = start == 0 ? ' ' : text.charAt(start - 1);
        char after = end == text.length() ? ' ' : text.charAt(end);
        boolean isWord = true;
        if (isHangul(first) && end - start == 1) {
            isWord = !isHangul(before) && (!isHangul(after) || KOREAN_PARTICLES.indexOf(after) >= 0);
        } else if (end - start <= 2 && text.substring(start, end).chars().allMatch(KanaForms::isKana)) {
            isWord = beginsWord(text, start, before) && endsWord(text, end, after);
        }
        return isWord ? end : -1;
    }

    // Behind a kanji hiragana is most often its ending (静かに), katakana never.
    private static boolean beginsWord(String text, int start, char before) {
        if (isKanji(before)) {
            return KanaForms.isKatakana(text.charAt(start));
        }
        return !KanaForms.isKana(before) && !isHangul(before)
                || KANA_BEFORE.indexOf(before) >= 0
                || changesSyllabary(text, start);
    }

    private static boolean endsWord(String text, int end, char after) {
        return !KanaForms.isKana(after) && !isHangul(after)
                || KANA_AFTER.indexOf(after) >= 0
                || changesSyllabary(text, end)
                || JOINED_AFTER.stream().anyMatch(word -> text.startsWith(word, end));
    }

    /** Whether hiragana ends and katakana begins at a place within the text, or the other way round. */
    private static boolean changesSyllabary(String text, int at) {
        return at > 0
                && at < text.length()
                && text.charAt(at) != LONG_VOWEL
                && isInKatakana(text, at - 1) != KanaForms.isKatakana(text.charAt(at));
    }

    // A long vowel is written in the syllabary of what it lengthens.
    private static boolean isInKatakana(String text, int at) {
        int sounded = at;
        while (sounded > 0 && text.charAt(sounded) == LONG_VOWEL) {
            sounded--;
        }
        return KanaForms.isKatakana(text.charAt(sounded));
    }

    private static int latinEnd(String text, int start, int end) {
        if (start > 0 && isLatin(text.charAt(start - 1))) {
            return -1;
        }
        for (String plural : new String[] {"", "s", "es"}) {
            int wordEnd = end + plural.length();
            if (text.startsWith(plural, end) && (wordEnd == text.length() || !isLatin(text.charAt(wordEnd)))) {
                return wordEnd;
            }
        }
        return -1;
    }

    private static boolean isLatin(char c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
    }

    static boolean isHangul(char c) {
        return c >= '가' && c <= '힣';
    }

    private static boolean isKanji(char c) {
        return c >= '一' && c <= '鿿';
    }
}
