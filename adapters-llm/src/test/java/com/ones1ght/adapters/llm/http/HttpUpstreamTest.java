package com.ones1ght.adapters.llm.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.ones1ght.application.shared.Tracing;
import com.ones1ght.domain.chat.RunFailure.Cause;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpUpstreamTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final String KEY = "key-of-the-test";

    /** The server's behaviour after the head of the request. */
    private interface Behaviour {
        void serve(Socket socket, OutputStream out) throws IOException, InterruptedException;
    }

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ExecutorService clientThreads = Executors.newFixedThreadPool(2);
    private final CountDownLatch end = new CountDownLatch(1);
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private ServerSocket server;
    private volatile Behaviour behaviour = answering("200 OK", "", "{}");

    @BeforeEach
    void start() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    @AfterEach
    void stop() throws IOException {
        end.countDown();
        server.close();
        threads.shutdownNow();
        clientThreads.shutdownNow();
    }

    @Test
    void anAnswerShouldBeReadAndTheHeadersPassedOn() {
        behaviour = answering("200 OK", "", "{\"a\": 1}");

        UpstreamReply reply = upstream(4)
                .send(new UpstreamCall("GET", "/x", null, Map.of("traceparent", "00-ab", "X-Request-Id", "r1")))
                .toCompletableFuture()
                .join();

        assertThat(reply.body().path("a").asInt()).isEqualTo(1);
        assertThat(heads.get(0))
                .contains("GET /v1/x ", "Authorization: Bearer " + KEY, "traceparent: 00-ab", "X-Request-Id: r1");
    }

    @Test
    void anAnswerOf404ShouldBeAReply() {
        behaviour = answering("404 Not Found", "", "<html>");

        UpstreamReply reply =
                upstream(4).send(UpstreamCall.get("/x")).toCompletableFuture().join();

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.body().isMissingNode()).isTrue();
    }

    @Test
    void unusableAnswersShouldBeReported() {
        assertThat(failing(answering("200 OK", "", "<html></html>")).reason()).isEqualTo(Cause.INVALID_UPSTREAM_ANSWER);
        assertThat(failing(answering("200 OK", "", "{} {}")).reason()).isEqualTo(Cause.INVALID_UPSTREAM_ANSWER);
        assertThat(failing(answering("200 OK", "", "\"" + "x".repeat(10 << 20) + "\""))
                        .reason())
                .isEqualTo(Cause.INVALID_UPSTREAM_ANSWER);
        assertThat(failing(answering("500 Oops", "", "{}")).reason()).isEqualTo(Cause.UPSTREAM_ERROR);
        assertThat(failing(answering("504 Away", "", "")).reason()).isEqualTo(Cause.UPSTREAM_TIMEOUT);
        assertThat(failing(answering("408 Slow", "", "")).reason()).isEqualTo(Cause.UPSTREAM_TIMEOUT);
        assertThat(failing(answering("302 Found", "Location: /y\r\n", "")).reason())
                .isEqualTo(Cause.UPSTREAM_ERROR);
        assertThat(heads).hasSize(7);
    }

    @Test
    void brokenConnectionsShouldBeErrors() throws IOException {
        assertThat(failing((socket, out) -> out.write(ascii("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{")))
                        .reason())
                .isEqualTo(Cause.UPSTREAM_ERROR);
        HttpUpstream refused = upstream(4);
        server.close();
        assertThat(failure(refused).reason()).isEqualTo(Cause.UPSTREAM_ERROR);
    }

    @Test
    void silenceShouldTimeOutBeforeAndWithinTheBody() {
        assertThat(failing((socket, out) -> end.await()).reason()).isEqualTo(Cause.UPSTREAM_TIMEOUT);
        assertThat(failing((socket, out) -> {
                            out.write(ascii("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{"));
                            end.await();
                        })
                        .reason())
                .isEqualTo(Cause.UPSTREAM_TIMEOUT);
    }

    @Test
    void aTrickleShouldEndAtTheCallTimeout() {
        assertThat(failing((socket, out) -> {
                            out.write(ascii("HTTP/1.1 200 OK\r\nContent-Length: 99999\r\n\r\n"));
                            while (!end.await(50, TimeUnit.MILLISECONDS)) {
                                out.write(' ');
                            }
                        })
                        .reason())
                .isEqualTo(Cause.UPSTREAM_TIMEOUT);
    }

    @Test
    void retryAfterShouldBeReadAsSecondsAndAsDate() {
        assertThat(failing(answering("429 Slow", "Retry-After: 7\r\n", "")).retryAfter())
                .isEqualTo(Duration.ofSeconds(7));
        assertThat(failing(answering("503 Away", "Retry-After: Sun, 01 Mar 2026 10:00:30 GMT\r\n", ""))
                        .retryAfter())
                .isEqualTo(Duration.ofSeconds(30));
        assertThat(failing(answering("503 Away", "Retry-After: soon\r\n", "")).retryAfter())
                .isNull();
    }

    @Test
    void callsOverTheConcurrencyLimitShouldFailAtOnceWithARetryDelay() {
        behaviour = (socket, out) -> end.await();
        HttpUpstream upstream = upstream(1);
        upstream.send(UpstreamCall.get("/x"));

        assertThat(failure(upstream).retryAfter()).isNotNull();
        assertThat(upstream.inFlight()).isEqualTo(1);
    }

    @Test
    void droppedCallsShouldCloseTheirConnectionsMakeRoomAndNotCountAsFailures() throws InterruptedException {
        int calls = 12;
        CountDownLatch begun = new CountDownLatch(calls);
        CountDownLatch closed = new CountDownLatch(calls);
        behaviour = (socket, out) -> {
            begun.countDown();
            try {
                while (socket.getInputStream().read() != -1) {
                    // Whatever is left of the request.
                }
            } finally {
                closed.countDown();
            }
        };
        HttpUpstream upstream = upstream(calls);
        List<CompletableFuture<UpstreamReply>> hanging = Stream.generate(
                        () -> upstream.send(UpstreamCall.get("/x")).toCompletableFuture())
                .limit(calls)
                .toList();
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();

        hanging.forEach(call -> call.cancel(true));

        // The client of the platform ends a dropped exchange on a thread of its own.
        await().untilAsserted(() -> assertThat(upstream.inFlight()).isZero());
        assertThat(upstream.isShut()).isFalse();
        assertThat(closed.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void failuresShouldOpenTheBreakerOfThatUpstreamOnlyAndBusyAnswersShouldNot() {
        behaviour = answering("500 Oops", "", "");
        HttpUpstream failing = upstream(4);
        HttpUpstream other = upstream(4);
        for (int i = 0; i < 10; i++) {
            failure(failing);
        }
        assertThat(failing.isShut()).isTrue();

        behaviour = answering("429 Slow", "", "");
        for (int i = 0; i < 20; i++) {
            failure(other);
        }
        assertThat(other.isShut()).isFalse();
        assertThat(other.inFlight()).isZero();
    }

    @Test
    void anOpenCircuitBreakerShouldNameTheCauseThatOpenedIt() throws IOException {
        behaviour = (socket, out) -> end.await();
        HttpUpstream hanging = upstream(16);
        CompletableFuture.allOf(Stream.generate(() -> hanging.send(UpstreamCall.get("/x")))
                        .limit(10)
                        .map(CompletionStage::toCompletableFuture)
                        .toArray(CompletableFuture[]::new))
                .exceptionally(timeout -> null)
                .join();
        assertThat(hanging.isShut()).isTrue();

        UpstreamException open = failure(hanging);

        assertThat(open.reason()).isEqualTo(Cause.UPSTREAM_TIMEOUT);
        assertThat(open.getMessage()).contains("circuit breaker open", "did not answer in time");
        assertThat(open.retryAfter()).isNotNull();

        HttpUpstream refused = upstream(4);
        server.close();
        UpstreamException last = null;
        for (int i = 0; i < 11; i++) {
            last = failure(refused);
        }
        assertThat(last.reason()).isEqualTo(Cause.UPSTREAM_ERROR);
        assertThat(last.getMessage()).contains("circuit breaker open", "is unreachable");
    }

    @Test
    void aNameWithAnUnderscoreShouldBeResolvedAndSentAsTheJvmPermits() {
        HttpUpstream named = new HttpUpstream(
                new UpstreamSettings(
                        "test",
                        URI.create("http://llm_server:" + server.getLocalPort() + "/v1/"),
                        null,
                        ofMillis(2_000),
                        ofMillis(700),
                        ofMillis(2_000),
                        1),
                clientThreads,
                Clock.systemUTC(),
                Tracing.OFF,
                (outcome, time) -> {},
                new HostNames(name -> {
                    if (!name.equals("llm_server")) {
                        throw new UnknownHostException(name);
                    }
                    return server.getInetAddress();
                }));

        named.send(UpstreamCall.get("/x?a=b")).toCompletableFuture().join();

        String port = ":" + server.getLocalPort();
        assertThat(heads.get(0))
                .contains("GET /v1/x?a=b ")
                .containsAnyOf("Host: llm_server" + port, "Host: 127.0.0.1" + port);
    }

    @Test
    void anUnknownNameShouldBeATransientError() {
        HttpUpstream nowhere = new HttpUpstream(
                new UpstreamSettings(
                        "test",
                        URI.create("http://no_such_server/v1"),
                        null,
                        ofMillis(2_000),
                        ofMillis(700),
                        ofMillis(2_000),
                        1),
                clientThreads,
                Clock.systemUTC(),
                Tracing.OFF,
                (outcome, time) -> {},
                new HostNames(name -> {
                    throw new UnknownHostException(name);
                }));

        assertThat(failure(nowhere).reason()).isEqualTo(Cause.UPSTREAM_ERROR);
        assertThat(nowhere.inFlight()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "http://llm_server:8000/v1, llm_server, 8000",
        "http://_a-b.c_d/v1, _a-b.c_d, -1",
        "http://llm-server/v1, llm-server, -1",
        "http://[::1]:80/v1, [::1], 80",
        "https://models.example/v1, models.example, -1"
    })
    void theHostOfAUrlShouldBeFound(String url, String name, int port) {
        assertThat(UpstreamHost.of(URI.create(url))).contains(new UpstreamHost(name, port));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://llm_server/v1",
                "http://user@llm_server/v1",
                "http://user@host/v1",
                "http://llm_server:99999/v1",
                "http://llm_server:x/v1",
                "http:///v1",
                "mailto:a@b"
            })
    void aUrlWithoutAUsableHostShouldHaveNone(String url) {
        assertThat(UpstreamHost.of(URI.create(url))).isEmpty();
    }

    @Test
    void anIpv6AddressShouldBeInBrackets() throws IOException {
        URI url = URI.create("http://llm_server:8000/v1/x");
        InetAddress address = InetAddress.getByAddress(new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1});

        assertThat(UpstreamHost.of(url).orElseThrow().numeric(url, name -> address))
                .hasToString("http://[0:0:0:0:0:0:0:1]:8000/v1/x");
    }

    @Test
    void theKeyShouldNeverBePrinted() {
        assertThat(settings(1).toString()).doesNotContain(KEY);
        assertThat(failing(answering("401 No", "", "{}"), true)).isNull();
        assertThatThrownBy(() -> new UpstreamSettings(
                        "u", URI.create("http://h"), "bad\nkey", ofMillis(1), ofMillis(1), ofMillis(1), 1))
                .message()
                .doesNotContain("bad");
    }

    private UpstreamException failing(Behaviour given) {
        behaviour = given;
        return failure(upstream(4));
    }

    private @Nullable UpstreamException failing(Behaviour given, boolean mayReply) {
        behaviour = given;
        return upstream(4)
                .send(UpstreamCall.get("/x"))
                .handle((reply, failure) -> failure == null && mayReply ? null : cause(failure))
                .toCompletableFuture()
                .join();
    }

    private static UpstreamException failure(HttpUpstream upstream) {
        return upstream.send(UpstreamCall.get("/x"))
                .handle((reply, failure) -> cause(failure))
                .toCompletableFuture()
                .orTimeout(30, TimeUnit.SECONDS)
                .join();
    }

    private static UpstreamException cause(Throwable failure) {
        return (UpstreamException) (failure instanceof CompletionException ? failure.getCause() : failure);
    }

    private HttpUpstream upstream(int places) {
        return new HttpUpstream(
                settings(places), clientThreads, Clock.fixed(NOW, ZoneOffset.UTC), Tracing.OFF, (outcome, time) -> {});
    }

    private UpstreamSettings settings(int places) {
        return new UpstreamSettings(
                "test",
                URI.create("http://" + server.getInetAddress().getHostAddress() + ":" + server.getLocalPort() + "/v1"),
                KEY,
                ofMillis(2_000),
                ofMillis(700),
                ofMillis(2_000),
                places);
    }

    private static Duration ofMillis(long millis) {
        return Duration.ofMillis(millis);
    }

    private static Behaviour answering(String status, String headers, String body) {
        return (socket, out) -> out.write(ascii("HTTP/1.1 " + status + "\r\n" + headers
                + "Connection: close\r\nContent-Length: " + body.length() + "\r\n\r\n" + body));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                threads.execute(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = socket.getInputStream();
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                int next = in.read();
                if (next < 0) {
                    return;
                }
                head.append((char) next);
            }
            heads.add(head.toString());
            behaviour.serve(socket, socket.getOutputStream());
            socket.getOutputStream().flush();
        } catch (IOException e) {
            // The client has disconnected, as some tests intend.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
