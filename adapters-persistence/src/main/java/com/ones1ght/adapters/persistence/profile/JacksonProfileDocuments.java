package com.ones1ght.adapters.persistence.profile;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.ones1ght.application.profile.port.ProfileDocuments;
import com.ones1ght.domain.profile.ProfileDocument;
import com.ones1ght.domain.profile.ProfileFacts;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.shared.VisibleText;
import com.ones1ght.domain.store.StoreId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads profiles by tokens and merges them by their source text: values are copied verbatim, so numbers, escapes and the
 * order of keys stay as the client sent them.
 */
public final class JacksonProfileDocuments implements ProfileDocuments {

    private static final Set<String> OWN_FIELDS = Set.of("name", "gender", "age", "locale", "persona", "store_id");

    /** Without size limits: the request was limited when it arrived. */
    static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    /**
     * A field of the source text.
     *
     * @param name unescaped
     * @param quotedName the source text, with its quotes
     * @param value the source text
     * @param token the value's first token
     * @param text the value of a string, unescaped; null for other types
     */
    private record Field(
            String name,
            String quotedName,
            String value,
            JsonToken token,
            @Nullable String text) {}

    @Override
    public ProfileFacts facts(ProfileDocument document) {
        Map<String, Field> fields = byName(document);
        String additional = additional(fields);
        return new ProfileFacts(
                text(fields, "name"),
                text(fields, "gender"),
                wholeNumber(fields.get("age")),
                Optional.ofNullable(text(fields, "locale"))
                        .flatMap(Language::ofCode)
                        .orElse(null),
                text(fields, "persona"),
                store(text(fields, "store_id")),
                additional,
                ProfileRestrictions.in(additional));
    }

    @Override
    public ProfileDocument merge(ProfileDocument base, ProfileDocument changes) {
        Map<String, Field> merged = byName(base);
        // The map keeps the position of a replaced key; new keys go to the end.
        merged.putAll(byName(changes));
        return new ProfileDocument(object(merged.values()));
    }

    private static @Nullable String text(Map<String, Field> fields, String name) {
        Field field = fields.get(name);
        String text = field == null ? null : field.text();
        return VisibleText.isBlank(text) ? null : text;
    }

    private static @Nullable Long wholeNumber(@Nullable Field field) {
        if (field == null || field.token() != JsonToken.VALUE_NUMBER_INT) {
            return null;
        }
        try {
            return Long.valueOf(field.value());
        } catch (NumberFormatException beyondLong) {
            return null;
        }
    }

    private static @Nullable StoreId store(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return new StoreId(text);
        } catch (IllegalArgumentException noStoreId) {
            return null;
        }
    }

    private static @Nullable String additional(Map<String, Field> fields) {
        List<Field> further = fields.values().stream()
                .filter(field -> !OWN_FIELDS.contains(field.name()))
                .map(field -> new Field(
                        field.name(),
                        CompactJson.of(field.quotedName()),
                        CompactJson.of(field.value()),
                        field.token(),
                        field.text()))
                .toList();
        return further.isEmpty() ? null : object(further);
    }

    private static String object(Iterable<Field> fields) {
        StringBuilder json = new StringBuilder("{");
        for (Field field : fields) {
            if (json.length() > 1) {
                json.append(',');
            }
            json.append(field.quotedName()).append(':').append(field.value());
        }
        return json.append('}').toString();
    }

    private static Map<String, Field> byName(ProfileDocument document) {
        Map<String, Field> fields = new LinkedHashMap<>();
        for (Field field : fields(document.json())) {
            fields.put(field.name(), field);
        }
        return fields;
    }

    private static List<Field> fields(String json) {
        // Only for a char array are token offsets those of the whole text.
        try (JsonParser parser = JSON.createParser(json.toCharArray())) {
            List<Field> fields = new ArrayList<>();
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                int nameFrom = (int) parser.currentTokenLocation().getCharOffset();
                int nameTo = CompactJson.endOfString(json, nameFrom);
                JsonToken token = parser.nextToken();
                int from = (int) parser.currentTokenLocation().getCharOffset();
                String text = token == JsonToken.VALUE_STRING ? parser.getText() : null;
                parser.skipChildren();
                int to = endOfValue(json, parser, token, from);
                fields.add(new Field(name, json.substring(nameFrom, nameTo), json.substring(from, to), token, text));
            }
            return fields;
        } catch (IOException e) {
            throw new UncheckedIOException("A stored profile is not a JSON object", e);
        }
    }

    private static int endOfValue(String json, JsonParser parser, JsonToken token, int from) throws IOException {
        if (token == JsonToken.VALUE_STRING) {
            return CompactJson.endOfString(json, from);
        }
        if (token.isScalarValue()) {
            return from + parser.getTextLength();
        }
        // The closing bracket is one character.
        return (int) parser.currentTokenLocation().getCharOffset() + 1;
    }
}
