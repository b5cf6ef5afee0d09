package com.ones1ght.adapters.signage.embedded;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Checks an accent colour. The pages write with it on their surfaces and on it in the colour of a surface, so it needs
 * the contrast that WCAG 2.2 AA demands of text, against each of them.
 */
final class AccentColour {

    /** For text of any size. */
    private static final double MIN_CONTRAST = 4.5;

    /** The colours {@code --os-surface} and {@code --os-bg} of display.css. */
    private static final List<String> SURFACES = List.of("#fffdf8", "#f7f1e4");

    private static final Pattern HEX = Pattern.compile("#[0-9a-f]{6}");

    private AccentColour() {}

    /**
     * The colour in lower case.
     *
     * @throws IllegalArgumentException if it is not {@code #rrggbb} or too bright
     */
    static String checked(String colour) {
        String hex = colour.strip().toLowerCase(Locale.ROOT);
        if (!HEX.matcher(hex).matches()) {
            throw new IllegalArgumentException("\"" + colour + "\" is not a colour of the form #rrggbb");
        }
        double lowest = SURFACES.stream()
                .mapToDouble(surface -> contrast(hex, surface))
                .min()
                .orElseThrow();
        if (lowest < MIN_CONTRAST) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "%s has a contrast of %.2f:1 with the screens' light surfaces, but text needs %.1f:1; choose a"
                            + " darker colour",
                    hex,
                    lowest,
                    MIN_CONTRAST));
        }
        return hex;
    }

    /** The contrast ratio as WCAG 2.2 defines it, 1 to 21. */
    static double contrast(String one, String other) {
        double first = luminance(one);
        double second = luminance(other);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(String hex) {
        int rgb = Integer.parseInt(hex.substring(1), 16);
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8 & 0xff) + 0.0722 * linear(rgb & 0xff);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
