package com.ones1ght.adapters.rest.shared;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Cuts JSON texts, which are known to be sound, into the texts of their parts: a value is never parsed and written
 * again, so that numbers, escapes and the order of keys stay as they were sent.
 */
public final class JsonCuts {

    /** What comes here was let in at the door, or was written by this gateway. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private JsonCuts() {}

    /** The elements of an array, each as it is written. */
    public static List<String> elements(String array) {
        List<String> elements = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(array.toCharArray())) {
            parser.nextToken();
            for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
                elements.add(value(parser, array, token));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A text is not the JSON array that it was taken for", e);
        }
        return elements;
    }

    /** What the strings of an array say; null when something else is among them. */
    static @Nullable List<String> strings(String array) {
        List<String> strings = new ArrayList<>();
        for (String element : elements(array)) {
            if (!element.startsWith("\"")) {
                return null;
            }
            strings.add(unquoted(element));
        }
        return strings;
    }

    /** The fields of an object by their names, each value as it is written, in their order. */
    public static Map<String, String> fields(String object) {
        Map<String, String> fields = new LinkedHashMap<>();
        try (JsonParser parser = JSON.createParser(object.toCharArray())) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                fields.put(name, value(parser, object, parser.nextToken()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A text is not the JSON object that it was taken for", e);
        }
        return fields;
    }

    /** The object of these fields. */
    public static String object(Map<String, String> fields) {
        JsonPieces json = new JsonPieces();
        String separator = "{";
        for (Map.Entry<String, String> field : fields.entrySet()) {
            json.raw(separator).text(field.getKey()).raw(":").raw(field.getValue());
            separator = ",";
        }
        return fields.isEmpty() ? "{}" : json.raw("}").text();
    }

    /** What a string that is written in JSON says. */
    public static String unquoted(String string) {
        try (JsonParser parser = JSON.createParser(string)) {
            parser.nextToken();
            return parser.getText();
        } catch (IOException e) {
            throw new UncheckedIOException("A text is not the JSON string that it was taken for", e);
        }
    }

    private static String value(JsonParser parser, String text, JsonToken token) throws IOException {
        int from = (int) parser.currentTokenLocation().getCharOffset();
        if (token.isNumeric()) {
            return text.substring(from, from + parser.getTextLength());
        }
        if (token.isStructStart()) {
            parser.skipChildren();
        } else {
            // Reads a string to its end, which is otherwise done when somebody asks for its value.
            parser.getTextLength();
        }
        return text.substring(from, (int) parser.currentLocation().getCharOffset());
    }
}
