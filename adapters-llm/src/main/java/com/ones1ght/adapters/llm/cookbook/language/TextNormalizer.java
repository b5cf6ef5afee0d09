package com.ones1ght.adapters.llm.cookbook.language;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The form in which texts are compared and searched. */
public final class TextNormalizer {

    /** Where emoji begin. */
    private static final int FIRST_PICTURE = 0x1F300;

    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

    private static final Pattern WITHOUT = Pattern.compile("\\bw/(?:o|out)\\b");

    private TextNormalizer() {}

    /**
     * Unicode NFKC (full width to half, composed), lower case, straight apostrophes, single spaces, "without" written
     * out, pictures by their Unicode names.
     */
    public static String normalize(String text) {
        String folded = Normalizer.normalize(named(text), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replace('’', '\'');
        String written = folded.contains("w/") ? WITHOUT.matcher(folded).replaceAll("without") : folded;
        return (hasOddSpace(written) ? WHITE_SPACE.matcher(written).replaceAll(" ") : written).strip();
    }

    /** Whether there is white space other than single spaces. */
    private static boolean hasOddSpace(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == ' ' && i + 1 < text.length() && text.charAt(i + 1) <= ' ') {
                return true;
            }
        }
        return false;
    }

    private static boolean hasPicture(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isHighSurrogate(text.charAt(i)) && text.codePointAt(i) >= FIRST_PICTURE) {
                return true;
            }
        }
        return false;
    }

    private static String named(String text) {
        if (!hasPicture(text)) {
            return text;
        }
        StringBuilder named = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (c >= FIRST_PICTURE && Character.getType(c) == Character.OTHER_SYMBOL) {
                named.append(' ').append(Character.getName(c)).append(' ');
            } else {
                named.appendCodePoint(c);
            }
        });
        return named.toString();
    }
}
