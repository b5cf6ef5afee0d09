package com.ones1ght.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Clients that do not finish what they began: they delay nobody, and are answered after the time for bodies. */
@ExtendWith(SharedServer.class)
class SlowSendersIT {

    /** More than request threads, of each kind. */
    private static final int SENDERS = 45;

    /** Below the time for bodies, which others would wait for, and far above what a busy machine needs. */
    private static final Duration AT_ONCE = SharedServer.BODY_TIMEOUT.minusSeconds(1);

    private static final String JSON = "Content-Type: application/json\r\n";

    private Api api;
    private String head;

    @BeforeEach
    void connect(PackagedServer server) {
        api = Api.demo(server);
        head = "Host: localhost\r\nAuthorization: Bearer " + server.sdkKey() + "\r\n";
    }

    /** Beginnings of requests, and the answer to each. */
    private Map<String, Integer> unfinished() {
        String post = "POST /v1/profile HTTP/1.1\r\n" + head + JSON;
        String stranger = "POST /v1/profile HTTP/1.1\r\nHost: localhost\r\n" + JSON;
        Map<String, Integer> unfinished = new LinkedHashMap<>();
        unfinished.put(post + "Content-Length: 100\r\n\r\n{", 408);
        unfinished.put(post + "Content-Length: 100\r\n\r\n", 408);
        unfinished.put(post + "Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n", 408);
        unfinished.put(post + "Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n0\r\nX: y", 408);
        unfinished.put(stranger + "Content-Length: 100\r\n\r\n{", 401);
        unfinished.put(stranger.replace("profile", "nothing") + "Content-Length: 100\r\n\r\n{", 401);
        unfinished.put(post.replace("profile", "nothing") + "Content-Length: 100\r\n\r\n{", 404);
        unfinished.put(post.replace("application/json", "text/plain") + "Content-Length: 100\r\n\r\n{", 415);
        unfinished.put("GET /v1/validation HTTP/1.1\r\n" + head + "Content-Length: 100\r\n\r\n{", 408);
        unfinished.put(
                "POST /health HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                        + "Content-Length: 100\r\n\r\na=b",
                408);
        unfinished.put("POST /v1/profile HTTP/1.1\r\n" + head + "Content-Ty", 408);
        unfinished.put("GE", 408);
        return unfinished;
    }

    @Test
    void unfinishedRequestsShouldDelayNobodyAndBeGivenUp() throws IOException {
        Map<String, Integer> unfinished = unfinished();
        Map<Socket, String> senders = new LinkedHashMap<>();
        try {
            for (String start : unfinished.keySet()) {
                for (int i = 0; i < SENDERS; i++) {
                    senders.put(RawHttp.open(api.baseUrl(), start), start);
                }
            }
            for (int i = 0; i < 5; i++) {
                long startedAt = System.nanoTime();
                api.newProfile();
                assertThat(Duration.ofNanos(System.nanoTime() - startedAt)).isLessThan(AT_ONCE);
            }
            for (Map.Entry<Socket, String> sender : senders.entrySet()) {
                Reply reply =
                        RawHttp.read(sender.getValue(), sender.getKey()).expect(unfinished.get(sender.getValue()));
                assertThat(reply.json().get("success").asBoolean()).isFalse();
                assertThat(reply.header("X-Request-Id"))
                        .contains(reply.json().get("request_id").asText());
                assertThat(reply.header("Connection")).contains("close");
                assertThat(sender.getKey().getInputStream().read()).isEqualTo(-1);
                if (reply.status() == 408) {
                    reply.expect(408, "REQUEST_TIMEOUT");
                }
            }
        } finally {
            for (Socket socket : senders.keySet()) {
                socket.close();
            }
        }
    }

    @Test
    void requestsToUpgradeShouldBeAnsweredAtOnce() throws IOException {
        List<Socket> sockets = new ArrayList<>();
        String upgrade = head + "Connection: Upgrade\r\nUpgrade: foo\r\n\r\n";
        try {
            for (int i = 0; i < SENDERS; i++) {
                String method = i % 2 == 0 ? "GET" : "DELETE";
                sockets.add(RawHttp.open(api.baseUrl(), method + " /v1/validation HTTP/1.1\r\n" + upgrade));
            }
            long startedAt = System.nanoTime();
            for (int i = 0; i < SENDERS; i++) {
                RawHttp.read("upgrade", sockets.get(i)).expect(i % 2 == 0 ? 200 : 405);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - startedAt)).isLessThan(AT_ONCE);
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    @Test
    void aBodyInSmallPiecesShouldBeReadIfItIsInTime() throws IOException {
        String body = "{\"name\": \"Kim\"}";
        try (Socket socket = RawHttp.open(api.baseUrl(), "POST /v1/profile HTTP/1.1\r\n" + head + JSON)) {
            socket.setTcpNoDelay(true);
            for (char c : ("Content-Length: " + body.length() + "\r\n\r\n" + body).toCharArray()) {
                RawHttp.write(socket, String.valueOf(c));
            }
            RawHttp.read("small pieces", socket).expect(200);
        }
    }
}
