package com.ones1ght.adapters.rest.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.adapters.rest.FakeGateway;
import com.ones1ght.adapters.rest.TestServer;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotentAnswersTest {

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = new TestServer(new FakeGateway());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpResponse<String> post(String key, String body) {
        return server.callWithJson("POST", "/v1/profile", body, "Idempotency-Key", key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\tb"})
    void aKeyOfAnotherFormIsRefused(String key) {
        assertThat(post(key, "{}").statusCode()).isEqualTo(400);
        assertThat(post(key, "{}").body()).contains("\"INVALID_REQUEST\"", "Idempotency-Key must be 1 to 255");
    }

    @Test
    void aKeyThatIsTooLongIsRefused() {
        assertThat(post("k".repeat(256), "{}").statusCode()).isEqualTo(400);
    }

    @Test
    void aRepetitionHasTheSameAnswerAndSaysSo() {
        HttpResponse<String> first = post("k".repeat(255), "{}");
        HttpResponse<String> again = post("k".repeat(255), "{}");

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.headers().firstValue("Idempotent-Replayed")).isEmpty();
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Idempotent-Replayed")).hasValue("true");
        assertThat(post("k".repeat(255), "{ }").statusCode()).isEqualTo(422);
    }
}
