package com.ones1ght.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.application.shared.port.StorageUnavailableException;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In which order requests are refused, and what every answer has. */
class PipelineTest {

    private static final String CHATS = "/v1/chat/" + FakeGateway.ID + "/recommend";
    private static final String PROMPT = "{\"prompt\":\"curry\"}";

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = new TestServer(new FakeGateway(), "https://shop.example");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/profile/x",
                "/v1/chat/x/recommend",
                "/v1/validation",
                "/v1/nothing",
                "/v1",
                "/v1/",
                "/v1/persona/x/status",
                "/v1/profile/x/session/start",
                "/v1/chat/x/session/y"
            })
    void noKeyIsRefusedOnEveryPathBeforeAnythingElse(String path) {
        HttpResponse<String> response = server.send("PATCH", path, BodyPublishers.ofString("{"), "Accept", "text/html");
        assertRefused(response, 401, "INVALID_API_KEY");
        assertThat(response.headers().allValues("WWW-Authenticate")).containsExactly("Bearer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic abc", "Bearer", "Bearer ", "Bearer unknown", "osk_two_708f0000"})
    void whatIsNoGoodBearerKeyIsRefused(String authorization) {
        assertRefused(server.call("GET", CHATS, "Authorization", authorization), 401, "INVALID_API_KEY");
    }

    @Test
    void schemeMayBeWrittenInAnyCase() {
        assertThat(server.call("GET", CHATS, "Authorization", "bEARER " + FakeGateway.KEY)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void keyWithoutTheScopeIsForbiddenBeforeThePathIsLookedAt() {
        String key = "Bearer " + FakeGateway.PROFILE_ONLY_KEY;
        assertRefused(server.call("GET", "/v1/chat/x/nothing", "Authorization", key), 403, "FORBIDDEN");
        assertRefused(server.call("POST", "/v1/chat/x", "Authorization", key), 403, "FORBIDDEN");
        assertRefused(server.call("DELETE", "/v1/chat/x/session/y", "Authorization", key), 403, "FORBIDDEN");
        assertRefused(server.call("GET", "/v1/admin/keys"), 403, "FORBIDDEN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"profile", "persona"})
    void visitsTakeTheScopeOfProfilesAndChatSessionsThatOfChats(String word) {
        String profiles = "Bearer " + FakeGateway.PROFILE_ONLY_KEY;
        String chats = "Bearer " + FakeGateway.CHAT_ONLY_KEY;
        String start = "/v1/" + word + "/" + FakeGateway.ID + "/session/start";
        String chatSession = "/v1/chat/" + FakeGateway.ID;
        assertThat(server.call("POST", start, "Authorization", profiles).statusCode())
                .isEqualTo(200);
        assertRefused(server.call("POST", start, "Authorization", chats), 403, "FORBIDDEN");
        assertThat(server.call("POST", chatSession, "Authorization", chats).statusCode())
                .isEqualTo(200);
        assertRefused(server.call("POST", chatSession, "Authorization", profiles), 403, "FORBIDDEN");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/nothing",
                "/v1/chat",
                "/v1/chat/x/nothing",
                "/v1/chat/x/session",
                "/v1/chat/x/session/y/z",
                "/v1/personal/x",
                "/v1/persona/x/y",
                "/v1/persona/x/status/y",
                "/v1/profile/x/status",
                "/v1/profile/x/session/pause",
                "/v1/profile/x/session/start/y",
                "/v1/profile/x/y",
                "/v1/validation/x",
                "/v1/application.wadl",
                "/v1/chat/x/recommend/y/z/barcodes/q"
            })
    void unknownPathIsNotFoundBeforeTheHeadersAreLookedAt(String path) {
        assertRefused(server.call("POST", path, "Accept", "text/html"), 404, "NOT_FOUND");
    }

    @Test
    void wrongMethodIsAnsweredWithThePossibleOnesBeforeTheHeadersAreLookedAt() {
        HttpResponse<String> response = server.call("DELETE", CHATS, "Accept", "text/html");
        assertRefused(response, 405, "METHOD_NOT_ALLOWED");
        assertThat(response.headers().firstValue("Allow").orElse("")).contains("GET", "POST", "HEAD");
        assertRefused(server.call("FOO", CHATS), 405, "METHOD_NOT_ALLOWED");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/v1/profile/x/session/start,POST",
        "DELETE,/v1/persona/x/session/stamp,POST",
        "PUT,/v1/profile/x/session/end,POST",
        "DELETE,/v1/persona/x/session,GET",
        "POST,/v1/profile/x/session,GET",
        "POST,/v1/persona/x/status,GET",
        "POST,/v1/persona/x,DELETE",
        "GET,/v1/persona,POST",
        "GET,/v1/chat/x,POST",
        "DELETE,/v1/chat/x,POST",
        "GET,/v1/chat/x/session/y,DELETE",
        "POST,/v1/chat/x/session/y,DELETE",
        "DELETE,/v1/chat/x/recommend/y,GET"
    })
    void wrongMethodIsAnsweredWithThePossibleOnesOnEveryPath(String method, String path, String allowed) {
        HttpResponse<String> response = server.call(method, path, "Accept", "text/html");
        assertRefused(response, 405, "METHOD_NOT_ALLOWED");
        assertThat(response.headers().firstValue("Allow").orElse("")).contains(allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "POST,/v1/profile/x/session/start",
        "GET,/v1/persona/x/session",
        "GET,/v1/persona/x/status",
        "POST,/v1/chat/x",
        "DELETE,/v1/chat/x/session/y"
    })
    void callsWithoutABodyAnswerOnlyJsonTooAndNameTheirPagesOrigin(String method, String path) {
        HttpResponse<String> response =
                server.call(method, path, "Accept", "text/html", "Origin", "https://shop.example");
        assertRefused(response, 406, "NOT_ACCEPTABLE");
        assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).contains("https://shop.example");
        assertRefused(server.call(method, path), 404, "NOT_FOUND");
    }

    @Test
    void stampIsJudgedAsAnyOtherBody() {
        String stamp = "/v1/profile/x/session/stamp";
        assertRefused(
                server.callWithJson("POST", stamp, "x", "Content-Type", "text/plain"), 415, "UNSUPPORTED_MEDIA_TYPE");
        assertRefused(server.callWithJson("POST", stamp, "x".repeat(70_000)), 413, "PAYLOAD_TOO_LARGE");
        assertRefused(server.call("POST", stamp), 400, "INVALID_REQUEST");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/html|406",
                "application/xml, text/*|406",
                "application/json;q=0|406",
                "application/json;q=0, */*|406",
                "nonsense|406",
                ";;;|406",
                ",|406",
                "*/*|200",
                "application/*;q=0.1|200",
                "text/html, application/json|200",
                "APPLICATION/JSON|200"
            })
    void onlyJsonIsAnswered(String accept, int status) {
        assertThat(server.call("GET", CHATS, "Accept", accept).statusCode()).isEqualTo(status);
    }

    @Test
    void notAcceptableWinsOverTheMediaTypeAndThatOverTheSizeAndThatOverTheBody() {
        String huge = "x".repeat(70_000);
        assertRefused(
                server.callWithJson("POST", CHATS, huge, "Accept", "text/html", "Content-Type", "text/plain"),
                406,
                "NOT_ACCEPTABLE");
        assertRefused(
                server.callWithJson("POST", CHATS, huge, "Content-Type", "text/plain"), 415, "UNSUPPORTED_MEDIA_TYPE");
        assertRefused(server.callWithJson("POST", CHATS, huge), 413, "PAYLOAD_TOO_LARGE");
        assertRefused(server.callWithJson("POST", CHATS, "x".repeat(60_000)), 400, "INVALID_REQUEST");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json|202",
                "application/json; charset=utf-8|202",
                "application/json;charset=\"UTF-8\"|202",
                "APPLICATION/JSON|202",
                "application/json; charset=iso-8859-1|415",
                "application/jsonx|415",
                "application/x-www-form-urlencoded|415",
                "multipart/form-data; boundary=x|415",
                "nonsense|415",
                "/|415"
            })
    void bodyMustBeJsonInUtf8(String type, int status) {
        assertThat(server.callWithJson("POST", CHATS, PROMPT, "Content-Type", type)
                        .statusCode())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"identity,202", "IDENTITY,202", "gzip,415", "'gzip, identity',415", "br,415", "'',415"})
    void bodyMustNotBeEncoded(String encoding, int status) {
        assertThat(server.callWithJson("POST", CHATS, PROMPT, "Content-Encoding", encoding)
                        .statusCode())
                .isEqualTo(status);
    }

    @Test
    void contentEncodingOfABodyThatNobodyReadsIsIgnored() {
        assertThat(server.call("GET", CHATS, "Content-Encoding", "gzip").statusCode())
                .isEqualTo(200);
    }

    @Test
    void bodyWithoutMediaTypeIsRefusedAndNoBodyAtAllIsAnInvalidOne() {
        String key = "Bearer " + FakeGateway.KEY;
        assertRefused(
                server.send("POST", CHATS, BodyPublishers.ofString(PROMPT), "Authorization", key),
                415,
                "UNSUPPORTED_MEDIA_TYPE");
        assertRefused(server.call("POST", CHATS), 400, "INVALID_REQUEST");
    }

    @Test
    void chunkedBodyAboveTheLimitIsRefusedAndOneAtTheLimitIsNot() {
        String atLimit = "{\"prompt\":\"x\",\"pad\":\"" + "y".repeat(64 * 1024 - 23) + "\"}";
        assertThat(atLimit).hasSize(64 * 1024);
        assertThat(chunked(atLimit).statusCode()).isEqualTo(202);
        assertRefused(chunked(atLimit + " "), 413, "PAYLOAD_TOO_LARGE");
    }

    @Test
    void invalidBodyWinsOverAnIdThatNamesNothing() {
        assertRefused(server.callWithJson("POST", "/v1/chat/x/recommend", "{}"), 400, "INVALID_REQUEST");
        assertRefused(server.callWithJson("POST", "/v1/chat/x/recommend", PROMPT), 404, "NOT_FOUND");
        assertRefused(server.call("GET", "/v1/chat/x/recommend?limit=0"), 400, "INVALID_REQUEST");
    }

    @Test
    void requestIdIsEchoedWhenItIsVisibleAsciiAndMadeOtherwise() {
        assertThat(requestId("my-id_1!~")).isEqualTo("my-id_1!~");
        assertThat(requestId("x".repeat(128))).isEqualTo("x".repeat(128));
        assertThat(requestId("x".repeat(129))).isEqualTo(FakeGateway.ID.toString());
        assertThat(requestId("a b")).isEqualTo(FakeGateway.ID.toString());
        assertThat(server.call("GET", "/v1/nothing", "X-Request-Id", "abc").body())
                .contains("\"request_id\":\"abc\"");
    }

    @Test
    void headIsGetWithoutTheBody() {
        HttpResponse<String> get = server.call("GET", CHATS);
        HttpResponse<String> head = server.call("HEAD", CHATS);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(get.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(server.call("HEAD", "/v1/nothing").statusCode()).isEqualTo(404);
        assertThat(server.send("HEAD", CHATS, BodyPublishers.noBody()).statusCode())
                .isEqualTo(401);
    }

    @Test
    void trailingSlashChangesNothing() {
        assertThat(server.call("GET", CHATS + "/").statusCode()).isEqualTo(200);
        assertThat(server.call("GET", "/v1/validation/").statusCode()).isEqualTo(200);
    }

    @Test
    void preflightNeedsNoKeyAndLetsOnlyConfiguredOriginsIn() {
        HttpResponse<String> allowed = preflight("https://shop.example");
        assertThat(allowed.statusCode()).isEqualTo(204);
        assertThat(allowed.headers().firstValue("Access-Control-Allow-Origin")).contains("https://shop.example");
        assertThat(allowed.headers().firstValue("Access-Control-Allow-Headers").orElse(""))
                .contains("Authorization", "Content-Type", "Idempotency-Key");
        HttpResponse<String> other = preflight("https://evil.example");
        assertThat(other.statusCode()).isEqualTo(204);
        assertThat(other.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void pagesOfAllowedOriginsMayReadErrorsAndTheExposedHeaders() {
        HttpResponse<String> response = server.call("GET", "/v1/nothing", "Origin", "https://shop.example");
        Map<String, List<String>> headers = response.headers().map();
        assertThat(headers.get("access-control-allow-origin")).containsExactly("https://shop.example");
        assertThat(headers.get("access-control-expose-headers").get(0))
                .contains("ETag", "X-Request-Id", "Retry-After", "Idempotent-Replayed", "RateLimit-Policy");
        assertThat(server.call("GET", CHATS, "Origin", "https://evil.example")
                        .headers()
                        .firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
    }

    @Test
    void lostDatabaseIsUnavailableAndADefectTellsNothing() {
        FakeGateway gateway = new FakeGateway();
        try (TestServer failing = new TestServer(gateway)) {
            gateway.failWith(new StorageUnavailableException("secret", new IllegalStateException()));
            HttpResponse<String> unavailable = failing.call("GET", CHATS);
            assertRefused(unavailable, 503, "UNAVAILABLE");
            assertThat(unavailable.headers().firstValue("Retry-After")).isPresent();
            gateway.failWith(new IllegalStateException("secret"));
            HttpResponse<String> broken = failing.call("GET", CHATS);
            assertRefused(broken, 500, "INTERNAL_ERROR");
            assertThat(broken.body()).doesNotContain("secret", "IllegalState");
        }
    }

    private static void assertRefused(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body())
                .startsWith("{\"success\":false,\"code\":\"" + code + "\",\"message\":\"")
                .contains("\"request_id\":\"");
        assertThat(response.headers().firstValue("Content-Type")).isEqualTo(Optional.of("application/json"));
        assertThat(response.headers().allValues("X-Request-Id")).hasSize(1);
    }

    private static HttpResponse<String> chunked(String json) {
        return server.send(
                "POST",
                CHATS,
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8))),
                "Content-Type",
                "application/json",
                "Authorization",
                "Bearer " + FakeGateway.KEY);
    }

    private static String requestId(String sent) {
        return server.call("GET", CHATS, "X-Request-Id", sent)
                .headers()
                .firstValue("X-Request-Id")
                .orElse("");
    }

    private static HttpResponse<String> preflight(String origin) {
        return server.send(
                "OPTIONS",
                CHATS,
                BodyPublishers.noBody(),
                "Origin",
                origin,
                "Access-Control-Request-Method",
                "POST",
                "Access-Control-Request-Headers",
                "authorization,content-type");
    }
}
