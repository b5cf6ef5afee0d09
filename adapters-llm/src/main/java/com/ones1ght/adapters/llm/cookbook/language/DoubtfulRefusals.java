package com.ones1ght.adapters.llm.cookbook.language;

import com.ones1ght.adapters.llm.shared.ResourceText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Words beside a food that are no words, and one slip away from what refuses it: "ni eggs", 새우 뺘고. Whether they do
 * cannot be decided, and a food too few does less harm than an allergen. See doubts.txt.
 */
final class DoubtfulRefusals {

    private static final List<String> INITIALS = List.of("ㄱ ㄲ ㄴ ㄷ ㄸ ㄹ ㅁ ㅂ ㅃ ㅅ ㅆ ㅇ ㅈ ㅉ ㅊ ㅋ ㅌ ㅍ ㅎ".split(" "));
    private static final List<String> VOWELS = List.of("ㅏ ㅐ ㅑ ㅒ ㅓ ㅔ ㅕ ㅖ ㅗ ㅗㅏ ㅗㅐ ㅗㅣ ㅛ ㅜ ㅜㅓ ㅜㅔ ㅜㅣ ㅠ ㅡ ㅡㅣ ㅣ".split(" "));
    private static final List<String> FINALS =
            List.of("_ ㄱ ㄲ ㄱㅅ ㄴ ㄴㅈ ㄴㅎ ㄷ ㄹ ㄹㄱ ㄹㅁ ㄹㅂ ㄹㅅ ㄹㅌ ㄹㅍ ㄹㅎ ㅁ ㅂ ㅂㅅ ㅅ ㅆ ㅇ ㅈ ㅊ ㅋ ㅌ ㅍ ㅎ".split(" "));
    private static final int MAX_LENGTH = 24;

    /** So many keys a word has at least of which two may be wrong. */
    private static final int MIN_LONG = 8;

    private static final DoubtfulRefusals BUNDLED = new DoubtfulRefusals();

    private final List<String> before = new ArrayList<>();
    private final List<String> behind = new ArrayList<>();
    private final Set<String> words = new HashSet<>();

    private DoubtfulRefusals() {
        for (String line : ResourceText.lines(DoubtfulRefusals.class, "doubts.txt")) {
            List<String> columns = ResourceText.columns(line, 2);
            List<String> items = ResourceText.items(columns.get(1));
            switch (columns.get(0)) {
                case "before" -> before.addAll(items);
                case "behind" -> items.forEach(item -> behind.add(keys(item)));
                default -> words.addAll(items);
            }
        }
    }

    static DoubtfulRefusals bundled() {
        return BUNDLED;
    }

    /** Whether what stands right beside a mention looks like a refusal. */
    boolean surround(AnalyzedText text, int mention) {
        return follow(text, mention) || precede(text, mention);
    }

    private boolean follow(AnalyzedText text, int mention) {
        List<Token> tokens = text.tokens();
        int at = text.mentions().get(mention).last() + 1;
        while (at < tokens.size()
                && tokens.get(at).role() == Token.Role.LIGHT
                && !tokens.get(at).isLatin()) {
            at++;
        }
        if (at == tokens.size() || tokens.get(at).isBreak() || isMentioned(text, mention + 1, at)) {
            return false;
        }
        int start = tokens.get(at).start();
        String written = text.text().substring(start, Math.min(text.text().length(), start + MAX_LENGTH));
        String first = written.split("[ ,.!?。、]", 2)[0];
        String keys = keys(written);
        return isNoWord(first) && behind.stream().anyMatch(refusal -> beginsLike(keys, refusal));
    }

    private boolean precede(AnalyzedText text, int mention) {
        List<Token> tokens = text.tokens();
        int at = text.mentions().get(mention).first() - 1;
        if (at > 0
                && (tokens.get(at).term().equals("the") || tokens.get(at).term().equals("any"))) {
            at--;
        }
        if (at < 0 || !tokens.get(at).isLatin() || isMentioned(text, mention - 1, at)) {
            return false;
        }
        String word =
                text.text().substring(tokens.get(at).start(), tokens.get(at).end());
        return isNoWord(word)
                && before.stream()
                        .anyMatch(refusal -> Math.abs(word.length() - refusal.length()) < 2
                                && beginsLike(word, refusal)
                                && beginsLike(refusal, word));
    }

    private boolean isNoWord(String word) {
        return word.length() > 1
                && (word.charAt(0) <= 'z'
                        ? !words.contains(word)
                        : words.stream().noneMatch(word::startsWith));
    }

    private static boolean isMentioned(AnalyzedText text, int mention, int token) {
        return mention >= 0
                && mention < text.mentions().size()
                && text.mentions().get(mention).first() <= token
                && token <= text.mentions().get(mention).last();
    }

    /** Whether a text begins with the word, a key of it missed, added or mistaken. */
    private static boolean beginsLike(String text, String word) {
        int allowed = word.length() >= MIN_LONG ? 2 : 1;
        int[] row = IntStream.rangeClosed(0, word.length()).toArray();
        for (int i = 1; i <= Math.min(text.length(), word.length() + allowed); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= word.length(); j++) {
                int replaced = diagonal + (text.charAt(i - 1) == word.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
            if (row[word.length()] <= allowed) {
                return true;
            }
        }
        return false;
    }

    /** Hangul by the keys that it is typed with; anything else as it is. */
    private static String keys(String text) {
        StringBuilder keys = new StringBuilder();
        for (char c : text.toCharArray()) {
            if (c >= '가' && c <= '힣') {
                int syllable = c - '가';
                keys.append(INITIALS.get(syllable / 28 / 21))
                        .append(VOWELS.get(syllable / 28 % 21))
                        .append(FINALS.get(syllable % 28).replace("_", ""));
            } else {
                keys.append(c);
            }
        }
        return keys.toString();
    }
}
