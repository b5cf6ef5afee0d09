package com.ones1ght.adapters.store.storeapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.shared.LocalizedText;
import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.store.Location;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The fields of a JSON object. A wrong type is an {@link IllegalArgumentException} that names the field. */
final class Fields {

    /** Beyond any price, and short of what would take long to write. */
    private static final int MOST_DIGITS = 30;

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

    long id(String field) {
        Long id = idOrNull(field);
        return Require.notNull(id, field);
    }

    @Nullable
    Long idOrNull(String field) {
        JsonNode node = object.path(field);
        if (isAbsent(node)) {
            return null;
        }
        Require.that(node.isIntegralNumber() && node.canConvertToLong(), field, "be a whole number");
        return node.longValue();
    }

    int integer(String field) {
        Integer value = integerOrNull(field);
        return Require.notNull(value, field);
    }

    @Nullable
    Integer integerOrNull(String field) {
        JsonNode node = object.path(field);
        if (isAbsent(node)) {
            return null;
        }
        Require.that(node.isIntegralNumber() && node.canConvertToInt(), field, "be a whole number");
        return node.intValue();
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
        Require.that(node.isNumber(), field, "be a number");
        BigDecimal value = node.decimalValue();
        Require.that(
                value.precision() <= MOST_DIGITS && Math.abs((long) value.scale()) <= MOST_DIGITS,
                field,
                "have at most " + MOST_DIGITS + " digits");
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

    @Nullable
    Location locationOrNull(String field) {
        JsonNode node = object.path(field);
        if (isAbsent(node)) {
            return null;
        }
        Fields circle = new Fields(node);
        return new Location(circle.real("x"), circle.real("y"), circle.real("radius"));
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
