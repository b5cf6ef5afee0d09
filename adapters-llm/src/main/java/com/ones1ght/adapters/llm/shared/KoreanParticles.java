package com.ones1ght.adapters.llm.shared;

import java.util.List;

/** Chooses between the two forms of a particle: {@code 두부을(를)} becomes {@code 두부를}. */
public final class KoreanParticles {

    private static final List<String> CHOICES = List.of("을(를)", "이(가)", "은(는)", "과(와)", "으로(로)");
    private static final String CLOSING = ")]\"'”’";
    private static final int MAX_CLOSING = 9;
    private static final String LINE_ENDS = "\n\r\u0085\u2028\u2029";
    private static final String DIGITS = "영일이삼사오육칠팔구";
    private static final int FINALS = 28;
    private static final int FINAL_RIEUL = 8;

    private KoreanParticles() {}

    // Asked of every text of every round, and without regular expressions: they took a ninth of a round's time.

    public static String resolve(String text) {
        StringBuilder resolved = new StringBuilder(text.length());
        int copied = 0;
        for (int open = text.indexOf('('); open >= 0; open = text.indexOf('(', open + 1)) {
            for (String choice : CHOICES) {
                int start = open - choice.indexOf('(');
                if (start > copied && text.startsWith(choice, start) && LINE_ENDS.indexOf(text.charAt(start - 1)) < 0) {
                    resolved.append(text, copied, start).append(particle(lastSound(text, start), choice));
                    copied = start + choice.length();
                }
            }
        }
        return resolved.append(text, copied, text.length()).toString();
    }

    private static String particle(int lastSound, String choice) {
        String afterConsonant = choice.substring(0, choice.indexOf('('));
        String afterVowel = choice.substring(choice.indexOf('(') + 1, choice.length() - 1);
        boolean isOpen = lastSound == 0 || afterVowel.equals("로") && lastSound == FINAL_RIEUL;
        return isOpen ? afterVowel : afterConsonant;
    }

    /**
     * The final of the last syllable before a place as it is spoken, 0 for none: a closing bracket is silent, kg says
     * 킬로그램.
     */
    private static int lastSound(String text, int place) {
        int end = place;
        while (end > 0 && end > place - MAX_CLOSING && CLOSING.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        if (end == 0) {
            return 0;
        }
        if (isInGrams(text, end)) {
            return finalOf('램');
        }
        char last = text.charAt(end - 1);
        return finalOf(isDigit(last) ? DIGITS.charAt(last - '0') : last);
    }

    /** Whether a weight ends there: {@code 300g}, {@code 1.5 kg}. */
    private static boolean isInGrams(String text, int end) {
        int unit = isOneOf("gG", text, end) ? end - 1 : 0;
        int prefix = isOneOf("kKmM", text, unit) ? unit - 1 : unit;
        int number = isOneOf(" ", text, prefix) ? prefix - 1 : prefix;
        return number > 0 && isDigit(text.charAt(number - 1));
    }

    /** Whether one of the characters is before a place. */
    private static boolean isOneOf(String characters, String text, int place) {
        return place > 0 && characters.indexOf(text.charAt(place - 1)) >= 0;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int finalOf(char syllable) {
        return isHangul(syllable) ? (syllable - '가') % FINALS : 0;
    }

    private static boolean isHangul(char c) {
        return c >= '가' && c <= '힣';
    }
}
