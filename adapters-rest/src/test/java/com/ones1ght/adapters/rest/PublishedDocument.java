package com.ones1ght.adapters.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The OpenAPI document of the class path.
 *
 * @param root the whole document
 */
record PublishedDocument(JsonNode root) {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");

    static PublishedDocument read() {
        try (InputStream document = PublishedDocument.class.getResourceAsStream("/META-INF/openapi.yaml")) {
            Object content = new Load(LoadSettings.builder().build()).loadFromInputStream(document);
            return new PublishedDocument(new ObjectMapper().valueToTree(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By method and path, as in {@code get /v1/validation}. */
    Map<String, JsonNode> operations() {
        Map<String, JsonNode> operations = new TreeMap<>();
        root.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(operation -> METHODS.contains(operation.getKey()))
                .forEach(operation -> operations.put(operation.getKey() + " " + path.getKey(), operation.getValue())));
        return operations;
    }

    Map<String, JsonNode> schemas() {
        Map<String, JsonNode> schemas = new TreeMap<>();
        root.at("/components/schemas").properties().forEach(schema -> schemas.put(schema.getKey(), schema.getValue()));
        return schemas;
    }

    /** All responses that are no success. */
    List<JsonNode> failures() {
        return operations().values().stream()
                .flatMap(operation -> operation.path("responses").properties().stream())
                .filter(response -> !response.getKey().startsWith("2"))
                .map(response -> resolved(response.getValue()))
                .toList();
    }

    /** The media types of all requests and responses. */
    List<JsonNode> bodies() {
        List<JsonNode> bodies = new ArrayList<>();
        root.findValues("content").forEach(content -> content.forEach(bodies::add));
        return bodies;
    }

    /** All objects inside of a schema, the schema itself not included. */
    List<JsonNode> below(JsonNode schema) {
        List<JsonNode> found = new ArrayList<>();
        schema.properties().stream()
                .filter(entry -> !entry.getKey().equals("example"))
                .forEach(entry -> collect(entry.getKey().equals("properties"), entry.getValue(), found));
        return found;
    }

    private void collect(boolean namesProperties, JsonNode node, List<JsonNode> found) {
        if (node.isObject() && !namesProperties) {
            found.add(node);
        }
        node.properties()
                .forEach(entry ->
                        collect(!namesProperties && entry.getKey().equals("properties"), entry.getValue(), found));
        if (node.isArray()) {
            node.forEach(element -> collect(false, element, found));
        }
    }

    /** What a reference refers to, or the node itself. */
    JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? root.at(node.get("$ref").asText().substring(1)) : node;
    }

    /** A member of the JSON body of a response. */
    static JsonNode json(JsonNode response, String member) {
        return response.path("content").path("application/json").path(member);
    }
}
