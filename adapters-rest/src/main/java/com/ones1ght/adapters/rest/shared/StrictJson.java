package com.ones1ght.adapters.rest.shared;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.ones1ght.adapters.rest.shared.JsonObject.Field;
import com.ones1ght.adapters.rest.shared.JsonObject.Type;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads request bodies, and accepts only what every later reader interprets alike: no duplicate keys, nothing after the
 * value, valid UTF-8, no U+0000 and no lone surrogates (nor escaped ones), numbers within the range of a double's
 * exponent, at most {@value #MAX_DEPTH} levels. Not recursive.
 */
final class StrictJson {

    static final int MAX_DEPTH = 100;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .build();

    private StrictJson() {}

    /** @throws InvalidInputException unless it is one JSON object that satisfies the rules above */
    static JsonObject object(byte[] utf8) {
        String text = decode(utf8);
        try (JsonParser parser = FACTORY.createParser(text)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw new InvalidInputException("The request body must be a JSON object, and is empty");
            }
            int from = (int) parser.currentTokenLocation().getCharOffset();
            Map<String, Field> fields = readToEnd(parser, text);
            int to = (int) parser.currentLocation().getCharOffset();
            if (parser.nextToken() != null) {
                throw new InvalidInputException("The request body has characters after the JSON value");
            }
            if (first != JsonToken.START_OBJECT) {
                throw new InvalidInputException("The request body must be a JSON object");
            }
            return new JsonObject(text.substring(from, to), fields);
        } catch (StreamConstraintsException e) {
            throw new InvalidInputException(
                    "The request body has more than " + MAX_DEPTH + " levels, a number of more than "
                            + StreamReadConstraints.DEFAULT_MAX_NUM_LEN + " digits, or a name of more than "
                            + StreamReadConstraints.DEFAULT_MAX_NAME_LEN);
        } catch (IOException e) {
            // The parser's message may quote the body.
            throw new InvalidInputException("The request body is not valid JSON");
        }
    }

    private static String decode(byte[] utf8) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new InvalidInputException("The request body is not valid UTF-8");
        }
    }

    /** Reads the value at the current token to its end. */
    private static Map<String, Field> readToEnd(JsonParser parser, String text) throws IOException {
        Map<String, Field> fields = new HashMap<>();
        String name = null;
        int from = 0;
        int depth = 0;
        for (JsonToken token = parser.currentToken(); ; token = next(parser)) {
            TokenRules.check(parser, token);
            if (token.isStructEnd()) {
                depth--;
                if (depth == 1 && name != null) {
                    int to = (int) parser.currentLocation().getCharOffset();
                    Type type = token == JsonToken.END_OBJECT ? Type.OBJECT : Type.ARRAY;
                    fields.put(name, new Field(type, text.substring(from, to)));
                }
            } else if (depth == 1 && token == JsonToken.FIELD_NAME) {
                name = parser.currentName();
            } else if (depth == 1 && name != null) {
                from = (int) parser.currentTokenLocation().getCharOffset();
                fields.put(name, field(parser, token));
            }
            if (token.isStructStart()) {
                depth++;
            }
            if (depth == 0) {
                return fields;
            }
        }
    }

    private static JsonToken next(JsonParser parser) throws IOException {
        JsonToken token = parser.nextToken();
        if (token == null) {
            throw new InvalidInputException("The request body ends within the JSON value");
        }
        return token;
    }

    private static Field field(JsonParser parser, JsonToken token) throws IOException {
        return switch (token) {
            case VALUE_STRING -> new Field(Type.STRING, parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Field(Type.NUMBER, parser.getText());
            case VALUE_NULL -> new Field(Type.NULL, null);
            case START_OBJECT -> new Field(Type.OBJECT, null);
            case START_ARRAY -> new Field(Type.ARRAY, null);
            case VALUE_TRUE -> new Field(Type.BOOLEAN, "true");
            default -> new Field(Type.BOOLEAN, "false");
        };
    }
}
