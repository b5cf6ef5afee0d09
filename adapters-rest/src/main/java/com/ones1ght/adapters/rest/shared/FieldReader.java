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
 * Reads the fields of a body and remembers all that is wrong with them, so that a client hears of it at once.
 * Ends with {@link #check}; until then a field that is wrong reads as a harmless value.
 */
public final class FieldReader {

    private final Map<String, Field> fields;
    private final List<FieldError> errors = new ArrayList<>();

    FieldReader(Map<String, Field> fields) {
        this.fields = fields;
    }

    /** A string that must be there. */
    public String requiredString(String name) {
        Field field = fields.get(name);
        if (field == null) {
            errors.add(new FieldError(name, name + " is required"));
            return "";
        }
        String value = string(name, field);
        return value == null ? "" : value;
    }

    /**
     * A string that must be there and keep the rules of its type.
     *
     * @param type makes the value; throws {@link InvalidRequestException} when the string breaks a rule
     * @return null when something is wrong; {@link #check} tells
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
            errors.add(new FieldError(broken.field(), broken.getMessage()));
            return null;
        }
    }

    /** A string that may be absent or null; the result is null then. */
    public @Nullable String optionalString(String name) {
        Field field = fields.get(name);
        return field == null || field.type() == Type.NULL ? null : string(name, field);
    }

    /** The exact text of an object that may be absent or null; the result is null then. */
    public @Nullable String optionalObject(String name) {
        Field field = fields.get(name);
        if (field == null || field.type() == Type.NULL) {
            return null;
        }
        if (field.type() != Type.OBJECT) {
            errors.add(new FieldError(name, name + " must be an object"));
            return null;
        }
        return field.value();
    }

    /**
     * A field that must be absent or null.
     *
     * @param why what follows the field's name in the message
     */
    public void refuse(String name, String why) {
        Field field = fields.get(name);
        if (field != null && field.type() != Type.NULL) {
            errors.add(new FieldError(name, name + " " + why));
        }
    }

    /** @throws InvalidInputException when a field that was read is wrong */
    public void check() {
        if (!errors.isEmpty()) {
            throw new InvalidInputException(errors);
        }
    }

    private @Nullable String string(String name, Field field) {
        if (field.type() != Type.STRING) {
            errors.add(new FieldError(name, name + " must be a string"));
            return null;
        }
        return field.value();
    }
}
