package com.ones1ght.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.ones1ght.bootstrap.e2e.Api.Kickoff;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What a server prints between its start and its end, as JSON on the console, with the access log: a session, hostile
 * clients, the loss of the database, and the stop.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LogIT {

    private static final String WORDS = "비밀스러운 저녁 \\n{\\\"timestamp\\\":\\\"forged\\\"}";
    private static final String CLIENT = "203.0.113.77";
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private final PackagedServer server = PackagedServer.prepare(Map.of(
            "ones1ght.log.format", "json",
            "ones1ght.log.output", "console",
            "ones1ght.log.access", "true",
            "ones1ght.http.trusted-proxies", "127.0.0.1, ::1",
            "ones1ght.runner.tick", "PT0.2S"));

    private String profile;
    private List<String> lines;
    private List<JsonNode> records;

    @BeforeAll
    void runASession() {
        server.startAgain();
        Api api = new Api(server.baseUrl(), server.sdkKey());
        profile = api.newProfile();
        Kickoff kickoff = api.kickOff(profile, WORDS);
        api.awaitCompleted(profile, kickoff.chat());
        hostileRequests(api);
        server.postgres().destroyForcibly();
        await("a failure of the database").atMost(Duration.ofSeconds(20)).until(() -> server.output()
                .contains("PostgreSQL is running again"));
        server.stop();
        lines = server.output().lines().toList();
        records = lines.stream().map(LogIT::parsed).toList();
    }

    private void hostileRequests(Api api) {
        api.sendUnchecked(
                "GET",
                "/v1/profile/" + profile,
                Map.of(
                        "X-Request-Id",
                        "{\"request_id\":\"{0}'}",
                        "X-Forwarded-For",
                        "6.6.6.6, " + CLIENT,
                        "traceparent",
                        "00-" + TRACE + "-00f067aa0ba902b7-01",
                        "User-Agent",
                        "\",\"level\":\"ERROR\""));
        api.sendUnchecked("GET", "/v1/chat/" + api.key() + "/recommend?token=" + api.key(), Map.of());
        api.sendUnchecked("GET", "/v1/%0A%7B%22timestamp%22%3A1%7D", Map.of());
        RawHttp.exchange(
                server.baseUrl(), "GET /v1/validation HTTP/1.1\r\nHost: x\r\nX-Request-Id: a\u0085b\u2028c\r\n\r\n");
        RawHttp.exchange(server.baseUrl(), "GET / HTTP/1.1\r\nHost: x\r\nBad Header\r\n\r\n");
    }

    private static JsonNode parsed(String line) {
        return Json.read(line);
    }

    @AfterAll
    void close() {
        server.close();
    }

    @Test
    void eachLineShouldBeARecord() {
        assertThat(records).hasSizeGreaterThan(20).allSatisfy(entry -> {
            assertThat(Instant.parse(entry.get("timestamp").textValue())).isBefore(Instant.now());
            assertThat(entry.get("timestamp").textValue()).endsWith("Z");
            assertThat(entry.get("level").textValue()).matches("ERROR|WARNING|INFO|DEBUG|TRACE");
            assertThat(entry.get("logger").textValue()).isNotEmpty();
            assertThat(entry.get("thread").textValue()).isNotEmpty();
            assertThat(entry.get("message").isTextual()).isTrue();
        });
        assertThat(records.get(records.size() - 1).get("message").textValue()).isEqualTo("Stopped");
        assertThat(server.dataDir().resolve("logs")).doesNotExist();
    }

    @Test
    void startShouldWarnOfNothing() {
        List<JsonNode> start = records.stream()
                .takeWhile(entry -> !message(entry).contains("is ready in"))
                .toList();

        assertThat(start).isNotEmpty();
        assertThat(start.stream().filter(entry -> List.of("WARNING", "ERROR")
                        .contains(entry.get("level").textValue())))
                .isEmpty();
    }

    @Test
    void answersShouldBeInTheAccessLog() {
        JsonNode created = access("/v1/profile").findFirst().orElseThrow();

        assertThat(created.get("client").textValue()).isIn("127.0.0.1", "::1");
        assertThat(created.get("method").textValue()).isEqualTo("POST");
        assertThat(created.get("status").intValue()).isBetween(200, 201);
        assertThat(created.get("bytes").longValue()).isPositive();
        assertThat(created.get("ms").isIntegralNumber()).isTrue();
        assertThat(created.get("request_id").textValue()).isNotEmpty();
        assertThat(created.get("tenant").textValue()).isEqualTo("demo");
    }

    @Test
    void recordsOfARequestShouldBearItsIds() {
        JsonNode asked = access("/v1/profile/" + profile).findFirst().orElseThrow();

        assertThat(asked.get("client").textValue()).isEqualTo(CLIENT);
        assertThat(asked.get("request_id").textValue()).isEqualTo("{\"request_id\":\"{0}'}");
        assertThat(message(asked)).contains("{\"request_id\":\"{0}'}");
        assertThat(asked.get("trace_id").textValue()).isEqualTo(TRACE);
    }

    @Test
    void nothingOfClientsShouldBeLogged() {
        assertThat(lines).noneMatch(line -> line.contains(server.sdkKey()));
        assertThat(lines).noneMatch(line -> line.contains("비밀") || line.contains("forged") || line.contains("token="));
        assertThat(access("/v1/chat/*/recommend")).isNotEmpty();
        assertThat(access("/v1/*")).isNotEmpty();
    }

    private Stream<JsonNode> access(String path) {
        return records.stream()
                .filter(entry -> entry.get("logger").textValue().equals("com.ones1ght.access"))
                .filter(entry -> entry.get("path").textValue().equals(path));
    }

    private static String message(JsonNode entry) {
        return entry.get("message").textValue();
    }
}
