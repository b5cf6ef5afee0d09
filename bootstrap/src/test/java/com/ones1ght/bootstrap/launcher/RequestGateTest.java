package com.ones1ght.bootstrap.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ones1ght.bootstrap.launcher.http.BodyLimits;
import com.ones1ght.bootstrap.launcher.http.RequestFilters;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestGateTest {

    private static final int TIMEOUT_MILLIS = 20_000;

    private final RequestGate gate = new RequestGate();
    private final NetworkListener listener = new NetworkListener("test", "127.0.0.1", 0);
    private final HttpServer server = new HttpServer();

    /** Answers with the body that it was sent. */
    private static final class Echo extends HttpHandler {

        @Override
        public void service(Request request, Response response) throws IOException {
            response.getOutputStream().write(request.getInputStream().readAllBytes());
        }
    }

    @BeforeEach
    void start() throws IOException {
        listener.registerAddOn(new ListenerFilters(
                new RequestFilters(new BodyLimits(65_536, Duration.ofSeconds(10)), gate::isOpen), List.of(gate)));
        server.addListener(listener);
        server.getServerConfiguration().addHttpHandler(new Echo(), "/");
        server.start();
    }

    @AfterEach
    void stop() {
        server.shutdownNow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"GET /v1/validation", "POST /v1/profile", "GET /v1/%zz", "BREW /v1", "GET /healthy", "OPTIONS *"
            })
    void requestShouldBeTurnedAwayWhileTheGateIsClosed(String request) throws IOException {
        String answer = ask(request + " HTTP/1.1", "X-Request-Id: a\"b\\c");

        assertThat(answer)
                .startsWith("HTTP/1.1 503")
                .contains("Retry-After: 2", "Connection: close", "X-Request-Id: a\"b\\c")
                .endsWith(
                        "{\"success\":false,\"code\":\"UNAVAILABLE\",\"message\":\"The service is starting or stopping;"
                                + " try again later\",\"request_id\":\"a\\\"b\\\\c\"}");
        assertThat(gate.requestsUnderWay()).isZero();
    }

    @Test
    void headShouldBeTurnedAwayWithoutABody() throws IOException {
        assertThat(ask("HEAD /v1/validation HTTP/1.1"))
                .startsWith("HTTP/1.1 503")
                .contains("Retry-After: 2")
                .endsWith("\r\n\r\n");
    }

    @Test
    void requestIdThatCannotBeEchoedShouldBeReplaced() throws IOException {
        assertThat(ask("GET /v1 HTTP/1.1", "X-Request-Id: " + "x".repeat(129)))
                .containsPattern("X-Request-Id: [0-9a-f-]{36}\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/health/ready"})
    void healthShouldBeAnsweredByTheServerItself(String path) throws IOException {
        assertThat(ask("GET " + path + " HTTP/1.1")).startsWith("HTTP/1.1 200");
    }

    @Test
    void requestUnderWayShouldBeFinishedAndTheNextOneTurnedAway() throws IOException {
        gate.open();
        try (Socket slow = connect();
                Socket idle = connect()) {
            write(idle, "GET / HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(idle.getInputStream().read()).isEqualTo('H');
            write(slow, "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nhalf ");
            await().until(() -> gate.requestsUnderWay() == 1);

            gate.close();

            write(idle, "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\nnever sent in whole");
            await().until(() -> idle.getInputStream().available() > 0);
            assertThat(gate.requestsUnderWay()).isEqualTo(1);
            write(slow, "whole");
            assertThat(rest(slow))
                    .startsWith("HTTP/1.1 200")
                    .contains("Connection: close")
                    .endsWith("half whole");
            await().until(() -> gate.requestsUnderWay() == 0);
            server.shutdownNow();
            assertThat(rest(idle)).contains("HTTP/1.1 503", "UNAVAILABLE");
        }
    }

    @Test
    void drainingServerShouldAnswerAndEndItsConnections() throws IOException {
        gate.open();
        gate.drain();

        assertThat(ask("GET / HTTP/1.1", "X-Request-Id: 1"))
                .startsWith("HTTP/1.1 200")
                .contains("Connection: close");
    }

    @Test
    void abortedRequestShouldNotCountAsUnderWay() throws IOException {
        gate.open();
        try (Socket aborted = connect()) {
            write(aborted, "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nhalf ");
            await().until(() -> gate.requestsUnderWay() == 1);
        }

        await().until(() -> gate.requestsUnderWay() == 0);
    }

    private String ask(String requestLine, String... headers) throws IOException {
        try (Socket socket = connect()) {
            write(
                    socket,
                    requestLine + "\r\nHost: x\r\n" + String.join("\r\n", headers) + "\r\n"
                            + (headers.length == 0 ? "" : "\r\n"));
            if (requestLine.contains("/health")) {
                socket.shutdownOutput();
            }
            return rest(socket);
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket("127.0.0.1", listener.getPort());
        socket.setSoTimeout(TIMEOUT_MILLIS);
        return socket;
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String rest(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }
}
