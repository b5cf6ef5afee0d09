package com.ones1ght.adapters.llm.cookbook.language;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The form in which texts are compared and searched. */
public final class TextNormalizer {

    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

    private TextNormalizer() {}

    /** Unicode NFKC (full width to half, composed), lower case, straight apostrophes, single spaces. */
    public static String normalize(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replace('’', '\'');
        return WHITE_SPACE.matcher(folded).replaceAll(" ").strip();
    }
}
