package com.ones1ght.adapters.llm.cookbook.language;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The form in which texts are compared and searched. */
public final class TextNormalizer {

    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

    private static final Pattern WITHOUT = Pattern.compile("\\bw/(?:o|out)\\b");

    private TextNormalizer() {}

    /**
     * Unicode NFKC (full width to half, composed), lower case, straight apostrophes, single spaces, "without" written
     * out, words for pictures.
     */
    public static String normalize(String text) {
        String folded = Normalizer.normalize(Pictures.bundled().worded(text), Normalizer.Form.NFKC)
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
}
