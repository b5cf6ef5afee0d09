package com.ones1ght.adapters.rest.shared;

import java.math.BigDecimal;

/** Writes numbers as people do: {@code 5900}, not {@code 5900.0} or {@code 5.9E+3}. */
public final class PlainNumbers {

    /** Beyond it digits would be written that nobody gave; a few characters could become gigabytes. */
    private static final int MAX_ZEROS = 400;

    private PlainNumbers() {}

    /** The number as JSON text. */
    public static String of(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return Math.abs((long) stripped.scale()) > MAX_ZEROS ? stripped.toString() : stripped.toPlainString();
    }

    /** The number as JSON text. */
    public static String of(double number) {
        return of(BigDecimal.valueOf(number));
    }
}
