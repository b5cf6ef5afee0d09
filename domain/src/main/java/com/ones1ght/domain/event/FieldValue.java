package com.ones1ght.domain.event;

import com.ones1ght.domain.shared.Require;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A field's value, kept exactly as the client sent it; interpreted only to recognize the id of a product.
 *
 * @param written the value as JSON text
 */
public record FieldValue(String written, Kind kind) {

    /** Short enough to be computed with. */
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,30}(?:\\.\\d{1,30})?(?:[eE][+-]?\\d{1,2})?");

    /** The kinds of values that the domain tells apart. */
    public enum Kind {
        /** An explicit null. */
        NONE,
        /** A string or a number. */
        PLAIN,
        /** Anything else. */
        OTHER
    }

    public FieldValue {
        Require.notBlank(written, "written");
        Require.notNull(kind, "kind");
    }

    /** The whole number that a number or a text writes, however it does: {@code 7}, {@code 7.0} or {@code "7"}. */
    Optional<Long> wholeNumber() {
        String number = written.replaceAll("^\"\\s*|\\s*\"$", "");
        if (!NUMBER.matcher(number).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(number).longValueExact());
        } catch (ArithmeticException noWholeNumber) {
            return Optional.empty();
        }
    }

    boolean isGiven() {
        return kind != Kind.NONE;
    }

    boolean isPlain() {
        return kind == Kind.PLAIN;
    }
}
