package com.ones1ght.adapters.llm.cookbook.language;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The numbers that a text states.
 *
 * @param servings for how many people, 1 to {@link #MAX_SERVINGS}
 * @param scale how many times what was planned before, for example 2 or 0.5
 * @param minutes in how much time the meal has to be ready
 * @param won what all of it may cost, in Korean won
 * @param foreignBudget what it may cost as written, where that is no amount in won
 */
public record Limits(
        OptionalInt servings,
        Optional<Double> scale,
        OptionalInt minutes,
        OptionalInt won,
        Optional<String> foreignBudget) {

    public static final Limits NONE = new Limits(
            OptionalInt.empty(), Optional.empty(), OptionalInt.empty(), OptionalInt.empty(), Optional.empty());

    /** Households cook for no more people at once; a larger number is taken as this. */
    public static final int MAX_SERVINGS = 12;

    private static final String EN_NUMBER = "one|two|three|four|five|six|seven|eight|nine|ten|twelve";

    private static final List<Pattern> SERVINGS = List.of(
            Pattern.compile("(\\d{1,3}) ?(?:인분|인 ?가족|인용|명이|명 |명$|명분|명의|명한|식구|人分|人前|人で|人家族|人の|人が|人来|人集|人い|人$|名分|名で|名$)"),
            Pattern.compile("([한두세네]|다섯|여섯|일곱|여덟) ?(?:명|식구|사람|인분)|(둘|셋|넷)이서?|(혼자|혼밥|자취)|(두|세|네) ?식구"),
            Pattern.compile("([一二三四五六七八]|ふたり|ひとり|1人|2人) ?(?:人分|人前|人で|人家族|人の|人$|分$|分の|で$|暮らし)|(一人暮らし|おひとりさま)|(夫婦)"),
            Pattern.compile(
                    "(?:for|serves|serving|feeds|feed|family of|party of|make it|cook) (?:us )?(?:the )?(\\d{1,3}|"
                            + EN_NUMBER
                            + ")\\b(?!"
                            + " ?(?:min|hour|day|week|month|euro|dollar|yen|won|krw|k\\b|\\$|am\\b|pm\\b|o'clock|:|,\\d|percent|%))"),
            Pattern.compile(
                    "(\\d{1,3}|" + EN_NUMBER + ") (?:people|persons|servings|portions|of us|adults|guests|friends)"),
            Pattern.compile("\\b(just me|for myself|living alone|lives alone)\\b|\\b(just the two of us|for my"
                    + " (?:wife|husband|girlfriend|boyfriend|partner) and (?:me|i))\\b"));

    private static final List<List<String>> NUMERALS = List.of(
            List.of(
                    "one",
                    "한",
                    "一",
                    "ひとり",
                    "혼자",
                    "혼밥",
                    "자취",
                    "just me",
                    "for myself",
                    "living alone",
                    "lives alone",
                    "一人暮らし",
                    "おひとりさま",
                    "1人"),
            List.of("two", "두", "二", "ふたり", "둘", "夫婦", "2人"),
            List.of("three", "세", "셋", "三"),
            List.of("four", "네", "넷", "四"),
            List.of("five", "다섯", "五"),
            List.of("six", "여섯", "六"),
            List.of("seven", "일곱", "七"),
            List.of("eight", "여덟", "八"),
            List.of("nine"),
            List.of("ten"),
            List.of(),
            List.of("twelve"));

    private static final Pattern TWICE = Pattern.compile(
            "\\bdouble(?: (?:it|that|the (?:recipe|amount|quantity)))?$|\\btwice\\b|두 ?배|2 ?배|倍(?:に|で|の)|2倍");
    private static final Pattern THRICE = Pattern.compile("\\btriple\\b|세 ?배|3 ?배|3倍|三倍");
    private static final Pattern HALF =
            Pattern.compile("\\bhalve\\b|\\bhalf (?:of )?(?:it|the|that|as much)|절반|반으로|반만|半分");

    private static final Pattern MINUTES = Pattern.compile(
            "(\\d{1,3}) ?-?(?:분(?!의)|min(?:ute)?s?\\b|分(?!の))(?! ?(?:명|전|ぶん|前))|(반 ?시간|half an hour|30分)|(한 ?시간|1"
                    + " ?시간|an hour|1 ?時間|one hour)");

    private static final Pattern KOREAN_WON = Pattern.compile(
            "(?:(\\d+(?:\\.\\d+)?|[일이삼사오육칠팔구]|한|두|세)? ?만 ?(?:(\\d|[일이삼사오육칠팔구]) ?천)?|(\\d+|[일이삼사오육칠팔구]) ?천)"
                    + " ?원|([\\d,]{3,9}) ?원");
    private static final Pattern WON = Pattern.compile(
            "(?:₩|krw) ?([\\d,]{3,9})|([\\d,]{3,9}|\\d{1,3}k) ?(?:won\\b|krw|ウォン)|(\\d+)万ウォン|(\\d+)千ウォン|(一万)ウォン");
    private static final Pattern FOREIGN =
            Pattern.compile("[$€£¥] ?\\d[\\d.,]*|\\d[\\d.,]* ?(?:dollars?|bucks|euros?|usd|eur|pounds?|yen|円|엔|달러|유로)");

    /** @param text normalised */
    static Limits in(String text) {
        OptionalInt won = won(text);
        Matcher foreign = FOREIGN.matcher(text);
        return new Limits(
                servings(text),
                scale(text),
                minutes(text),
                won,
                won.isEmpty() && foreign.find() ? Optional.of(foreign.group().strip()) : Optional.empty());
    }

    /** These, and the other's where these say nothing. */
    public Limits or(Limits other) {
        return new Limits(
                servings.isPresent() ? servings : other.servings,
                scale.or(() -> other.scale),
                minutes.isPresent() ? minutes : other.minutes,
                won.isPresent() ? won : other.won,
                foreignBudget.or(() -> other.foreignBudget));
    }

    private static OptionalInt servings(String text) {
        for (Pattern pattern : SERVINGS) {
            Matcher matcher = pattern.matcher(text);
            if (matcher.find()) {
                int people = number(firstGroup(matcher));
                return people < 1 ? OptionalInt.empty() : OptionalInt.of(Math.min(people, MAX_SERVINGS));
            }
        }
        return OptionalInt.empty();
    }

    private static Optional<Double> scale(String text) {
        if (THRICE.matcher(text).find()) {
            return Optional.of(3.0);
        }
        if (TWICE.matcher(text).find()) {
            return Optional.of(2.0);
        }
        return HALF.matcher(text).find() ? Optional.of(0.5) : Optional.empty();
    }

    private static OptionalInt minutes(String text) {
        Matcher matcher = MINUTES.matcher(text);
        if (!matcher.find()) {
            return OptionalInt.empty();
        }
        if (matcher.group(1) == null) {
            return OptionalInt.of(matcher.group(2) != null ? 30 : 60);
        }
        int minutes = Integer.parseInt(matcher.group(1));
        return minutes == 0 ? OptionalInt.empty() : OptionalInt.of(minutes);
    }

    private static OptionalInt won(String text) {
        Matcher korean = KOREAN_WON.matcher(text);
        if (korean.find()) {
            if (korean.group(4) != null) {
                return amount(korean.group(4));
            }
            double thousands = korean.group(3) != null
                    ? digit(korean.group(3))
                    : 10 * digit(korean.group(1)) + (korean.group(2) == null ? 0 : digit(korean.group(2)));
            return OptionalInt.of((int) Math.min(thousands * 1000, Integer.MAX_VALUE));
        }
        Matcher other = WON.matcher(text);
        if (!other.find()) {
            return OptionalInt.empty();
        }
        String number = firstGroup(other);
        int unit = other.group(3) != null || other.group(5) != null ? 10_000 : other.group(4) != null ? 1_000 : 1;
        return other.group(5) != null
                ? OptionalInt.of(unit)
                : number.endsWith("k") ? amount(number.replace("k", "000")) : scaled(amount(number), unit);
    }

    private static OptionalInt scaled(OptionalInt amount, int unit) {
        return amount.isPresent()
                ? OptionalInt.of((int) Math.min((long) amount.getAsInt() * unit, Integer.MAX_VALUE))
                : amount;
    }

    private static OptionalInt amount(String digits) {
        String plain = digits.replace(",", "");
        return plain.isEmpty() || plain.length() > 9 ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(plain));
    }

    private static double digit(String word) {
        if (word == null) {
            return 1;
        }
        int numeral = "일이삼사오육칠팔구".indexOf(word);
        return numeral >= 0 ? numeral + 1 : Character.isDigit(word.charAt(0)) ? Double.parseDouble(word) : number(word);
    }

    private static String firstGroup(Matcher matcher) {
        for (int i = 1; i <= matcher.groupCount(); i++) {
            if (matcher.group(i) != null) {
                return matcher.group(i);
            }
        }
        return "";
    }

    private static int number(String word) {
        if (!word.isEmpty() && Character.isDigit(word.charAt(0)) && word.chars().allMatch(Character::isDigit)) {
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
