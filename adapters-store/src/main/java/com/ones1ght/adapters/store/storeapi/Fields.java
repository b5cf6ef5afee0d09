package com.ones1ght.adapters.store.storeapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.shared.LocalizedText;
import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.store.Location;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a JSON object. Numbers may be strings. A wrong type is an {@link IllegalArgumentException} that
 * names the field.
 */
final class Fields {

    /** More than any price has, and few enough to be formatted quickly. */
    private static final int MAX_DIGITS = 30;

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,30}(?:\\.\\d{1,30})?");
    private static final int EAN_DIGITS = 13;

    private final JsonNode object;

    Fields(JsonNode object) {
        Require.that(object.isObject(), "the element", "be an object");
        this.object = object;
    }

    String text(String field) {
        String text = textOrNull(field);
        return Require.notNull(text, field);
    }

    @Nullable
    String textOrNull(String field) {
        JsonNode node = object.path(field);
        if (isAbsent(node)) {
            return null;
        }
        Require.that(node.isTextual(), field, "be a string");
        return node.textValue();
    }

    /** A string; null if blank. */
    @Nullable
    String wordsOrNull(String field) {
        String text = textOrNull(field);
        return text == null || text.isBlank() ? null : text;
    }

    /** A barcode. If it is a number, the lost leading zeros are restored. */
    @Nullable
    String barcodeOrNull(String field) {
        if (!object.path(field).isNumber()) {
            return textOrNull(field);
        }
        String digits = whole(field, decimal(field)).toString();
        Require.that(!digits.startsWith("-"), field, "not be negative");
        return "0".repeat(Math.max(EAN_DIGITS - digits.length(), 0)) + digits;
    }

    long id(String field) {
        Long id = idOrNull(field);
        return Require.notNull(id, field);
    }

    @Nullable
    Long idOrNull(String field) {
        BigDecimal value = decimalOrNull(field);
        if (value == null) {
            return null;
        }
        BigInteger id = whole(field, value);
        Require.that(id.bitLength() < Long.SIZE, field, "be within 64 bits");
        return id.longValue();
    }

    /** A list of ids; empty if absent. */
    List<Long> idsOrNone(String field) {
        return elements(field).orElse(List.of()).stream()
                .map(element -> new Fields(JsonNodeFactory.instance.objectNode().set(field, element)).id(field))
                .toList();
    }

    /**
     * A list of codes, which says that nothing else holds; null if absent. Codes that are not known are left out; a list
     * of which none is known says nothing.
     */
    <T> @Nullable List<T> codesOrNull(String field, Function<String, Optional<T>> ofCode) {
        List<JsonNode> elements = elements(field).orElse(null);
        if (elements == null) {
            return null;
        }
        elements.forEach(element -> Require.that(element.isTextual(), field, "be strings"));
        List<T> known = elements.stream()
                .flatMap(element -> ofCode.apply(element.textValue()).stream())
                .distinct()
                .toList();
        return known.isEmpty() && !elements.isEmpty() ? null : known;
    }

    private Optional<List<JsonNode>> elements(String field) {
        JsonNode node = object.path(field);
        if (isAbsent(node)) {
            return Optional.empty();
        }
        Require.that(node.isArray(), field, "be an array");
        List<JsonNode> elements = new ArrayList<>();
        node.forEach(elements::add);
        return Optional.of(elements);
    }

    int integer(String field) {
        BigInteger value = whole(field, decimal(field));
        Require.that(value.bitLength() < Integer.SIZE, field, "be within 32 bits");
        return value.intValue();
    }

    /** The number of whole pieces, rounded down: goods sold by weight may have a fraction. */
    @Nullable
    Integer piecesOrNull(String field) {
        BigDecimal value = decimalOrNull(field);
        if (value == null) {
            return null;
        }
        BigInteger pieces = value.setScale(0, RoundingMode.FLOOR).toBigInteger();
        Require.that(pieces.bitLength() < Integer.SIZE, field, "be within 32 bits");
        return pieces.intValue();
    }

    private static BigInteger whole(String field, BigDecimal value) {
        Require.that(value.stripTrailingZeros().scale() <= 0, field, "be a whole number");
        return value.toBigInteger();
    }

    BigDecimal decimal(String field) {
        BigDecimal value = decimalOrNull(field);
        return Require.notNull(value, field);
    }

    @Nullable
    BigDecimal decimalOrNull(String field) {
        JsonNode node = object.path(field);
        if (isAbsent(node)) {
            return null;
        }
        boolean isNumber =
                node.isTextual() && NUMBER.matcher(node.textValue().strip()).matches();
        Require.that(node.isNumber() || isNumber, field, "be a number");
        BigDecimal value = isNumber ? new BigDecimal(node.textValue().strip()) : node.decimalValue();
        Require.that(
                value.precision() <= MAX_DIGITS && Math.abs((long) value.scale()) <= MAX_DIGITS,
                field,
                "have at most " + MAX_DIGITS + " digits");
        return value;
    }

    double real(String field) {
        return decimal(field).doubleValue();
    }

    boolean flag(String field) {
        JsonNode node = object.path(field);
        Require.that(node.isBoolean(), field, "be true or false");
        return node.booleanValue();
    }

    /** A circle; null if incomplete. */
    @Nullable
    Location locationOrNull(String field) {
        JsonNode node = object.path(field);
        if (isAbsent(node)) {
            return null;
        }
        Fields circle = new Fields(node);
        BigDecimal x = circle.decimalOrNull("x");
        BigDecimal y = circle.decimalOrNull("y");
        BigDecimal radius = circle.decimalOrNull("radius");
        return x == null || y == null || radius == null || radius.signum() < 0
                ? null
                : new Location(x.doubleValue(), y.doubleValue(), radius.doubleValue());
    }

    Location location(String field) {
        Location location = locationOrNull(field);
        return Require.notNull(location, field);
    }

    LocalizedText localized(String field) {
        LocalizedText text = localizedOrNull(field);
        return Require.notNull(text, field);
    }

    @Nullable
    LocalizedText localizedOrNull(String field) {
        JsonNode node = object.path(field);
        if (isAbsent(node)) {
            return null;
        }
        Fields texts = new Fields(node);
        return LocalizedText.completing(
                        texts.textOrNull("ko"), texts.textOrNull("en"), texts.textOrNull("ja"), Language.DEFAULT)
                .orElse(null);
    }

    private static boolean isAbsent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }
}
