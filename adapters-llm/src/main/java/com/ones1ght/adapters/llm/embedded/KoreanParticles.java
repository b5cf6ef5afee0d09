package com.ones1ght.adapters.llm.embedded;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Chooses between the two forms of a particle: {@code 두부을(를)} becomes {@code 두부를}. */
final class KoreanParticles {

    private static final Pattern CHOICE = Pattern.compile("(.)(을\\(를\\)|이\\(가\\)|은\\(는\\)|과\\(와\\)|으로\\(로\\))");
    private static final int FINALS = 28;
    private static final int FINAL_RIEUL = 8;

    private KoreanParticles() {}

    static String resolve(String text) {
        Matcher matcher = CHOICE.matcher(text);
        return matcher.replaceAll(match -> Matcher.quoteReplacement(
                match.group(1) + particle(match.group(1).charAt(0), match.group(2))));
    }

    private static String particle(char before, String choice) {
        String afterConsonant = choice.substring(0, choice.indexOf('('));
        String afterVowel = choice.substring(choice.indexOf('(') + 1, choice.length() - 1);
        int last = WordBoundary.isHangul(before) ? (before - '가') % FINALS : 0;
        boolean isOpen = last == 0 || afterVowel.equals("로") && last == FINAL_RIEUL;
        return isOpen ? afterVowel : afterConsonant;
    }
}
