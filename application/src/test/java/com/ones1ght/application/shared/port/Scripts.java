package com.ones1ght.application.shared.port;

import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.shared.LocalizedText;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells Korean, English and Japanese from each other by their letters. */
public final class Scripts {

    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    private static final Pattern HANGUL = Pattern.compile("\\p{IsHangul}");
    private static final Pattern LATIN = Pattern.compile("\\p{IsLatin}");
    private static final Pattern JAPANESE = Pattern.compile("[\\p{L}&&[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}ー]]");
    private static final Pattern KANA = Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}]");

    private Scripts() {}

    /**
     * Checks a text in sentences: most of its letters are those of the language. Foreign names within it are fine.
     *
     * @throws AssertionError when most letters are others, or there are none
     */
    public static void requireSentences(String what, String text, Language language) {
        if (2 * count(scriptOf(language), text) <= count(LETTER, text)) {
            throw new AssertionError(what + " has to be in " + nameOf(language) + ", but was: " + text
                    + ". Answer in the language of the request: PipelineRequest.language().");
        }
    }

    /**
     * Checks a name: it has no letters that the language never has, such as Hangul in English. Latin is at home in all.
     *
     * @throws AssertionError when it has such letters, or is blank; null passes
     */
    public static void requireName(String what, @Nullable String name, Language language) {
        if (name == null) {
            return;
        }
        boolean isForeign =
                switch (language) {
                    case KO -> KANA.matcher(name).find();
                    case JA -> HANGUL.matcher(name).find();
                    case EN ->
                        HANGUL.matcher(name).find() || JAPANESE.matcher(name).find();
                };
        if (name.isBlank() || isForeign) {
            throw new AssertionError(what + " has to be in " + nameOf(language) + ", but was: "
                    + (name.isBlank() ? "blank" : name) + ".");
        }
    }

    /** Checks that a text is there in all three languages, each in its own letters; null passes. */
    public static void requireAllThree(String what, @Nullable LocalizedText text) {
        if (text != null) {
            for (Language language : Language.values()) {
                requireName(what + "." + language.code(), text.in(language), language);
            }
        }
    }

    private static Pattern scriptOf(Language language) {
        return switch (language) {
            case KO -> HANGUL;
            case EN -> LATIN;
            case JA -> JAPANESE;
        };
    }

    private static String nameOf(Language language) {
        return switch (language) {
            case KO -> "Korean";
            case EN -> "English";
            case JA -> "Japanese";
        };
    }

    private static long count(Pattern pattern, String text) {
        return pattern.matcher(text).results().count();
    }
}
