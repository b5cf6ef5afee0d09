package com.ones1ght.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.ones1ght.bootstrap.e2e.PublishedApi.Operation;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The published document itself. That every answer keeps to it is checked by {@link Api} in all tests. */
@ExtendWith(SharedServer.class)
class OpenApiIT {

    @Test
    void documentShouldListEveryOperation(PackagedServer server) {
        assertThat(PublishedApi.of(server.baseUrl()).operations())
                .containsExactlyInAnyOrder(
                        new Operation("GET", "/v1/validation"),
                        new Operation("POST", "/v1/profile"),
                        new Operation("GET", "/v1/profile/{profile_id}"),
                        new Operation("PUT", "/v1/profile/{profile_id}"),
                        new Operation("DELETE", "/v1/profile/{profile_id}"),
                        new Operation("POST", "/v1/profile/{profile_id}/token"),
                        new Operation("POST", "/v1/persona/{persona_id}/token"),
                        new Operation("GET", "/v1/store/{store_id}/plan"),
                        new Operation("GET", "/v1/profile/{profile_id}/session"),
                        new Operation("POST", "/v1/profile/{profile_id}/session/start"),
                        new Operation("POST", "/v1/profile/{profile_id}/session/stamp"),
                        new Operation("POST", "/v1/profile/{profile_id}/session/end"),
                        new Operation("POST", "/v1/persona"),
                        new Operation("GET", "/v1/persona/{persona_id}"),
                        new Operation("PUT", "/v1/persona/{persona_id}"),
                        new Operation("DELETE", "/v1/persona/{persona_id}"),
                        new Operation("GET", "/v1/persona/{persona_id}/session"),
                        new Operation("POST", "/v1/persona/{persona_id}/session/start"),
                        new Operation("POST", "/v1/persona/{persona_id}/session/stamp"),
                        new Operation("POST", "/v1/persona/{persona_id}/session/end"),
                        new Operation("GET", "/v1/persona/{persona_id}/status"),
                        new Operation("POST", "/v1/chat/{profile_id}"),
                        new Operation("DELETE", "/v1/chat/{profile_id}/session/{session_id}"),
                        new Operation("POST", "/v1/chat/{profile_id}/recommend"),
                        new Operation("GET", "/v1/chat/{profile_id}/recommend"),
                        new Operation("GET", "/v1/chat/{profile_id}/recommend/{chat_id}"),
                        new Operation("GET", "/v1/chat/{profile_id}/recommend/{chat_id}/{round_id}"),
                        new Operation("DELETE", "/v1/chat/{profile_id}/recommend/{chat_id}/{round_id}"),
                        new Operation("GET", "/v1/chat/{profile_id}/recommend/{chat_id}/{round_id}/barcodes"),
                        new Operation("PATCH", "/v1/chat/{profile_id}/recommend/{chat_id}/{round_id}/todos"),
                        new Operation("GET", "/v1/chat/{profile_id}/recommend/{chat_id}/{round_id}/events"),
                        new Operation("POST", "/v1/chat/{profile_id}/trigger/signage"),
                        new Operation("POST", "/v1/chat/{profile_id}/trigger/position"),
                        new Operation("POST", "/v1/chat/{profile_id}/trigger/coupon"),
                        new Operation("POST", "/v1/chat/{profile_id}/trigger/recommend"),
                        new Operation("GET", "/v1/profile/{profile_id}/events"),
                        new Operation("GET", "/v1/persona/{persona_id}/events"),
                        new Operation("GET", "/v1/admin/events"),
                        new Operation("GET", "/v1/admin/stream"),
                        new Operation("GET", "/v1/admin/keys"),
                        new Operation("POST", "/v1/admin/keys"),
                        new Operation("DELETE", "/v1/admin/keys/{key_id}"),
                        new Operation("GET", "/v1/admin/credits"),
                        new Operation("GET", "/v1/admin/credits/ledger"),
                        new Operation("GET", "/v1/admin/settings"),
                        new Operation("PUT", "/v1/admin/settings"),
                        new Operation("GET", "/v1/admin/models"),
                        new Operation("POST", "/v1/admin/models"),
                        new Operation("PUT", "/v1/admin/models/{model_id}"),
                        new Operation("DELETE", "/v1/admin/models/{model_id}"),
                        new Operation("GET", "/v1/admin/audit"),
                        new Operation("GET", "/v1/admin/analytics"),
                        new Operation("POST", "/v1/system/tenants/{tenant_code}/admin-keys"),
                        new Operation("GET", "/v1/system/tenants/{tenant_code}/parked-deliveries"),
                        new Operation(
                                "POST", "/v1/system/tenants/{tenant_code}/parked-deliveries/{delivery_id}/resend"),
                        new Operation("GET", "/v1/admin/chats"),
                        new Operation("GET", "/v1/admin/chats/{chat_id}"),
                        new Operation("GET", "/v1/system/tenants"),
                        new Operation("POST", "/v1/system/tenants"),
                        new Operation("PATCH", "/v1/system/tenants/{tenant_code}"),
                        new Operation("POST", "/v1/system/tenants/{tenant_code}/credits"));
    }

