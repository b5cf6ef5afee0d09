package com.ones1ght.adapters.persistence.profile;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.ones1ght.domain.dietary.DeclaredRestrictions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a shopper must not get in the fields of a profile. They are read whenever the facts are, and not stored: a
 * profile that was stored before a word was understood is understood from then on.
 */
final class ProfileRestrictions {

    private ProfileRestrictions() {}

    /** @param additional the profile's further fields as one JSON object; null when there is none */
    static DeclaredRestrictions in(@Nullable String additional) {
        if (additional == null) {
            return DeclaredRestrictions.NONE;
        }
        try (JsonParser parser = JacksonProfileDocuments.JSON.createParser(additional)) {
            parser.nextToken();
            return DeclaredRestrictions.of(object(parser));
        } catch (IOException e) {
            throw new UncheckedIOException("The further fields of a profile are not the JSON that they were", e);
        }
    }

    private static Map<String, @Nullable Object> object(JsonParser parser) throws IOException {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            fields.put(name, value(parser));
        }
        return fields;
    }

    private static @Nullable Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT -> parser.getNumberValue();
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            default -> null;
        };
    }

    private static List<@Nullable Object> array(JsonParser parser) throws IOException {
        List<@Nullable Object> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(parser));
        }
        return elements;
    }
}
