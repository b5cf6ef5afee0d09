package com.ones1ght.adapters.llm.shared;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Chooses between the two forms of a particle: {@code 두부을(를)} becomes {@code 두부를}. */
public final class KoreanParticles {

    private static final Pattern CHOICE = Pattern.compile("(.)(을\\(를\\)|이\\(가\\)|은\\(는\\)|과\\(와\\)|으로\\(로\\))");
    private static final Pattern CLOSING = Pattern.compile("[)\\]\"'”’]{1,9}$");
    private static final Pattern GRAMS = Pattern.compile("\\d ?[kKmM]?[gG]$");
    private static final String DIGITS = "영일이삼사오육칠팔구";
    private static final int FINALS = 28;
    private static final int FINAL_RIEUL = 8;

    private KoreanParticles() {}

    public static String resolve(String text) {
        return CHOICE.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(
                        match.group(1) + particle(lastSound(text.substring(0, match.end(1))), match.group(2))));
    }

    private static String particle(int lastSound, String choice) {
        String afterConsonant = choice.substring(0, choice.indexOf('('));
        String afterVowel = choice.substring(choice.indexOf('(') + 1, choice.length() - 1);
        boolean isOpen = lastSound == 0 || afterVowel.equals("로") && lastSound == FINAL_RIEUL;
        return isOpen ? afterVowel : afterConsonant;
    }

    /** The final of the last syllable as it is spoken, 0 for none: a closing bracket is silent, kg says 킬로그램. */
    private static int lastSound(String text) {
        String spoken = CLOSING.matcher(text).replaceFirst("");
        if (spoken.isEmpty()) {
            return 0;
        }
        if (GRAMS.matcher(spoken).find()) {
            return finalOf('램');
        }
        char last = spoken.charAt(spoken.length() - 1);
        return finalOf(last >= '0' && last <= '9' ? DIGITS.charAt(last - '0') : last);
    }

    private static int finalOf(char syllable) {
        return isHangul(syllable) ? (syllable - '가') % FINALS : 0;
    }

    private static boolean isHangul(char c) {
        return c >= '가' && c <= '힣';
    }
}
