package com.ones1ght.adapters.signage.embedded;

import java.text.Normalizer;

/** Sanitises untrusted text for a screen. */
final class DisplayText {

    /** Code points; no screen has room for more. */
    private static final int MAX_LENGTH = 300;

    /** On one letter; stacks of them run into the lines above and below. */
    private static final int MAX_MARKS = 2;

    private static final int ZERO_WIDTH_JOINER = 0x200d;
    private static final int EMOJI_PRESENTATION = 0xfe0f;

    private DisplayText() {}

    /**
     * One line without control and formatting characters, truncated if too long; may be empty. Letters with combining
     * marks are composed, since fonts have the composed ones.
     */
    static String tidy(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        StringBuilder tidy = new StringBuilder(Math.min(composed.length(), MAX_LENGTH));
        int taken = 0;
        int marks = 0;
        boolean gap = false;
        int before = 0;
        for (int i = 0; i < composed.length(); i += Character.charCount(composed.codePointAt(i))) {
            int point = composed.codePointAt(i);
            if (Character.isWhitespace(point) || Character.isSpaceChar(point) || Character.isISOControl(point)) {
                gap = tidy.length() > 0;
                marks = 0;
            } else if (isVisible(point) || joinsEmoji(composed, i, before)) {
                marks = isMark(point) ? marks + 1 : 0;
                if (marks > MAX_MARKS) {
                    continue;
                }
                if (taken >= MAX_LENGTH) {
                    return tidy.append('…').toString();
                }
                if (gap) {
                    tidy.append(' ');
                }
                gap = false;
                tidy.appendCodePoint(point);
                taken++;
            }
            before = point;
        }
        return tidy.toString();
    }

    private static boolean isMark(int point) {
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    private static boolean isVisible(int point) {
        int type = Character.getType(point);
        // Formatting characters include those that reverse the direction of all following text.
        return isPictograph(point)
                || type != Character.FORMAT
                        && type != Character.SURROGATE
                        && type != Character.PRIVATE_USE
                        && type != Character.UNASSIGNED;
    }

    /** Whether it is a joiner within an emoji, such as that of a cook: a person, a joiner and a pan. */
    private static boolean joinsEmoji(String text, int index, int before) {
        return text.charAt(index) == ZERO_WIDTH_JOINER
                && (isEmoji(before) || before == EMOJI_PRESENTATION)
                && index + 1 < text.length()
                && isEmoji(text.codePointAt(index + 1));
    }

    private static boolean isEmoji(int point) {
        return isPictograph(point) || point >= 0x2600 && point <= 0x27bf;
    }

    /** The blocks of emoji, which grow faster than the runtime's tables. */
    private static boolean isPictograph(int point) {
        return point >= 0x1f300 && point <= 0x1faff;
    }
}
