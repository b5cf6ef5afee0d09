package com.ones1ght.adapters.llm.shared;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.ones1ght.domain.shared.LocalizedText;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads profiles and earlier meals, writes the raw output of the steps. */
public final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    /** Parses a text; a missing node when it is not JSON. */
    public static JsonNode read(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            return MAPPER.missingNode();
        }
    }

    /** An object as maps, lists and plain values; empty for anything else. */
    public static Map<String, Object> map(JsonNode node) {
        return node.isObject() ? MAPPER.convertValue(node, new TypeReference<Map<String, Object>>() {}) : Map.of();
    }

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    public static String write(ObjectNode node) {
        return node.toString();
    }

    /** The three languages as {@code ko, en} and the given key for Japanese. */
    public static ObjectNode text(LocalizedText text, String japaneseKey) {
        return object().put("ko", text.ko()).put("en", text.en()).put(japaneseKey, text.ja());
    }

    /** Sorted, so that equal sets give equal texts. */
    public static ArrayNode strings(Collection<String> values) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        new TreeSet<>(values).forEach(array::add);
        return array;
    }

    /** The strings of an array; none when it is something else. */
    public static Set<String> strings(JsonNode array) {
        Set<String> values = new LinkedHashSet<>();
        if (array.isArray()) {
            array.forEach(value -> {
                if (value.isTextual()) {
                    values.add(value.textValue());
                }
            });
        }
        return values;
    }
}
