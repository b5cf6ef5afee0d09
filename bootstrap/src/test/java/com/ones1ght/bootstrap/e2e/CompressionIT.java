package com.ones1ght.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.bootstrap.e2e.Api.Kickoff;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers are compressed, and say nothing about the server. */
@ExtendWith(SharedServer.class)
class CompressionIT {

    private static final Map<String, String> GZIP = Map.of("Accept-Encoding", "gzip");

    @Test
    void pollShouldBeCompressedAndHeadShouldTellTheSame(PackagedServer server) throws IOException {
        Api api = Api.demo(server);
        String profile = api.newProfile();
        Kickoff chat = api.kickOff(profile, "오늘 저녁 카레 땡기는데");
        api.awaitCompleted(profile, chat.chat());
        for (String path : new String[] {chat.chatPath(), chat.roundPath(), "/v1/store/main/plan"}) {
            Reply plain = api.get(path).expect(200);
            Reply compressed = api.sendUnchecked("GET", path, GZIP);
            Reply head = api.sendUnchecked("HEAD", path, GZIP);

            assertThat(plain.header("Content-Encoding")).isEmpty();
            assertThat(plain.header("Vary")).contains("Accept-Encoding");
            assertThat(compressed.header("Content-Encoding")).contains("gzip");
            assertThat(compressed.header("Vary")).contains("Accept-Encoding");
            assertThat(compressed.header("Content-Length")).contains(Integer.toString(compressed.body().length));
            assertThat(unzipped(compressed)).isEqualTo(plain.text());
            assertThat(head.header("Content-Encoding")).contains("gzip");
            assertThat(head.header("Vary")).contains("Accept-Encoding");
            assertThat(head.header("Content-Type")).isEqualTo(compressed.header("Content-Type"));
            assertThat(head.header("Content-Length")).isEmpty();
            assertThat(head.body()).isEmpty();
        }
    }

    @Test
    void longFailureShouldBeCompressedAndAShortOneShouldNot(PackagedServer server) throws IOException {
        Api api = Api.demo(server);
        String items = "{\"rec_id\":1},".repeat(50);
        byte[] body = ("{\"chat_id\":1,\"round_id\":1,\"items\":[" + items.substring(0, items.length() - 1) + "]}")
                .getBytes(StandardCharsets.UTF_8);
        Map<String, String> headers = Map.of("Accept-Encoding", "gzip", "Content-Type", "application/json");

        Reply failure = api.sendUnchecked("POST", "/v1/chat/" + api.newProfile() + "/trigger/signage", headers, body);
        Reply unknown = api.sendUnchecked("GET", "/v1/nowhere", GZIP);

        assertThat(failure.status()).isEqualTo(400);
        assertThat(failure.header("Content-Encoding")).contains("gzip");
        assertThat(unzipped(failure)).contains("\"code\":\"INVALID_REQUEST\"");
        assertThat(unknown.header("Content-Encoding")).isEmpty();
        assertThat(unknown.code()).isEqualTo("NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/docs", "/assets/docs/swagger.css", "/assets/vendor/swagger-ui/5.34.1/swagger-ui-bundle.js"})
    void filesOfPagesShouldBeValidatedInEitherForm(String path, PackagedServer server) throws IOException {
        Api api = Api.demo(server);
        Reply plain = api.sendUnchecked("GET", path, Map.of());
        for (int i = 0; i < 2; i++) {
            Reply compressed = api.sendUnchecked("GET", path, GZIP);
            String etag = compressed.header("ETag").orElseThrow();
            Reply unchanged = api.sendUnchecked("GET", path, Map.of("Accept-Encoding", "gzip", "If-None-Match", etag));

            assertThat(compressed.header("Content-Encoding")).contains("gzip");
            assertThat(compressed.header("Content-Length")).contains(Integer.toString(compressed.body().length));
            assertThat(compressed.header("Vary")).contains("Accept-Encoding");
            assertThat(etag).as("not the same bytes as the plain form").startsWith("W/");
            assertThat(unzipped(compressed)).isEqualTo(plain.text());
            assertThat(unchanged.status()).isEqualTo(304);
            assertThat(unchanged.header("Vary")).contains("Accept-Encoding");
        }
        assertThat(plain.header("Content-Encoding")).isEmpty();
        assertThat(plain.header("Vary")).contains("Accept-Encoding");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/signage/1", "/docs/openapi.yaml", "/docs/openapi.json", "/store/products/tofu.svg"})
    void pagesShouldBeCompressed(String path, PackagedServer server) throws IOException {
        Api api = Api.demo(server);
        Reply plain = api.sendUnchecked("GET", path, Map.of());
        Reply compressed = api.sendUnchecked("GET", path, GZIP);

        assertThat(plain.status()).isEqualTo(200);
        if (plain.body().length > 1024) {
            assertThat(compressed.header("Content-Encoding")).contains("gzip");
            assertThat(unzipped(compressed)).isEqualTo(plain.text());
        } else {
            assertThat(compressed.body()).isEqualTo(plain.body());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/v1",
                "/v1/validation",
                "/v1/nowhere",
                "/v1/admin/stream",
                "/v1/chat/x/recommend/x/x/events",
                "/health",
                "/health/ready",
                "/metrics",
                "/openapi",
                "/docs/openapi.yaml",
                "/signage/1",
                "/signage/x",
                "/nowhere",
                "/WEB-INF/web.xml",
                "/store/products/",
                "/_error"
            })
    void noAnswerShouldNameTheServer(String path, PackagedServer server) {
        Api api = Api.demo(server);
        for (String method : new String[] {"GET", "HEAD", "DELETE", "OPTIONS"}) {
            assertNameless(api.sendUnchecked(method, path, Map.of()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /%zz HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "TRACE / HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "BREW / HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "POST /v1/profile HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
                "GET / HTTP/9.9\r\nHost: localhost\r\n\r\n"
            })
    void noRefusalOfMalformedHttpShouldNameTheServer(String request, PackagedServer server) {
        assertNameless(RawHttp.exchange(server.baseUrl(), request));
    }

    private static void assertNameless(Reply reply) {
        assertThat(reply.header("Server")).as(reply.request()).isEmpty();
        assertThat(reply.header("X-Powered-By")).as(reply.request()).isEmpty();
        assertThat(reply.text()).as(reply.request()).doesNotContainIgnoringCase("payara", "grizzly", "glassfish");
    }

    private static String unzipped(Reply reply) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(reply.body()))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
