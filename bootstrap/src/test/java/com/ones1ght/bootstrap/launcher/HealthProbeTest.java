package com.ones1ght.bootstrap.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HealthProbeTest {

    private final ByteArrayOutputStream console = new ByteArrayOutputStream();

    @Test
    void readyServerShouldBeStatusZero() throws IOException {
        assertThat(probeOfServerThatAnswers(200, "{\"status\":\"UP\"}")).isZero();
        assertThat(console).asString().contains("UP");
    }

    @Test
    void serverThatIsNotReadyShouldBeStatusOneWithItsReason() throws IOException {
        assertThat(probeOfServerThatAnswers(503, "{\"status\":\"DOWN\"}")).isOne();
        assertThat(console).asString().contains("DOWN");
    }

    @Test
    void answerWithoutABodyShouldBeStatusOne() throws IOException {
        assertThat(probeOfServerThatAnswers(404, "")).isOne();
    }

    @Test
    void closedPortShouldBeStatusOneAndNamed() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }

        assertThat(probe(closed)).isOne();
        assertThat(console).asString().contains(":" + closed + "/health/ready does not answer");
    }

    private int probeOfServerThatAnswers(int status, String body) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
        server.createContext("/health/ready", exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        try {
            return probe(server.getAddress().getPort());
        } finally {
            server.stop(0);
        }
    }

    private int probe(int port) {
        Map<String, String> settings =
                Map.of("ones1ght.http.port", Integer.toString(port), "ones1ght.http.address", "127.0.0.1");
        return HealthProbe.run(
                HttpSettings.read(new Settings.Source(settings, Map.of())),
                new PrintStream(console, true, StandardCharsets.UTF_8));
    }
}
