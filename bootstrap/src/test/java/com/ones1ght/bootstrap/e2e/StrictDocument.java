package com.ones1ght.bootstrap.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The published document, as strict as the server is. What is published leaves room for what may be added later, and
 * describes some of the wire in words, because generators would misread the exact form:
 *
 * <ul>
 *   <li>objects have the described members only;
 *   <li>kickoffs and polls have one of two forms, with all of its members and none of the other's;
 *   <li>timestamps are in UTC, in whole seconds or in milliseconds, and ids are in lower case;
 *   <li>{@code success} is true in a success and false in a failure;
 *   <li>a nullable reference is what it refers to, or null.
 * </ul>
 */
final class StrictDocument {

    private static final String SECONDS = "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$";
    private static final String MILLIS = "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$";
    private static final String UUID = "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$";

    /** The members of each form of a schema; those that may be missing have a question mark. */
    private static final Map<String, List<List<String>>> FORMS = Map.of(
            "KickoffResult",
            List.of(List.of("chat_id", "round_id"), List.of("session")),
            "PolledChat",
            List.of(
                    List.of("chat_id", "profile_id", "profile_summary", "created_at", "rounds"),
                    List.of("session_id", "status", "back_list_status", "updated_at", "last_error", "result?")));

    /** Written by backends, which may add members. */
    private static final String OPEN = "UpstreamReport";

    private StrictDocument() {}

    static JsonNode of(JsonNode published) {
        ObjectNode strict = published.deepCopy();
        ObjectNode schemas = (ObjectNode) strict.at("/components/schemas");
        ((ObjectNode) schemas.get(OPEN)).put("additionalProperties", true);
        FORMS.forEach((name, forms) -> schemas.set(name, oneOf(schemas.get(name), forms)));
        for (Map.Entry<String, JsonNode> schema : schemas.properties()) {
            String name = schema.getKey();
            tighten(schema.getValue(), name.equals("Validation") || name.equals("PreciseTimestamp") ? MILLIS : SECONDS);
            if (schema.getValue().at("/properties/success") instanceof ObjectNode success) {
                success.putArray("enum").add(!name.equals("Failure"));
            }
        }
        return strict;
    }

    private static ObjectNode oneOf(JsonNode schema, List<List<String>> forms) {
        ObjectNode union = Json.MAPPER.createObjectNode();
        ArrayNode branches = union.putArray("oneOf");
        for (List<String> form : forms) {
            ObjectNode branch = branches.addObject().put("type", "object");
            ArrayNode required = branch.putArray("required");
            ObjectNode properties = branch.putObject("properties");
            for (String member : form) {
                String name = member.replace("?", "");
                properties.set(name, schema.at("/properties/" + name));
                if (name.equals(member)) {
                    required.add(name);
                }
            }
        }
        return union;
    }

    private static void tighten(JsonNode node, String timestamp) {
        List<JsonNode> children = new ArrayList<>();
        node.forEach(children::add);
        if (node instanceof ObjectNode schema) {
            if (schema.path("properties").isObject() && !schema.has("additionalProperties")) {
                schema.put("additionalProperties", false);
            }
            if (schema.path("format").asText().equals("date-time")) {
                schema.put("pattern", timestamp);
            } else if (schema.path("format").asText().equals("uuid")) {
                schema.put("pattern", UUID);
            }
            if (schema.path("nullable").asBoolean() && schema.has("allOf")) {
                ArrayNode either = Json.MAPPER.createArrayNode().add(schema.at("/allOf/0"));
                either.addObject().put("nullable", true).putArray("enum").addNull();
                schema.removeAll().set("anyOf", either);
            }
        }
        children.forEach(child -> tighten(child, timestamp));
    }
}
