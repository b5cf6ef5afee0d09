package com.ones1ght.adapters.rest.shared;

import java.math.BigDecimal;

/** Writes numbers in plain notation: {@code 5900}, not {@code 5900.0} or {@code 5.9E+3}. */
public final class PlainNumbers {

    /** Beyond it scientific notation is kept: a few characters could otherwise become gigabytes of zeros. */
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
