package com.ones1ght.adapters.llm.cookbook.language;

import com.ones1ght.adapters.llm.shared.ResourceText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Repairs the words that refuse a food where they were mistyped: 뺴줘, "wihtout", あれるぎー. Read as written they would leave
 * the food behind as a wish, so they are repaired however short they are. What may be mistaken for what is in slips.txt.
 */
final class RefusalSlips {

    private static final Pattern ENGLISH_WORD = Pattern.compile("[a-z]+(?:'[a-z]+)?");
    private static final int FIRST_SYLLABLE = '가';
    private static final int LAST_SYLLABLE = '힣';
    private static final int VOWELS = 21;
    private static final int CODAS = 28;
    private static final int MIN_WITH_LETTER_LEFT_OUT = 5;
    private static final int MIN_LONG = 6;
    private static final int MAX_MISTAKEN = 2;

    private static final RefusalSlips BUNDLED = new RefusalSlips();

    private final Map<String, String> korean = new HashMap<>();
    private final Map<String, String> english = new HashMap<>();
    private final PatternSet patterns;
    private final List<String> meant;
    private final Map<String, List<String>> alike = new HashMap<>();
    private final Set<String> longWords = new HashSet<>();
    private final Set<String> right = new HashSet<>();
    private final int longest;

    private RefusalSlips() {
        Set<String> koreanWords = new HashSet<>();
        Map<String, String> definitions = new LinkedHashMap<>();
        Map<Pattern, String> replacements = new LinkedHashMap<>();
        for (String line : ResourceText.lines(RefusalSlips.class, "slips.txt")) {
            String[] columns = line.split(" \\| ", 3);
            switch (columns[0]) {
                case "alike" ->
                    alike.computeIfAbsent(columns[1], part -> new ArrayList<>()).add(columns[2]);
                case "korean" -> koreanWords.addAll(ResourceText.items(columns[1]));
                case "english" -> ResourceText.items(columns[1]).forEach(this::addEnglish);
                case "long" -> longWords.addAll(ResourceText.items(columns[1]));
                case "right" -> right.addAll(ResourceText.items(columns[1]));
                case "define" -> definitions.put(columns[1], columns[2]);
                default ->
                    replacements.put(
                            Pattern.compile(PatternFile.expand(columns[1], definitions)),
                            columns.length > 2 ? columns[2] : "");
            }
        }
        patterns = new PatternSet(replacements.keySet());
        meant = List.copyOf(replacements.values());
        koreanWords.forEach(word -> addKorean(word, "", 0, word));
        List.of(korean, english).forEach(slips -> {
            slips.keySet().removeAll(right);
            right.addAll(slips.values());
            slips.keySet().removeAll(right);
        });
        longest = koreanWords.stream().mapToInt(String::length).max().orElse(0);
    }

    static RefusalSlips bundled() {
        return BUNDLED;
    }

    /** @param text normalised */
    String repair(String text) {
        String repaired = patterns.replaceAll(text, meant);
        return repairKorean(
                ENGLISH_WORD.matcher(repaired).replaceAll(word -> Matcher.quoteReplacement(meant(word.group()))));
    }

    private String meant(String word) {
        String meant = english.get(word);
        if (meant != null || word.length() < MIN_LONG || right.contains(word)) {
            return meant == null ? word : meant;
        }
        return longWords.stream()
                .filter(other -> distance(word, other) <= MAX_MISTAKEN)
                .findFirst()
                .orElse(word);
    }

    /** Letters left out, put in or mistaken. */
    private static int distance(String one, String other) {
        if (Math.abs(one.length() - other.length()) > MAX_MISTAKEN) {
            return Integer.MAX_VALUE;
        }
        int[] row = IntStream.rangeClosed(0, other.length()).toArray();
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }

    private String repairKorean(String text) {
        StringBuilder repaired = new StringBuilder(text);
        for (int start = 0; start < repaired.length(); start++) {
            if (!isSyllable(repaired.charAt(start))) {
                continue;
            }
            for (int end = Math.min(repaired.length(), start + longest); end > start + 1; end--) {
                String word = korean.get(repaired.substring(start, end));
                if (word != null) {
                    repaired.replace(start, end, word);
                    break;
                }
            }
        }
        return repaired.toString();
    }

    /** All that a word may look like with two of its letters mistaken for ones like them. */
    private void addKorean(String rest, String written, int mistaken, String word) {
        if (rest.isEmpty()) {
            korean.putIfAbsent(written, word);
            return;
        }
        int syllable = rest.charAt(0) - FIRST_SYLLABLE;
        int coda = syllable % CODAS;
        int vowel = syllable / CODAS % VOWELS;
        int onset = syllable / CODAS / VOWELS;
        for (int otherOnset : likeness("onset", onset)) {
            for (int otherVowel : likeness("vowel", vowel)) {
                for (int otherCoda : likeness("coda", coda)) {
                    int wrong = mistaken
                            + (otherOnset == onset ? 0 : 1)
                            + (otherVowel == vowel ? 0 : 1)
                            + (otherCoda == coda ? 0 : 1);
                    if (wrong <= MAX_MISTAKEN) {
                        char other = (char) (FIRST_SYLLABLE + (otherOnset * VOWELS + otherVowel) * CODAS + otherCoda);
                        addKorean(rest.substring(1), written + other, wrong, word);
                    }
                }
            }
        }
    }

    /** The letters that one may be mistaken for, itself first, by their places in the order of Unicode. */
    private List<Integer> likeness(String part, int letter) {
        String order =
                switch (part) {
                    case "onset" -> "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
                    case "vowel" -> "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ";
                    default -> " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";
                };
        List<Integer> like = new ArrayList<>(List.of(letter));
        for (String group : alike.getOrDefault(part, List.of())) {
            if (group.indexOf(order.charAt(letter)) >= 0) {
                group.chars()
                        .map(order::indexOf)
                        .filter(other -> other != letter)
                        .forEach(like::add);
            }
        }
        return like;
    }

    /** A letter doubled, swapped with its neighbour or, of a long word, left out. */
    private void addEnglish(String word) {
        for (int i = 0; i < word.length(); i++) {
            english.putIfAbsent(word.substring(0, i + 1) + word.substring(i), word);
            if (i + 1 < word.length()) {
                english.putIfAbsent(
                        word.substring(0, i) + word.charAt(i + 1) + word.charAt(i) + word.substring(i + 2), word);
            }
            if (word.length() >= MIN_WITH_LETTER_LEFT_OUT) {
                english.putIfAbsent(word.substring(0, i) + word.substring(i + 1), word);
            }
        }
        english.remove(word);
    }

    private static boolean isSyllable(char c) {
        return c >= FIRST_SYLLABLE && c <= LAST_SYLLABLE;
    }
}
