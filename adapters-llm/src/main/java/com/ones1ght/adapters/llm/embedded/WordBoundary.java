package com.ones1ght.adapters.llm.embedded;

/**
 * Whether a term that was found in a text is a word there. English words end at letters; Korean and
 * Japanese write particles to the word, so a longer term counts wherever it is, and a short one only
 * between what can stand beside a word.
 */
final class WordBoundary {

    private static final String KOREAN_PARTICLES = "은는이가을를도만랑에로과와요류나까";
    private static final String KANA_BEFORE = "とやもはがをのにで";
    private static final String KANA_AFTER = "はがをのにとでもやなだ抜ぬ以入料も";

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
            isWord = standsFree(before, KANA_BEFORE) && standsFree(after, KANA_AFTER) && !isKanji(before);
        }
        return isWord ? end : -1;
    }

    private static boolean standsFree(char neighbour, String allowed) {
        return !KanaForms.isKana(neighbour) && !isLetterOfWord(neighbour)
                || allowed.indexOf(neighbour) >= 0
                || isKanji(neighbour);
    }

    private static boolean isLetterOfWord(char c) {
        return isHangul(c) || isLatin(c);
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
