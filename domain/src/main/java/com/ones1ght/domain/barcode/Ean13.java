package com.ones1ght.domain.barcode;

import com.ones1ght.domain.shared.Require;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A valid EAN-13 (GS1 General Specifications, 7.9).
 *
 * @param digits 13 ASCII digits with a correct check digit
 */
public record Ean13(String digits) {

    public Ean13 {
        Require.notNull(digits, "barcode");
        Require.that(isValid(digits), "barcode", "be 13 digits with a correct check digit");
    }

    /** The EAN-13 of a barcode as a store has it; empty when it is none. */
    public static Optional<Ean13> parse(@Nullable String barcode) {
        return barcode != null && isValid(barcode) ? Optional.of(new Ean13(barcode)) : Optional.empty();
    }

    private static boolean isValid(String barcode) {
        return barcode.matches("[0-9]{13}") && weightedSum(barcode) % 10 == 0;
    }

    /** Digits weigh 1 and 3 in turn from the left; with the check digit the sum is a multiple of ten. */
    private static int weightedSum(String barcode) {
        int sum = 0;
        for (int i = 0; i < barcode.length(); i++) {
            int digit = barcode.charAt(i) - '0';
            sum += i % 2 == 0 ? digit : 3 * digit;
        }
        return sum;
    }
}
