package com.ones1ght.adapters.persistence.shared;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.util.LRUMap;
import com.fasterxml.jackson.databind.util.LookupCache;
import java.util.Map;

/**
 * Writes records, lists and maps as JSON and reads them. Numbers keep their scale, and strings all characters, lone
 * surrogates included.
 */
public final class RecordJson {

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(Integer.MAX_VALUE)
                            .build())
                    .build())
            // A private cache: the default one belongs to the server and would keep the application's class loader.
            .typeFactory(TypeFactory.defaultInstance()
                    .withCache((LookupCache<Object, JavaType>) new LRUMap<Object, JavaType>(16, 200)))
            // Only the components of records, not their other methods.
            .visibility(PropertyAccessor.GETTER, Visibility.NONE)
            .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            // Nodes of an older version read documents of a newer one.
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final ObjectWriter WRITER = MAPPER.writer();
    private static final ObjectWriter ESCAPING_WRITER = WRITER.with(JsonWriteFeature.ESCAPE_NON_ASCII);

    private RecordJson() {}

    /** The JSON of a value. */
    public static String write(Object record) {
        try {
            String json = WRITER.writeValueAsString(record);
            // UTF-8, and so the database, cannot represent lone surrogates; JSON escapes can.
            return hasLoneSurrogate(json) ? ESCAPING_WRITER.writeValueAsString(record) : json;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write " + record.getClass().getSimpleName() + " as JSON", e);
        }
    }

    /** The value of stored JSON. */
    public static <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot read a stored " + type.getSimpleName(), e);
        }
    }

    /** A stored object of texts, in its order. */
    public static Map<String, String> texts(String json) {
        try {
            return MAPPER.readerForMapOf(String.class).readValue(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot read a stored map", e);
        }
    }

    /** Stored JSON without a type. */
    public static JsonNode tree(String json) {
        return read(json, JsonNode.class);
    }

    /** In a copy, whose characters are read several times as fast as those of the string. */
    private static boolean hasLoneSurrogate(String text) {
        char[] chars = text.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            if (Character.isSurrogate(chars[i])) {
                if (i + 1 == chars.length || !Character.isSurrogatePair(chars[i], chars[i + 1])) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }
}
