package com.ones1ght.bootstrap.launcher.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.Protocol;
import org.junit.jupiter.api.Test;

class RefusalTest {

    private static String response(HttpRequestPacket request) {
        return new String(Refusal.headTimeout().response(request), StandardCharsets.US_ASCII);
    }

    private static HttpRequestPacket.Builder aRequest() {
        return HttpRequestPacket.builder().uri("/v1/validation").protocol(Protocol.HTTP_1_1);
    }

    @Test
    void aRequestWithoutAMethodYetShouldBeAnswered() {
        HttpRequestPacket request = aRequest().method("GET").build();
        // As in a request object that is used again, before the first line has arrived.
        request.getMethodDC().recycle();

        assertThat(response(request)).startsWith("HTTP/1.1 408 ").contains("\"code\":\"REQUEST_TIMEOUT\"");
    }

    @Test
    void theAnswerToHeadShouldHaveNoBody() {
        assertThat(response(aRequest().method("HEAD").build()))
                .startsWith("HTTP/1.1 408 ")
                .endsWith("\r\n\r\n");
    }

    @Test
    void theClientsRequestIdShouldBeEchoed() {
        HttpRequestPacket request =
                aRequest().method("GET").header("X-Request-Id", "a-1").build();

        assertThat(response(request)).contains("X-Request-Id: a-1\r\n").endsWith("\"request_id\":\"a-1\"}");
    }
}
