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
 * Splits valid JSON texts into the texts of their parts. Values are not parsed and rewritten, so that numbers, escapes and
 * the order of keys are preserved.
 */
public final class JsonCuts {

    /** Without limits: the texts were checked when they were received, or written by this gateway. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private JsonCuts() {}

    /** The texts of an array's elements. */
    public static List<String> elements(String array) {
        List<String> elements = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(array.toCharArray())) {
            parser.nextToken();
            for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
                elements.add(value(parser, array, token));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Not a JSON array", e);
        }
        return elements;
    }

    /** The strings of an array; null if another type is among them. */
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

    /** The texts of an object's values by their names, in their order. */
    public static Map<String, String> fields(String object) {
        Map<String, String> fields = new LinkedHashMap<>();
        try (JsonParser parser = JSON.createParser(object.toCharArray())) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                fields.put(name, value(parser, object, parser.nextToken()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Not a JSON object", e);
        }
        return fields;
    }

    /** The object with these fields. */
    public static String object(Map<String, String> fields) {
        JsonPieces json = new JsonPieces();
        String separator = "{";
        for (Map.Entry<String, String> field : fields.entrySet()) {
            json.raw(separator).text(field.getKey()).raw(":").raw(field.getValue());
            separator = ",";
        }
        return fields.isEmpty() ? "{}" : json.raw("}").text();
    }

    /** The content of a JSON string. */
    public static String unquoted(String string) {
        try (JsonParser parser = JSON.createParser(string)) {
            parser.nextToken();
            return parser.getText();
        } catch (IOException e) {
            throw new UncheckedIOException("Not a JSON string", e);
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
            // Reads the string to its end, which the parser would otherwise defer.
            parser.getTextLength();
        }
        return text.substring(from, (int) parser.currentLocation().getCharOffset());
    }
}
