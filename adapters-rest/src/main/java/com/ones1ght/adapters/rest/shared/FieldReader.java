package com.ones1ght.adapters.rest.shared;

import com.ones1ght.adapters.rest.shared.JsonObject.Field;
import com.ones1ght.adapters.rest.shared.JsonObject.Type;
import com.ones1ght.domain.shared.InvalidRequestException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of a body and collects their errors, so that a client gets all of them at once. Ends with {@link
 * #check}; until then an invalid field reads as a harmless value.
 */
public final class FieldReader {

    private final Map<String, Field> fields;
    private final List<FieldError> errors;
    private final String prefix;

    FieldReader(Map<String, Field> fields) {
        this(fields, "", new ArrayList<>());
    }

    private FieldReader(Map<String, Field> fields, String prefix, List<FieldError> errors) {
        this.fields = fields;
        this.prefix = prefix;
        this.errors = errors;
    }

    /**
     * A reader of an object within the body, which collects errors together with this one.
     *
     * @param place the path of the object, for example {@code items[0]}
     */
    public FieldReader within(JsonObject object, String place) {
        return new FieldReader(object.fields(), prefix + place + ".", errors);
    }

    /** A required string. */
    public String requiredString(String name) {
        Field field = fields.get(name);
        if (field == null) {
            wrong(name, "is required");
            return "";
        }
        String value = string(name, field);
        return value == null ? "" : value;
    }

    /**
     * A required string that satisfies the rules of its type.
     *
     * @param type creates the value; throws {@link InvalidRequestException} when the string breaks a rule
     * @return null if it is invalid, which {@link #check} reports
     */
    public <T> @Nullable T required(String name, Function<String, T> type) {
        int before = errors.size();
        String text = requiredString(name);
        if (errors.size() > before) {
            return null;
        }
        try {
            return type.apply(text);
        } catch (InvalidRequestException broken) {
            wrong(name, broken.rule());
            return null;
        }
    }

    /** A string; null if the field is absent or null. */
    public @Nullable String optionalString(String name) {
        Field field = given(name);
        return field == null ? null : string(name, field);
    }

    /** The exact text of an object; null if the field is absent or null. */
    public @Nullable String optionalObject(String name) {
        return structure(name, Type.OBJECT, "must be an object");
    }

    /** The exact text of an array; null if the field is absent or null. */
    public @Nullable String optionalArray(String name) {
        return structure(name, Type.ARRAY, "must be an array");
    }

    private @Nullable String structure(String name, Type type, String why) {
        return optional(name, field -> field.type() == type ? field.value() : null, why);
    }

    /** A whole number of 32 bits; null if the field is absent or null. */
    public @Nullable Integer optionalInteger(String name) {
        return optionalInteger(name, Integer.MIN_VALUE, Integer.MAX_VALUE, "must be a whole number of 32 bits");
    }

    /** A whole number from {@code min} to {@code max}; null if the field is absent or null. */
    public @Nullable Integer optionalInteger(String name, int min, int max) {
        return optionalInteger(name, min, max, "must be a whole number from " + min + " to " + max);
    }

    private @Nullable Integer optionalInteger(String name, int min, int max, String why) {
        Long number = optional(name, field -> field.whole(min, max), why);
        return number == null ? null : number.intValue();
    }

    /** Requires that a field is neither absent nor null. */
    public void require(String name) {
        if (!isGiven(name)) {
            wrong(name, "is required");
        }
    }

    /** A required whole number of 64 bits; 0 if it is invalid. */
    public long requiredLong(String name) {
        require(name);
        Long number = optionalLong(name);
        return number == null ? 0 : number;
    }

    /** A whole number of 64 bits; null if the field is absent or null. */
    public @Nullable Long optionalLong(String name) {
        return optional(
                name,
                field -> field.whole(Long.MIN_VALUE, Long.MAX_VALUE),
                "must be a whole number of at most 18 digits");
    }

    /** A required number; 0 if it is invalid. */
    public double requiredNumber(String name) {
        require(name);
        Double number = optionalNumber(name);
        return number == null ? 0 : number;
    }

    /** A number that a double can hold; null if the field is absent or null. */
    public @Nullable Double optionalNumber(String name) {
        return optional(name, Field::finite, "must be a finite number");
    }

    /** A boolean; null if the field is absent or null. */
    public @Nullable Boolean optionalBoolean(String name) {
        return optional(
                name,
                field -> field.type() == Type.BOOLEAN ? Boolean.valueOf(field.value()) : null,
                "must be true or false");
    }

    /** A string that satisfies the rules of its type; null if the field is absent or null. */
    public <T> @Nullable T optional(String name, Function<String, T> type) {
        return isGiven(name) ? required(name, type) : null;
    }

    /** An array of strings; null if the field is absent or null. */
    public @Nullable List<String> optionalStrings(String name) {
        String array = optionalArray(name);
        if (array == null) {
            return null;
        }
        List<String> strings = JsonCuts.strings(array);
        if (strings == null) {
            wrong(name, "must be an array of strings");
        }
        return strings;
    }

    /** Whether the field is present, even if it is null. */
    public boolean isThere(String name) {
        return fields.containsKey(name);
    }

    /** Requires that a field, unless it is absent or null, is a number. */
    public void checkNumber(String name) {
        Field field = given(name);
        if (field != null && field.type() != Type.NUMBER) {
            wrong(name, "must be a number");
        }
    }

    /** Sees to it that a field, unless it is absent or null, is a string or an object. */
    public void checkText(String name) {
        Field field = given(name);
        if (field != null && field.type() != Type.STRING && field.type() != Type.OBJECT) {
            wrong(name, "must be a string or an object");
        }
    }

    /** Whether a field is there, and not null. */
    public boolean isGiven(String name) {
        return given(name) != null;
    }

    /** Whether a field is exactly this string. */
    public boolean isText(String name, String text) {
        Field field = fields.get(name);
        return field != null && field.type() == Type.STRING && text.equals(field.value());
    }

    /** Adds what a caller finds wrong with a field. */
    public void wrong(String name, String why) {
        errors.add(new FieldError(prefix + name, prefix + name + " " + why));
    }

    /**
     * A field that must be absent or null.
     *
     * @param why what follows the field's name in the message
     */
    public void refuse(String name, String why) {
        if (isGiven(name)) {
            wrong(name, why);
        }
    }

    /** @throws InvalidInputException when a field that was read is invalid */
    public void check() {
        if (!errors.isEmpty()) {
            throw new InvalidInputException(errors);
        }
    }

    /** @param value reads it; null if it has another type, or a value that is not allowed */
    private <T> @Nullable T optional(String name, Function<Field, @Nullable T> value, String why) {
        Field field = given(name);
        T read = field == null ? null : value.apply(field);
        if (field != null && read == null) {
            wrong(name, why);
        }
        return read;
    }

    private @Nullable Field given(String name) {
        Field field = fields.get(name);
        return field == null || field.type() == Type.NULL ? null : field;
    }

    private @Nullable String string(String name, Field field) {
        if (field.type() != Type.STRING) {
            wrong(name, "must be a string");
            return null;
        }
        return field.value();
    }
}
