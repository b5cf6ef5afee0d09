package com.ones1ght.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a client does wrong below the API: each answered once, by a 4xx in the envelope, and the connection ends. */
@ExtendWith(SharedServer.class)
class MalformedRequestIT {

    private static final String JSON = "Content-Type: application/json\r\n";
    private static final String LAST_CHUNK = "0\r\n\r\n";

    private String baseUrl;
    private String head;

    @BeforeEach
    void connect(PackagedServer server) {
        baseUrl = server.baseUrl();
        head = "Host: localhost\r\nAuthorization: Bearer " + server.sdkKey() + "\r\n";
    }

    @TestFactory
    Stream<DynamicTest> malformedRequestsShouldBeRefused() {
        Map<String, String> requests = new LinkedHashMap<>();
        for (String target : List.of(
                "/v1/profile/x%zz",
                "/v1/%",
                "/v1/profile/x%2",
                "/v1/%00",
                "/v1/%C0%AF",
                "/v1/%E0%80%AF",
                "/v1/%ED%A0%BC",
                "/v1/%F5%80%80%80",
                "/v1/%FF",
                "/v1/\u00c3\u00a9",
                "/v1\\profile",
                "/v1/%5Cprofile",
                "/..",
                "/.",
                "/v1/validation/.",
                "/v1/validation/..",
                "/v1/validation/...",
                "/v1/validation/%2e",
                "/health/...?x",
                "/../v1/validation",
                "/v1/%2e%2e/../validation",
                "/health/../../x",
                "/v1/validation?a=%zz",
                "/v1/validation?%",
                "/v1/validation?a=%00",
                "/v1/validation?a=%C0%AF",
                "v1/validation",
                "*",
                "ftp://localhost/v1/validation",
                "http:/v1/validation",
                "http:///v1/validation",
                "http://local host/v1/validation",
                "http://localhost:x/v1/validation",
                "http://localhost/v1/%zz",
                "/health%")) {
            requests.put("target " + target, "GET " + target + " HTTP/1.1\r\n" + head + "\r\n");
        }
        for (String lines : List.of(
                "Content-Length: 2\r\nContent-Length: 3",
                "Content-Length: 2\r\nContent-Length: 2",
                "Content-Length: 2, 2",
                "Content-Length: -2",
                "Content-Length: +2",
                "Content-Length: 0x2",
                "Content-Length: two",
                "Content-Length:",
                "Content-Length: 99999999999999999999",
                "Content-Length : 2",
                "Content-Length: 2\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: chunked\r\nContent-Length: 2",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: gzip",
                "Transfer-Encoding: gzip, chunked",
                "Transfer-Encoding: chunked, identity",
                "Transfer-Encoding: chunkedly",
                "Transfer-Encoding:",
                "Host: elsewhere\r\nContent-Length: 2",
                "X-Nul: a\0b",
                "X-Bell: \u0007",
                "X-Delete: \u007f",
                "X (y): z",
                "X-Return: a\rb")) {
            requests.put("headers " + lines, "POST /v1/profile HTTP/1.1\r\n" + head + JSON + lines + "\r\n\r\n{}");
        }
        String chunked = "POST /v1/profile HTTP/1.1\r\n" + head + JSON + "Transfer-Encoding: chunked\r\n\r\n";
        requests.put("chunk without a size", chunked + "zz\r\n{}\r\n" + LAST_CHUNK);
        requests.put("chunk of negative size", chunked + "-2\r\n{}\r\n" + LAST_CHUNK);
        requests.put("chunk of absurd size", chunked + "ffffffffffffffffff\r\n{}\r\n" + LAST_CHUNK);
        requests.put("no host", "GET /v1/validation HTTP/1.1\r\n\r\n");
        requests.put("host with a blank", "GET /v1/validation HTTP/1.1\r\nHost: a b\r\n\r\n");
        requests.put("host with a strange port", "GET /v1/validation HTTP/1.1\r\nHost: a:99999\r\n\r\n");
        requests.put("host that is a URL", "GET /v1/validation HTTP/1.1\r\nHost: http://a/\r\n\r\n");
        requests.put("HTTP/2 without asking", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
        requests.put("HTTP/3.0", "GET /v1/validation HTTP/3.0\r\n" + head + "\r\n");
        requests.put("no protocol", "GET /v1/validation\r\n\r\n");
        requests.put("method that is no token", "G@T /v1/validation HTTP/1.1\r\n" + head + "\r\n");
        requests.put("chunked in HTTP/1.0", chunked.replace("HTTP/1.1", "HTTP/1.0") + LAST_CHUNK);
        requests.put("head of 100 KB", "GET /v1/validation HTTP/1.1\r\nX: " + "x".repeat(100_000) + "\r\n\r\n");
        requests.put("path of 100 KB", "GET /" + "x".repeat(100_000) + " HTTP/1.1\r\n" + head + "\r\n");
        requests.put("5,000 headers", "GET /v1/validation HTTP/1.1\r\n" + head + "X: y\r\n".repeat(5_000) + "\r\n");
        List<DynamicTest> tests = new ArrayList<>();
        requests.forEach((what, request) -> tests.add(dynamicTest(printable(what), () -> {
            Reply reply = RawHttp.exchange(baseUrl, request).expect(400, "INVALID_REQUEST");
            assertEnvelope(reply);
        })));
        return tests.stream();
    }

    private static String printable(String text) {
        return text.replaceAll("[^ -~]", "·");
    }

    private static void assertEnvelope(Reply reply) {
        assertThat(reply.header("Content-Type")).contains("application/json");
        assertThat(reply.header("Connection")).contains("close");
        assertThat(reply.json().get("success").asBoolean()).isFalse();
        assertThat(reply.json().get("message").asText()).isNotBlank();
        assertThat(reply.header("X-Request-Id"))
                .contains(reply.json().get("request_id").asText());
    }

    @TestFactory
    Stream<DynamicTest> harmlessOdditiesShouldBeIgnored() {
        Map<String, String> requests = new LinkedHashMap<>();
        String get = "GET /v1/validation HTTP/1.1\r\n" + head;
        requests.put("Latin 1 in a header", get + "X-Name: Ren\u00e9\r\n\r\n");
        requests.put("UTF-8 in User-Agent", get + "User-Agent: \u00ec\u0095\u00b1\r\n\r\n");
        requests.put("body of GET", get + "Content-Length: 7\r\n\r\n{\"a\":1}");
        requests.put("chunked body of GET", get + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n" + LAST_CHUNK);
        requests.put("encoded body of GET", get + "Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}");
        requests.put("Upgrade", get + "Connection: Upgrade\r\nUpgrade: foo\r\n\r\n");
        requests.put(
                "Upgrade: websocket",
                get
                        + "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
        requests.put(
                "Upgrade: h2c",
                get + "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\n\r\n");
        requests.put("absolute target", get.replace("/v1/v", "http://localhost/v1/v") + "\r\n");
        requests.put("absolute target with a port", get.replace("/v1/v", "HTTP://[::1]:80/v1/v") + "\r\n");
        requests.put("Connection: close among others", get + "Connection: close, foo\r\n\r\n");
        requests.put("HTTP/1.0", get.replace("HTTP/1.1", "HTTP/1.0") + "\r\n");
        requests.put("empty lines first", "\r\n\r\n" + get + "\r\n");
        requests.put("query with escapes", get.replace("validation", "validation?a=%F0%9F%8D%9B&b=%25") + "\r\n");
        requests.put("expectation without a body", get + "Expect: 100-continue\r\n\r\n");
        List<DynamicTest> tests = new ArrayList<>();
        requests.forEach((what, request) -> tests.add(dynamicTest(what, () -> {
            Reply reply = RawHttp.exchange(baseUrl, request).expect(200);
            assertThat(reply.json().get("success").asBoolean()).isTrue();
        })));
        return tests.stream();
    }

    @Test
    void requestIdOfAMalformedRequestShouldBeEchoed() {
        String request = "GET /v1/%zz HTTP/1.1\r\n" + head + "X-Request-Id: a\"b\\c\r\n\r\n";

        Reply reply = RawHttp.exchange(baseUrl, request).expect(400, "INVALID_REQUEST");

        assertThat(reply.header("X-Request-Id")).contains("a\"b\\c");
        assertThat(reply.json().get("request_id").asText()).isEqualTo("a\"b\\c");
    }

    @Test
    void methodsAndExpectationsThatNothingOffersShouldBeRefused() {
        for (String method : List.of("TRACE /v1/validation", "CONNECT localhost:80")) {
            Reply reply = RawHttp.exchange(baseUrl, method + " HTTP/1.1\r\n" + head + "\r\n");
            assertEnvelope(reply.expect(405, "METHOD_NOT_ALLOWED"));
            assertThat(reply.header("Allow")).isPresent();
        }
        String miracle = "GET /v1/validation HTTP/1.1\r\n" + head + "Expect: a miracle\r\n\r\n";
        assertEnvelope(RawHttp.exchange(baseUrl, miracle).expect(417, "INVALID_REQUEST"));
    }

    @Test
    void headOfAMalformedRequestShouldHaveNoBody() {
        Reply reply = RawHttp.exchange(baseUrl, "HEAD /v1/%zz HTTP/1.1\r\n" + head + "\r\n");

        assertThat(reply.expect(400).body()).isEmpty();
    }

    @Test
    void unknownCallersShouldHearOfTheirKeyBeforeTheirBody() {
        String post = "POST /v1/profile HTTP/1.1\r\nHost: localhost\r\n" + JSON;

        RawHttp.exchange(baseUrl, post + "Content-Length: 99999999\r\n\r\n").expect(401, "INVALID_API_KEY");
        RawHttp.exchange(baseUrl, post + "Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}")
                .expect(401, "INVALID_API_KEY");
    }

    @Test
    void bodiesThatAreTooLargeShouldBeRefusedBeforeTheyAreSent() throws IOException {
        String post = "POST /v1/profile HTTP/1.1\r\n" + head + JSON;
        String chunked = "Transfer-Encoding: chunked\r\n\r\n";

        RawHttp.exchange(baseUrl, post + "Content-Length: 65537\r\n\r\n").expect(413, "PAYLOAD_TOO_LARGE");
        RawHttp.exchange(baseUrl, post + "Content-Length: 65537\r\nExpect: 100-continue\r\n\r\n")
                .expect(413, "PAYLOAD_TOO_LARGE");
        RawHttp.exchange(baseUrl, post + "Content-Length: 100000000000000000\r\n\r\n")
                .expect(413, "PAYLOAD_TOO_LARGE");
        RawHttp.exchange(
                        baseUrl,
                        "POST /health HTTP/1.1\r\n" + head
                                + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 10000000\r\n\r\n")
                .expect(413, "PAYLOAD_TOO_LARGE");
        RawHttp.exchange(baseUrl, "GET /v1/validation HTTP/1.1\r\n" + head + "Content-Length: 65537\r\n\r\n")
                .expect(200);
        RawHttp.exchange(baseUrl, post + chunked + "20000\r\n" + "x".repeat(100_000))
                .expect(413, "PAYLOAD_TOO_LARGE");
    }

    @Test
    void oneConnectionShouldServeManyRequestsInOrder() throws IOException {
        String post = "POST /v1/profile HTTP/1.1\r\n" + head + JSON;
        String chunked = "Transfer-Encoding: chunked\r\n\r\n";
        String get = "GET /v1/validation HTTP/1.1\r\n" + head;

        try (Socket socket = RawHttp.open(
                baseUrl,
                get + "X-Request-Id: 1\r\n\r\n"
                        + post + "X-Request-Id: 2\r\nContent-Length: 2\r\n\r\n{}"
                        + post + "X-Request-Id: 3\r\n" + chunked + "1\r\n{\r\n1\r\n}\r\n" + LAST_CHUNK
                        + get + "X-Request-Id: 4\r\nUpgrade: foo\r\nContent-Length: 2\r\n\r\n{}"
                        + post + "X-Request-Id: 5\r\nContent-Length: 2\r\n\r\n{")) {
            for (String id : List.of("1", "2", "3", "4")) {
                assertThat(RawHttp.read("request " + id, socket).expect(200).header("X-Request-Id"))
                        .contains(id);
            }
            RawHttp.write(socket, "}" + post + "X-Request-Id: 6\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
            assertThat(RawHttp.read("request 5", socket).expect(200).header("X-Request-Id"))
                    .contains("5");
            RawHttp.read("request 6", socket).expect(100);
            RawHttp.write(socket, "{}" + get + "X-Request-Id: 7\r\n\r\n");
            assertThat(RawHttp.read("request 6", socket).expect(200).header("X-Request-Id"))
                    .contains("6");
            assertThat(RawHttp.read("request 7", socket).expect(200).header("X-Request-Id"))
                    .contains("7");
        }
    }
}
