package com.ones1ght.adapters.rest.shared;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request body that is one JSON object, checked by {@link StrictJson}. */
public final class JsonObject {

    static final JsonObject EMPTY = new JsonObject("{}", Map.of());

    private final String text;
    private final Map<String, Field> fields;

    JsonObject(String text, Map<String, Field> fields) {
        this.text = text;
        this.fields = fields;
    }

    /** The exact text of the object, without white space around it. */
    public String text() {
        return text;
    }

    /** Whether it has the field with a value other than null. */
    public boolean has(String name) {
        Field field = fields.get(name);
        return field != null && field.type() != Type.NULL;
    }

    /**
     * Reads an object from within a body that has been checked.
     *
     * @param text the exact text of an object
     */
    public static JsonObject within(String text) {
        return StrictJson.object(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A reader for its fields. */
    public FieldReader reader() {
        return new FieldReader(fields);
    }

    Map<String, Field> fields() {
        return fields;
    }

    /** The types of JSON values. */
    enum Type {
        STRING,
        NUMBER,
        BOOLEAN,
        NULL,
        OBJECT,
        ARRAY
    }

    /**
     * A field of the object itself, not of nested ones.
     *
     * @param type of its value
     * @param value the content of a string, the exact text of any other value; null for null
     */
    record Field(Type type, @Nullable String value) {

        /** A whole number within bounds, of at most 18 digits; null if it is something else. */
        @Nullable
        Long whole(long min, long max) {
            if (type != Type.NUMBER || value == null || !value.matches("-?[0-9]{1,18}")) {
                return null;
            }
            long number = Long.parseLong(value);
            return number < min || number > max ? null : number;
        }

        /** A number that a double can hold; null if it is something else. */
        @Nullable
        Double finite() {
            if (type != Type.NUMBER || value == null) {
                return null;
            }
            double number = Double.parseDouble(value);
            return Double.isFinite(number) ? number : null;
        }
    }
}
