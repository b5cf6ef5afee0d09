package com.ones1ght.adapters.llm.cookbook.language;

import com.ones1ght.adapters.llm.cookbook.language.Token.Role;
import com.ones1ght.adapters.llm.cookbook.language.Token.Script;

/** The scripts of a text: stretches of one script go to one analyzer. */
final class Scripts {

    private static final int KATAKANA_TO_HIRAGANA = 'ぁ' - 'ァ';

    private Scripts() {}

    static Script of(int c) {
        return switch (Character.UnicodeScript.of(c)) {
            case HANGUL -> Script.HANGUL;
            case HIRAGANA, KATAKANA, HAN -> Script.JAPANESE;
            case LATIN -> Script.LATIN;
            default -> c == 'ー' || c == '々' ? Script.JAPANESE : Character.isDigit(c) ? Script.LATIN : Script.OTHER;
        };
    }

    /** Behind the stretch that begins at a place: spaces and apostrophes within it included, other symbols one by one. */
    static int endOfRun(String text, int start) {
        Script script = of(text.codePointAt(start));
        int end = start + Character.charCount(text.codePointAt(start));
        if (script == Script.OTHER) {
            return end;
        }
        int position = end;
        while (position < text.length()) {
            int c = text.codePointAt(position);
            position += Character.charCount(c);
            if (of(c) == script) {
                end = position;
            } else if (c != ' ' && c != '\'' && c != '-' && !isWithinNumber(text, position - 1)) {
                return end;
            }
        }
        return end;
    }

    /** The point of 0.5, the stroke of 1/4. */
    private static boolean isWithinNumber(String text, int at) {
        return "./⁄,".indexOf(text.charAt(at)) >= 0
                && Character.isDigit(text.charAt(at - 1))
                && at + 1 < text.length()
                && Character.isDigit(text.charAt(at + 1));
    }

    static Role roleOf(String symbol) {
        if (".。!?;…".contains(symbol)) {
            return Role.STOP;
        }
        if (symbol.equals("&")) {
            return Role.LIGHT;
        }
        return Character.isLetterOrDigit(symbol.codePointAt(0)) || Character.isSurrogate(symbol.charAt(0))
                ? Role.WORD
                : Role.PAUSE;
    }

    /** Words are written in hiragana and in katakana alike: えび, エビ. */
    static String hiragana(String word) {
        return shifted(word, 'ァ', 'ヶ', KATAKANA_TO_HIRAGANA);
    }

    static boolean isHiragana(CharSequence word) {
        return word.chars().allMatch(c -> c >= 'ぁ' && c <= 'ゖ' || c == 'ー');
    }

    static String katakana(String word) {
        return shifted(word, 'ぁ', 'ゖ', -KATAKANA_TO_HIRAGANA);
    }

    private static String shifted(String word, char from, char to, int by) {
        StringBuilder shifted = new StringBuilder(word);
        for (int i = 0; i < shifted.length(); i++) {
            char c = shifted.charAt(i);
            if (c >= from && c <= to) {
                shifted.setCharAt(i, (char) (c + by));
            }
        }
        return shifted.toString();
    }
}
