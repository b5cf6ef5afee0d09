package com.ones1ght.adapters.rest.shared;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** The rules for strings, keys and numbers of a request beyond those of JSON. */
final class TokenRules {

    /** The decimal exponent up to which every double is finite and, if negative, not yet subnormal. */
    private static final int MAX_EXPONENT = 308;

    private TokenRules() {}

    static void check(JsonParser parser, JsonToken token) throws IOException {
        switch (token) {
            case FIELD_NAME -> checkText(parser.currentName());
            case VALUE_STRING -> checkText(parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> checkNumber(parser.getText());
            default -> {}
        }
    }

    private static void checkText(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                throw new InvalidInputException("The request body has U+0000 in a string or key");
            }
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    throw new InvalidInputException("The request body has a lone surrogate in a string or key");
                }
                i++;
            }
        }
    }

    /** Neither the written exponent nor that of the value may be out of range. */
    private static void checkNumber(String number) {
        int e = Math.max(number.indexOf('e'), number.indexOf('E'));
        String mantissa = e < 0 ? number : number.substring(0, e);
        String exponent = e < 0 ? "0" : number.substring(e + 1);
        // Three digits cannot overflow; leading zeros do not count.
        String digits = exponent.replaceFirst("^[+-]?0*", "");
        if (digits.length() > 3) {
            throw outOfRange();
        }
        int written = digits.isEmpty() ? 0 : Integer.parseInt(digits) * (exponent.startsWith("-") ? -1 : 1);
        if (Math.abs(written) > MAX_EXPONENT || Math.abs(written + magnitude(mantissa)) > MAX_EXPONENT) {
            throw outOfRange();
        }
    }

    /** The exponent of the mantissa's first digit that is not zero: 0 for 5.9, 3 for 5900, -2 for 0.059. */
    private static int magnitude(String mantissa) {
        String unsigned = mantissa.startsWith("-") ? mantissa.substring(1) : mantissa;
        int dot = unsigned.indexOf('.');
        int whole = dot < 0 ? unsigned.length() : dot;
        for (int i = 0; i < unsigned.length(); i++) {
            char c = unsigned.charAt(i);
            if (c != '0' && c != '.') {
                return i < whole ? whole - 1 - i : whole - i;
            }
        }
        return 0;
    }

    private static InvalidInputException outOfRange() {
        return new InvalidInputException(
                "The request body has a number with an exponent beyond " + MAX_EXPONENT + " or -" + MAX_EXPONENT);
    }
}
