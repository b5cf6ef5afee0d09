package com.ones1ght.domain.shared;

import org.jspecify.annotations.Nullable;

/**
 * Blankness and trimming by the Unicode properties {@code White_Space} and {@code Default_Ignorable_Code_Point}
 * (PropList.txt and DerivedCoreProperties.txt, Unicode 16).
 */
public final class VisibleText {

    private VisibleText() {}

    /**
     * Whether the text is null, empty, or consists of white space, format characters and code points that are ignored
     * in display.
     */
    public static boolean isBlank(@Nullable String text) {
        return text == null || text.codePoints().allMatch(VisibleText::isInvisible);
    }

    /** Removes white space only, not for example the variation selector at the end of an emoji. */
    public static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isWhiteSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isWhiteSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** All white space is in the basic plane. {@link Character#isWhitespace(int)} lacks no-break spaces and U+0085. */
    private static boolean isWhiteSpace(int codePoint) {
        return Character.isSpaceChar(codePoint) || Character.isWhitespace(codePoint) || codePoint == 0x85;
    }

    private static boolean isInvisible(int codePoint) {
        return isWhiteSpace(codePoint) || Character.getType(codePoint) == Character.FORMAT || isIgnorable(codePoint);
    }

    /** Default ignorable code points other than format characters. */
    private static boolean isIgnorable(int codePoint) {
        return codePoint == 0x034F // combining grapheme joiner
                || codePoint == 0x115F // Hangul fillers
                || codePoint == 0x1160
                || codePoint == 0x3164
                || codePoint == 0xFFA0
                || codePoint == 0x17B4 // Khmer inherent vowels
                || codePoint == 0x17B5
                || isWithin(codePoint, 0x180B, 0x180F) // Mongolian selectors
                || codePoint == 0x2065
                || isWithin(codePoint, 0xFE00, 0xFE0F) // variation selectors
                || isWithin(codePoint, 0xFFF0, 0xFFF8)
                || isWithin(codePoint, 0xE0000, 0xE0FFF); // tags, further variation selectors
    }

    private static boolean isWithin(int codePoint, int first, int last) {
        return codePoint >= first && codePoint <= last;
    }
}
