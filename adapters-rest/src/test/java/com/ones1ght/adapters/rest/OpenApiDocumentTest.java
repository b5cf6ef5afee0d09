package com.ones1ght.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.ones1ght.adapters.rest.profile.ProfileWord;
import com.ones1ght.domain.shared.ErrorCode;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The published document describes the API as it is, in a form that generators understand. */
class OpenApiDocumentTest {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");
    private static final String COMPONENTS = "#/components/";

    private final PublishedDocument document = PublishedDocument.read();

    @Test
    void everyMethodOfEveryResourceIsDescribedAndNothingElse() {
        assertThat(document.operations().keySet()).isEqualTo(existing());
    }

    @Test
    void everyErrorCodeHasAnExampleAndIsNamedByAResponse() {
        Set<String> codes = new TreeSet<>();
        for (ErrorCode code : ErrorCode.values()) {
            codes.add(code.name());
        }
        JsonNode components = document.root().path("components");
        assertThat(names(components.path("examples"))).isEqualTo(codes);
        assertThat(texts(components.at("/schemas/ErrorCode/enum"))).isEqualTo(codes);
        components.path("examples").properties().forEach(example -> assertThat(
                        example.getValue().at("/value/code").asText())
                .isEqualTo(example.getKey()));
        Set<String> named = new TreeSet<>();
        document.failures().forEach(response -> named.addAll(names(PublishedDocument.json(response, "examples"))));
        assertThat(named).isEqualTo(codes);
    }

    @Test
    void everyReferenceLeadsSomewhereAndEveryComponentIsReferredTo() {
        Set<String> references = new TreeSet<>();
        document.root().findValuesAsText("$ref").forEach(references::add);
        assertThat(references).allSatisfy(reference -> assertThat(
                        document.root().at(reference.substring(1)).isMissingNode())
                .as(reference)
                .isFalse());
        Set<String> components = new TreeSet<>();
        document.root().path("components").properties().forEach(kind -> names(kind.getValue()).stream()
                .filter(name -> !kind.getKey().equals("securitySchemes"))
                .forEach(name -> components.add(COMPONENTS + kind.getKey() + "/" + name)));
        assertThat(references).isEqualTo(components);
    }

    /** Generators name what has no name by its place, and so by another name whenever something moves. */
    @Test
    void everyBodyAndEveryNestedObjectHasANamedSchema() {
        assertThat(document.bodies())
                .allSatisfy(body -> assertThat(body.at("/schema").has("$ref")
                                || body.at("/schema/type").asText().equals("string"))
                        .as(body.toString())
                        .isTrue());
        document.schemas()
                .forEach((name, schema) -> document.below(schema).forEach(nested -> assertThat(nested.has("properties"))
                        .as("unnamed object in " + name)
                        .isFalse()));
    }

    /** Without a discriminator they are merged, or refused; a null beside a reference is lost without a type. */
    @Test
    void schemasHaveNoUnionsAndSayWhatIsNullableWithItsType() {
        assertThat(document.root().findParents("oneOf")).isEmpty();
        assertThat(document.root().findParents("anyOf")).isEmpty();
        assertThat(document.root().findParents("nullable"))
                .allSatisfy(schema ->
                        assertThat(schema.has("type")).as(schema.toString()).isTrue());
    }

    @Test
    void everyOperationIsCompletelyDescribed() {
        Set<String> ids = new TreeSet<>();
        document.operations().forEach((operation, node) -> {
            assertThat(ids.add(node.path("operationId").asText())).as(operation).isTrue();
            assertThat(node.path("summary").asText()).as(operation).isNotBlank();
            assertThat(node.path("description").asText()).as(operation).isNotBlank();
            assertThat(node.path("tags")).as(operation).hasSize(1);
            Set<String> statuses = names(node.path("responses"));
            assertThat(statuses).as(operation).contains("400", "401", "405", "406", "429", "500", "503");
            if (node.has("requestBody")) {
                assertThat(statuses).as(operation).contains("408", "413", "415");
            }
            if (takesIdempotencyKey(node)) {
                assertThat(statuses).as(operation).contains("409", "422");
                assertThat(codes(node, "409")).as(operation).contains("IDEMPOTENCY_IN_PROGRESS");
            }
        });
    }

    private static boolean takesIdempotencyKey(JsonNode operation) {
        return operation.path("parameters").findValuesAsText("$ref").stream()
                .anyMatch(reference -> reference.endsWith("/IdempotencyKey"));
    }

    private Set<String> codes(JsonNode operation, String status) {
        return names(PublishedDocument.json(
                document.resolved(operation.path("responses").path(status)), "examples"));
    }

    @Test
    void everyResponseNamesItsHeaders() {
        document.operations()
                .forEach(
                        (operation, node) -> node.path("responses").properties().forEach(entry -> {
                            String status = entry.getKey();
                            JsonNode response = document.resolved(entry.getValue());
                            Set<String> headers = names(response.path("headers"));
                            String described = operation + " " + status;
                            assertThat(headers).as(described).contains("X-Request-Id");
                            assertThat(headers.contains("WWW-Authenticate"))
                                    .as(described)
                                    .isEqualTo(status.equals("401"));
                            assertThat(headers.contains("Allow")).as(described).isEqualTo(status.equals("405"));
                            assertThat(headers.contains("Retry-After"))
                                    .as(described)
                                    .isEqualTo(Set.of("429", "503").contains(status));
                            assertThat(headers.contains("RateLimit"))
                                    .as(described)
                                    .isEqualTo(!Set.of("401", "403").contains(status));
                            assertThat(headers.contains("Idempotent-Replayed"))
                                    .as(described)
                                    .isEqualTo(status.startsWith("2") && takesIdempotencyKey(node));
                        }));
    }

    @Test
    void documentNamesItsLicenceAndContact() {
        assertThat(document.root().at("/info/license/name").asText()).isNotBlank();
        assertThat(document.root().at("/info/contact/name").asText()).isNotBlank();
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new TreeSet<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static TreeSet<String> existing() {
        // The paths of servlets.
        TreeSet<String> existing = new TreeSet<>(
                Set.of("get /v1/admin/stream", "get /v1/chat/{profile_id}/recommend/{chat_id}/{round_id}/events"));
        for (Class<?> type : new RestApplication().getClasses()) {
            Path root = type.getAnnotation(Path.class);
            if (root == null) {
                continue;
            }
            for (Method method : type.getDeclaredMethods()) {
                Arrays.stream(method.getAnnotations())
                        .map(Annotation::annotationType)
                        .map(annotation -> annotation.getAnnotation(HttpMethod.class))
                        .filter(http -> http != null)
                        .map(http -> http.value().toLowerCase(Locale.ROOT))
                        .filter(METHODS::contains)
                        .forEach(http ->
                                spelledOut(path(root, method)).forEach(path -> existing.add(http + " " + path)));
            }
        }
        return existing;
    }

    private static String path(Path root, Method method) {
        Path sub = method.getAnnotation(Path.class);
        return "/v1/" + root.value() + (sub == null ? "" : "/" + sub.value());
    }

    /** A path that has two names stands in the document under either, and its id is called accordingly. */
    private static List<String> spelledOut(String path) {
        if (!path.contains(ProfileWord.PATH)) {
            return List.of(path);
        }
        return List.of(
                path.replace(ProfileWord.PATH, "profile"),
                path.replace(ProfileWord.PATH, "persona").replace("{profile_id}", "{persona_id}"));
    }
}
