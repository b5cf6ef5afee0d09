package com.ones1ght.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The collection for Postman, Bruno and the like. */
class PostmanCollectionTest {

    private static final Path FILE =
            Path.of(System.getProperty("basedir", "."), "..", "docs", "ones1ght.postman_collection.json");

    /** What is deliberately left out: the older name of profiles, which is the same API twice, and {@link #isStream}. */
    private static final Set<String> LEFT_OUT = Set.of("/v1/persona");

    /** Not called by apps; the collection has some of their calls. */
    private static final Set<String> NOT_OF_APPS = Set.of("/v1/admin", "/v1/system");

    private static final Pattern VARIABLE = Pattern.compile("\\{\\{\\$?(\\w+)}}");

    private final PublishedDocument document = PublishedDocument.read();

    /** By method and path, in which parameters have no names. */
    private final Map<String, JsonNode> described = document.operations().entrySet().stream()
            .collect(Collectors.toMap(
                    operation -> operation.getKey().replaceAll("\\{\\w+}", "{}"),
                    Map.Entry::getValue,
                    (one, same) -> one,
                    TreeMap::new));

    private final JsonNode collection = read();

    private static JsonNode read() {
        try {
            return new ObjectMapper().readTree(FILE.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<JsonNode> requests() {
        return collection.findValues("request").stream()
                .filter(request -> !path(request).equals("/docs/openapi.json"))
                .toList();
    }

    @Test
    void collectionShouldHaveEveryCallOfAnAppAndOnlyCallsThatExist() {
        Set<String> named =
                requests().stream().map(PostmanCollectionTest::operation).collect(Collectors.toSet());

        assertThat(described.keySet()).containsAll(named);
        assertThat(named).containsAll(callsOfApps());
        assertThat(collection.findValuesAsText("raw")).contains("{{base_url}}/docs/openapi.json");
    }

    private Set<String> callsOfApps() {
        Set<String> calls = new TreeSet<>();
        described.forEach((name, operation) -> {
            String path = name.substring(name.indexOf(' ') + 1);
            if (!isBelow(path, LEFT_OUT) && !isBelow(path, NOT_OF_APPS) && !isStream(operation)) {
                calls.add(name);
            }
        });
        return calls;
    }

    private static boolean isBelow(String path, Set<String> parts) {
        return parts.stream().anyMatch(part -> path.equals(part) || path.startsWith(part + "/"));
    }

    /** A stream never ends, and a run of the collection waits for the end of each call. */
    private static boolean isStream(JsonNode operation) {
        return operation.at("/responses/200/content").has("text/event-stream");
    }

    @Test
    void bodiesShouldBeThoseOfTheDocument() {
        for (JsonNode request : requests()) {
            JsonNode content = document.resolved(
                            described.get(operation(request)).path("requestBody"))
                    .at("/content/application~1json");
            assertThat(request.has("body")).as(operation(request)).isEqualTo(!content.isMissingNode());
            if (request.has("body")) {
                JsonNode schema = document.resolved(content.get("schema"));
                JsonNode body = body(request);
                if (schema.has("properties")) {
                    assertThat(names(schema.get("properties").fieldNames()))
                            .as(operation(request))
                            .containsAll(names(body.fieldNames()));
                }
                schema.path("required").forEach(name -> assertThat(body.has(name.asText()))
                        .as(operation(request) + " " + name)
                        .isTrue());
            }
        }
    }

    private static JsonNode body(JsonNode request) {
        String json = request.at("/body/raw").asText();
        try {
            return new ObjectMapper().readTree(VARIABLE.matcher(json).replaceAll("0"));
        } catch (IOException e) {
            throw new UncheckedIOException(json, e);
        }
    }

    private static Set<String> names(Iterator<String> names) {
        Set<String> all = new TreeSet<>();
        names.forEachRemaining(all::add);
        return all;
    }

    @Test
    void everyVariableShouldBeDeclared() {
        Set<String> declared =
                collection.get("variable").findValuesAsText("key").stream().collect(Collectors.toSet());
        Set<String> used = new TreeSet<>();
        VARIABLE.matcher(collection.toString()).results().forEach(use -> used.add(use.group(1)));
        used.remove("guid");

        assertThat(declared).containsExactlyInAnyOrderElementsOf(used);
        Pattern set = Pattern.compile("collectionVariables\\.set\\('(\\w+)'");
        assertThat(set.matcher(collection.toString()).results().map(use -> use.group(1)))
                .isNotEmpty()
                .allMatch(declared::contains);
    }

    private static String operation(JsonNode request) {
        return request.get("method").asText().toLowerCase(Locale.ROOT) + " "
                + path(request).replaceAll("\\{\\{\\w+}}", "{}");
    }

    /** As it is written twice. */
    private static String path(JsonNode request) {
        String path =
                request.at("/url/raw").asText().replace("{{base_url}}", "").replaceFirst("\\?.*", "");
        StringBuilder segments = new StringBuilder();
        request.at("/url/path").forEach(segment -> segments.append('/').append(segment.asText()));
        assertThat(path).isEqualTo(segments.toString());
        return path;
    }
}
