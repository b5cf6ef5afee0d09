package com.ones1ght.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.oas.OpenApi30;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The OpenAPI document that the server publishes, and whether its answers keep to it: each answer on a path of the
 * document has one of the statuses, codes and headers that the document names for it, and a body by that status's schema.
 */
final class PublishedApi {

    private static final Map<String, PublishedApi> BY_SERVER = new ConcurrentHashMap<>();
    private static final String DOCUMENT = "https://ones1ght.example/openapi";

    /** Headers that mean something to clients; those of HTTP, CORS and proxies are not described. */
    private static final Set<String> HEADERS = Set.of(
            "X-Request-Id",
            "ETag",
            "Retry-After",
            "Idempotent-Replayed",
            "RateLimit",
            "RateLimit-Policy",
            "WWW-Authenticate",
            "Allow");

    private final JsonNode document;
    private final List<Template> templates = new ArrayList<>();
    private final JsonSchemaFactory schemas;
    private final Map<String, JsonSchema> loaded = new ConcurrentHashMap<>();

    private PublishedApi(JsonNode document) {
        this.document = document;
        document.get("paths").fieldNames().forEachRemaining(path -> templates.add(Template.of(path)));
        this.schemas = JsonSchemaFactory.getInstance(
                SpecVersion.VersionFlag.V4, builder -> builder.metaSchema(OpenApi30.getInstance())
                        .defaultMetaSchemaIri(OpenApi30.getInstance().getIri())
                        .schemaLoaders(loaders -> loaders.schemas(
                                Map.of(DOCUMENT, StrictDocument.of(document).toString()))));
    }

    static PublishedApi of(String baseUrl) {
        return BY_SERVER.computeIfAbsent(baseUrl, PublishedApi::fetch);
    }

    private static PublishedApi fetch(String baseUrl) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(baseUrl + "/docs/openapi.json"))
                    .build();
            String text = HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofString())
                    .body();
            return new PublishedApi(Json.read(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    JsonNode document() {
        return document;
    }

    /** Every operation: a method and a path with its parameters in braces. */
    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
            for (String method : Json.keys(path.getValue())) {
                if (Set.of("get", "put", "post", "delete", "patch").contains(method)) {
                    operations.add(new Operation(method.toUpperCase(Locale.ROOT), path.getKey()));
                }
            }
        }
        return operations;
    }

    /** The operation of a request; a path that fits two templates is the more literal one's. */
    Optional<Operation> operation(String method, String path) {
        return operations().stream()
                .filter(operation -> operation.method().equals(method)
                        && Template.of(operation.path()).matches(path))
                .min(Comparator.comparingInt(operation -> operation.path().split("\\{", -1).length));
    }

    void check(String method, String pathAndQuery, Reply reply) {
        String path = pathAndQuery.split("\\?", 2)[0];
        Optional<Template> template =
                templates.stream().filter(t -> t.matches(path)).findFirst();
        if (template.isEmpty() || method.equals("HEAD") || reply.status() == 405) {
            return;
        }
        JsonNode operation = document.path("paths").path(template.get().path()).path(lower(method));
        if (operation.isMissingNode()) {
            return;
        }
        JsonNode responses = operation.path("responses");
        String status = Integer.toString(reply.status());
        String key = responses.has(status) ? status : "default";
        assertThat(responses.has(key))
                .as("the OpenAPI document names the status of " + reply)
                .isTrue();
        String pointer = "#/paths/" + escaped(template.get().path()) + "/" + lower(method) + "/responses/" + key;
        JsonNode response = responses.get(key);
        if (response.has("$ref")) {
            pointer = response.get("$ref").asText();
            response = document.at(pointer.substring(1));
        }
        checkHeaders(response.path("headers"), reply);
        JsonNode content = response.path("content").path("application/json");
        if (!content.has("schema")) {
            return;
        }
        assertThat(reply.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        if (reply.status() >= 400) {
            assertThat(Json.keys(content.get("examples")))
                    .as("codes of " + reply)
                    .contains(reply.code());
        }
        JsonSchema schema = loaded.computeIfAbsent(
                pointer + "/content/application~1json/schema",
                location -> schemas.getSchema(SchemaLocation.of(DOCUMENT + location)));
        Set<ValidationMessage> messages = schema.validate(reply.json());
        assertThat(messages)
                .as("departures from the OpenAPI document of " + reply)
                .isEmpty();
    }

    private void checkHeaders(JsonNode described, Reply reply) {
        for (String header : HEADERS) {
            JsonNode reference = described.path(header);
            boolean isThere = reply.header(header).isPresent();
            if (reference.isMissingNode()) {
                assertThat(isThere).as(header + " of " + reply).isFalse();
            } else if (document.at(reference.get("$ref").asText().substring(1))
                    .path("required")
                    .asBoolean()) {
                assertThat(isThere).as(header + " of " + reply).isTrue();
            }
        }
    }

    private static String lower(String method) {
        return method.toLowerCase(Locale.ROOT);
    }

    private static String escaped(String path) {
        return path.replace("~", "~0").replace("/", "~1").replace("{", "%7B").replace("}", "%7D");
    }

    /**
     * An operation of the API.
     *
     * @param method in upper case
     * @param path with parameters in braces
     */
    record Operation(String method, String path) {}

    private record Template(String path, String pattern) {

        static Template of(String path) {
            return new Template(path, path.replaceAll("\\{[^}]*}", "[^/]+"));
        }

        boolean matches(String actual) {
            return actual.matches(pattern);
        }
    }
}
