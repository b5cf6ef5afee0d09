package com.ones1ght.adapters.rest.shared;

import com.ones1ght.domain.shared.InvalidRequestException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The error of one field of a request.
 *
 * @param field its name on the wire
 * @param message names the field and the rule
 */
public record FieldError(String field, String message) {

    /** The fields whose names are not those of the properties in snake case. */
    private static final Map<String, String> OWN_NAMES = Map.of(
            "keyTerm", "expires_in_days",
            "round", "round_id",
            "stage", "status",
            "stageFlow", "session_flow");

    private static final Pattern HUMP = Pattern.compile("([a-z0-9])([A-Z])");

    /** The error of a refused property, under its field's name. */
    static FieldError of(InvalidRequestException refusal) {
        String own = OWN_NAMES.get(refusal.property());
        String field = own == null ? snakeCase(refusal.property()) : own;
        return new FieldError(field, field + " " + refusal.rule());
    }

    private static String snakeCase(String property) {
        return HUMP.matcher(property)
                .replaceAll(hump -> hump.group(1) + "_" + hump.group(2).toLowerCase(Locale.ROOT));
    }
}
