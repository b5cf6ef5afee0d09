package com.ones1ght.adapters.signage.embedded;

/** Sanitises untrusted text for a screen. */
final class DisplayText {

    /** Code points; no screen has room for more. */
    private static final int MAX_LENGTH = 300;

    private DisplayText() {}

    /** One line without control and formatting characters, truncated if too long; may be empty. */
    static String tidy(String text) {
        StringBuilder tidy = new StringBuilder(Math.min(text.length(), MAX_LENGTH));
        int taken = 0;
        boolean gap = false;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int point = text.codePointAt(i);
            if (Character.isWhitespace(point) || Character.isSpaceChar(point) || Character.isISOControl(point)) {
                gap = tidy.length() > 0;
            } else if (isVisible(point)) {
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
        }
        return tidy.toString();
    }

    private static boolean isVisible(int point) {
        int type = Character.getType(point);
        // Formatting characters include those that reverse the direction of all following text.
        return type != Character.FORMAT && type != Character.SURROGATE && type != Character.UNASSIGNED;
    }
}
