package com.ones1ght.adapters.llm.cookbook.language;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Adds up numbers that are written in parts: 만 오천, 1만5천, 二十五, "twenty five thousand", 10k. */
final class Numerals {

    private static final Pattern PART = Pattern.compile("\\d[\\d,.]*|[a-z]+|[^\\s\\d-]");
    private static final Map<String, Integer> UNITS = Map.ofEntries(
            Map.entry("십", 10),
            Map.entry("十", 10),
            Map.entry("백", 100),
            Map.entry("百", 100),
            Map.entry("hundred", 100),
            Map.entry("천", 1_000),
            Map.entry("千", 1_000),
            Map.entry("thousand", 1_000),
            Map.entry("k", 1_000));
    private static final Map<String, Integer> MYRIADS = Map.of("만", 10_000, "万", 10_000);
    private static final int MAX_DIGITS = 9;

    private Numerals() {}

    /**
     * The number; 0 where a part of it is none.
     *
     * @param words for single numbers
     */
    static double value(String written, Map<String, Double> words) {
        double total = 0;
        double section = 0;
        double digits = 0;
        Matcher parts = PART.matcher(written);
        while (parts.find()) {
            String part = parts.group();
            Integer unit = UNITS.get(part);
            if (MYRIADS.containsKey(part)) {
                total += Math.max(1, section + digits) * MYRIADS.get(part);
                section = 0;
                digits = 0;
            } else if (unit != null) {
                // "Two hundred thousand" multiplies what stands before it, 백이십 adds to it.
                boolean multiplies = digits == 0 && section > 0 && section < unit;
                section = multiplies ? section * unit : section + Math.max(1, digits) * unit;
                digits = 0;
            } else if (Character.isDigit(part.charAt(0))) {
                digits = figures(part);
            } else if (words.containsKey(part)) {
                digits += words.get(part);
            } else {
                return 0;
            }
        }
        return total + section + digits;
    }

    private static double figures(String written) {
        String figures = written.replaceAll(",|[.]$", "");
        if (figures.length() > MAX_DIGITS) {
            return Integer.MAX_VALUE;
        }
        return figures.matches("\\d+(?:[.]\\d+)?") ? Double.parseDouble(figures) : 0;
    }
}