    @Test
    void everyOperationShouldDescribeItsSuccessAndItsFailures(PackagedServer server) {
        JsonNode paths = PublishedApi.of(server.baseUrl()).document().get("paths");

        for (JsonNode path : paths) {
            path.properties().stream()
                    .filter(operation -> operation.getValue().has("responses"))
                    .forEach(operation -> assertThat(
                                    Json.keys(operation.getValue().get("responses")))
                            .as(operation.getValue().path("operationId").asText())
                            .anyMatch(status -> status.startsWith("2"))
                            .contains("401"));
        }
    }

    /** A check that never bites proves nothing. */
    @Test
    void answerThatDepartsFromTheDocumentShouldBeNoticed(PackagedServer server) {
        Api api = Api.demo(server);
        Reply proper = api.get("/v1/validation").expect(200);
        PublishedApi document = PublishedApi.of(server.baseUrl());

        List<String> bodies = List.of(
                "{\"success\":true}",
                "{\"success\":true,\"data\":{}}",
                proper.text().replace("\"active\"", "\"asleep\""),
                proper.text().replace("\"active\"", "1"),
                proper.text().replace("\"status\"", "\"extra\":1,\"status\""),
                proper.text().replaceFirst("\\.\\d{3}Z", "Z"),
                proper.text().replace("true", "false"));
        for (String body : bodies) {
            Reply wrong = new Reply(proper.request(), 200, proper.headers(), body.getBytes(StandardCharsets.UTF_8));
            assertThat(failure(() -> document.check("GET", "/v1/validation", wrong)))
                    .as(body)
                    .isInstanceOf(AssertionError.class);
        }
        Reply nameless = new Reply(proper.request(), 200, HttpHeaders.of(Map.of(), (a, b) -> true), proper.body());
        assertThat(failure(() -> document.check("GET", "/v1/validation", nameless)))
                .isInstanceOf(AssertionError.class);
        Reply refused = api.withKey("unknown").get("/v1/validation").expect(401);
        byte[] otherCode = refused.text().replace("INVALID_API_KEY", "CONFLICT").getBytes(StandardCharsets.UTF_8);
        Reply miscoded = new Reply(refused.request(), 401, refused.headers(), otherCode);
        assertThat(failure(() -> document.check("GET", "/v1/validation", miscoded)))
                .isInstanceOf(AssertionError.class);
        Reply unknownStatus = new Reply(proper.request(), 299, proper.headers(), proper.body());
        assertThat(failure(() -> document.check("GET", "/v1/validation", unknownStatus)))
                .isInstanceOf(AssertionError.class);
    }

    private static Throwable failure(Runnable check) {
        try {
            check.run();
            return null;
        } catch (AssertionError e) {
            return e;
        }
    }

    @Test
    void documentShouldComeAsYamlAndJsonWithoutAKey(PackagedServer server) throws IOException {
        Api anybody = new Api(server.baseUrl(), null);

        Reply yaml = anybody.get("/docs/openapi.yaml").expect(200);
        Reply json = anybody.get("/docs/openapi.json").expect(200);

        assertThat(yaml.header("Content-Type").orElseThrow()).startsWith("application/yaml");
        assertThat(yaml.text())
                .isEqualTo(Files.readString(Path.of("../adapters-rest/src/main/resources/META-INF/openapi.yaml")));
        assertThat(json.header("Content-Type").orElseThrow()).startsWith("application/json");
        assertThat(json.json().at("/info/title").asText()).isEqualTo("OneS1ght Gateway");
        assertThat(json.json().at("/paths/~1v1~1validation/get/operationId").asText())
                .isEqualTo("validateKey");
        for (Reply document : List.of(yaml, json)) {
            assertThat(document.header("X-Request-Id")).isPresent();
            assertThat(document.header("Cache-Control").orElseThrow()).contains("public");
        }
    }

    @Test
    void documentShouldBeRevalidatedByItsETag(PackagedServer server) {
        Api anybody = new Api(server.baseUrl(), null);
        for (String path : List.of("/docs/openapi.yaml", "/docs/openapi.json")) {
            String etag = anybody.get(path).header("ETag").orElseThrow();
            for (String known : List.of(etag, "W/" + etag, "\"other\", " + etag, "*")) {
                Reply same = anybody.send("GET", path, Map.of("If-None-Match", known), null);
                assertThat(same.expect(304).body()).as(known).isEmpty();
                assertThat(same.header("ETag")).hasValue(etag);
            }
            anybody.send("GET", path, Map.of("If-None-Match", "\"other\""), null)
                    .expect(200);
            assertThat(anybody.send("HEAD", path, null).expect(200).body()).isEmpty();
            anybody.send("OPTIONS", path, null).expect(204);
            Reply refused = anybody.post(path, "{}").expect(405, "METHOD_NOT_ALLOWED");
            assertThat(refused.header("Allow")).hasValue("GET, HEAD, OPTIONS");
        }
    }

    /** Payara's own would have a member that generators refuse. */
    @Test
    void addressOfMicroProfileShouldServeTheSameDocument(PackagedServer server) {
        Api anybody = new Api(server.baseUrl(), null);
        String yaml = anybody.get("/docs/openapi.yaml").text();
        String json = anybody.get("/docs/openapi.json").text();
        Map<String, String> acceptsJson = Map.of("Accept", "application/json");

        assertThat(anybody.get("/openapi").expect(200).text()).isEqualTo(yaml);
        assertThat(anybody.get("/openapi?format=JSON").expect(200).text()).isEqualTo(json);
        assertThat(anybody.send("GET", "/openapi", acceptsJson, null)
                        .expect(200)
                        .text())
                .isEqualTo(json);
    }
}
