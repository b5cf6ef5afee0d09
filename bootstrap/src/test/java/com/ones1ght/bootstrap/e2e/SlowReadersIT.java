package com.ones1ght.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.bootstrap.e2e.Api.Kickoff;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Clients that send requests ahead, and do not read what they are answered: they delay nobody. */
@ExtendWith(SharedServer.class)
class SlowReadersIT {

    /** More than request threads. */
    private static final int READERS = 60;

    private static final int REQUESTS_EACH = 400;

    /** Far above what a busy machine needs. */
    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    private Api api;
    private String poll;

    @BeforeEach
    void kickOff(PackagedServer server) {
        api = Api.demo(server);
        Kickoff kickoff = api.kickOff(api.newProfile(), "오늘 저녁 카레 땡기는데");
        poll = get(kickoff.roundPath());
    }

    private String get(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + api.key() + "\r\n\r\n";
    }

    @Test
    void clientsThatReadNothingShouldDelayNobody() throws IOException {
        List<String> requests = List.of(get("/openapi"), get("/health"), poll);
        // The very first ones take long.
        requests.forEach(request -> RawHttp.exchange(api.baseUrl(), request).expect(200));
        List<Socket> readers = new ArrayList<>();
        try {
            for (int i = 0; i < READERS; i++) {
                String request = requests.get(i % requests.size());
                readers.add(RawHttp.open(api.baseUrl(), request.repeat(REQUESTS_EACH)));
            }
            for (int i = 0; i < 10; i++) {
                for (String request : List.of(get("/health"), poll)) {
                    long startedAt = System.nanoTime();
                    RawHttp.exchange(api.baseUrl(), request).expect(200);
                    assertThat(Duration.ofNanos(System.nanoTime() - startedAt))
                            .as(request)
                            .isLessThan(AT_ONCE);
                }
            }
        } finally {
            for (Socket socket : readers) {
                socket.close();
            }
        }
    }

    @Test
    void requestsSentAheadShouldBeAnsweredInOrder() throws IOException {
        StringBuilder requests = new StringBuilder();
        for (int i = 0; i < 50; i++) {
            String id = "Host: localhost\r\nX-Request-Id: " + i;
            // Smaller and larger than what is read at once.
            String body = "{\"name\":\"Kim\"" + " ".repeat(i * 1_000) + "}";
            String post = get("/v1/profile").replace("GET", "POST").strip() + "\r\nContent-Type: application/json"
                    + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
            for (String request : List.of(get("/openapi"), post, get("/v1/nothing"))) {
                requests.append(request.replace("Host: localhost", id));
            }
        }
        try (Socket socket = RawHttp.open(api.baseUrl(), "")) {
            CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> write(socket, requests.toString()));
            for (int i = 0; i < 50; i++) {
                for (int status : List.of(200, 200, 404)) {
                    Reply reply = RawHttp.read("request " + i, socket).expect(status);
                    assertThat(reply.header("X-Request-Id")).contains(String.valueOf(i));
                }
            }
            sending.join();
        }
    }

    private static void write(Socket socket, String requests) {
        try {
            RawHttp.write(socket, requests);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void requestsBehindTheLastOneOfAConnectionShouldNotBeTaken() throws IOException {
        String last = get("/v1/validation").replace("Host", "Connection: close\r\nHost");
        String profile = api.newProfile();
        String erasure = get("/v1/profile/" + profile).replace("GET", "DELETE");
        try (Socket socket = RawHttp.open(api.baseUrl(), last + erasure)) {
            RawHttp.read("the last one", socket).expect(200);
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
        api.get("/v1/profile/" + profile).expect(200);
    }
}
