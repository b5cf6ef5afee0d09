package com.ones1ght.adapters.llm.cookbook.language;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The number of people that a text asks to cook for: "for 4", "4인분", "네 명", "4人分". */
final class Servings {

    private static final List<Pattern> PATTERNS = List.of(
            Pattern.compile("(\\d{1,3}) ?(?:인분|명이|명 |명$|명분|식구|人分|人前|人で|人家族|名分)"),
            Pattern.compile("([한두세네]|다섯|여섯) ?(?:명|식구|사람)"),
            Pattern.compile("([一二三四五六七八]|ふたり|ひとり) ?(?:人分|人前|人で|人家族|分$|で$)"),
            Pattern.compile("(?:for|serves|serving|feeds|feed) (\\d{1,3}|one|two|three|four|five|six|eight)\\b"
                    + "(?! ?(?:min|hour|day|week|euro|dollar|yen|won|\\$|am\\b|pm\\b|o'clock|:))"),
            Pattern.compile("(\\d{1,3}|one|two|three|four|five|six|eight) (?:people|persons|servings|portions|of us)"));

    private static final List<List<String>> NUMERALS = List.of(
            List.of("one", "한", "一", "ひとり"),
            List.of("two", "두", "二", "ふたり"),
            List.of("three", "세", "三"),
            List.of("four", "네", "四"),
            List.of("five", "다섯", "五"),
            List.of("six", "여섯", "六"),
            List.of("七"),
            List.of("eight", "八"));

    private Servings() {}

    /** @param text normalised; the result is 1 to {@link MealPreferences#MAX_SERVINGS} */
    static OptionalInt in(String text) {
        for (Pattern pattern : PATTERNS) {
            Matcher matcher = pattern.matcher(text);
            if (matcher.find()) {
                int people = number(matcher.group(1));
                return people < 1
                        ? OptionalInt.empty()
                        : OptionalInt.of(Math.min(people, MealPreferences.MAX_SERVINGS));
            }
        }
        return OptionalInt.empty();
    }

    private static int number(String word) {
        if (Character.isDigit(word.charAt(0))) {
            return Integer.parseInt(word);
        }
        for (int i = 0; i < NUMERALS.size(); i++) {
            if (NUMERALS.get(i).contains(word)) {
                return i + 1;
            }
        }
        return 0;
    }
}
