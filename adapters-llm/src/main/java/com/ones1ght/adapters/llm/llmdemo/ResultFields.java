package com.ones1ght.adapters.llm.llmdemo;

import com.fasterxml.jackson.databind.JsonNode;
import com.ones1ght.domain.store.ProductId;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads single fields, null if absent. A field of the wrong type is an {@link InvalidAnswer}. */
final class ResultFields {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,30}(?:\\.\\d{1,30})?");
    private static final int MAX_DIGITS = 60;

    private ResultFields() {}

    static @Nullable ProductId product(JsonNode item, String field) {
        BigInteger id = wholeOrNull(item, field, Long.SIZE);
        return id == null ? null : new ProductId(id.longValueExact());
    }

    static @Nullable String text(JsonNode item, String field) {
        JsonNode value = item.path(field);
        if (isAbsent(value)) {
            return null;
        }
        if (!value.isTextual()) {
            throw new InvalidAnswer(field);
        }
        return value.textValue();
    }

    /** A number, or a string that contains one. */
    static @Nullable BigDecimal number(JsonNode item, String field) {
        JsonNode value = item.path(field);
        if (isAbsent(value)) {
            return null;
        }
        if (value.isTextual() && NUMBER.matcher(value.textValue()).matches()) {
            return new BigDecimal(value.textValue());
        }
        // Jackson reads numbers beyond a double's range as infinite.
        if (!value.isNumber() || value.isDouble() && !Double.isFinite(value.doubleValue())) {
            throw new InvalidAnswer(field);
        }
        return value.decimalValue();
    }

    /** @param bits the size of the target type, including the sign */
    static @Nullable BigInteger wholeOrNull(JsonNode item, String field, int bits) {
        BigDecimal value = number(item, field);
        if (value == null) {
            return null;
        }
        boolean isShort = value.precision() <= MAX_DIGITS && Math.abs((long) value.scale()) <= MAX_DIGITS;
        if (!isShort
                || value.stripTrailingZeros().scale() > 0
                || value.toBigInteger().bitLength() >= bits) {
            throw new InvalidAnswer(field);
        }
        return value.toBigInteger();
    }

    /** A number that is not negative. */
    static @Nullable BigDecimal amount(JsonNode item, String field) {
        BigDecimal value = number(item, field);
        if (value != null && value.signum() < 0) {
            throw new InvalidAnswer(field);
        }
        return value;
    }

    static boolean isAbsent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }
}
