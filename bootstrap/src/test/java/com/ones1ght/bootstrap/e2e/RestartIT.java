package com.ones1ght.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ones1ght.bootstrap.e2e.Api.Kickoff;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What clients meet while the server starts and stops. One server for all, since starts take their time. */
class RestartIT {

    private static final String SDK_KEY = "osk_demo_" + "5d".repeat(32);
    private static final String ADMIN_KEY = "oak_demo_" + "a7".repeat(32);
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** Long enough to be looked at on a busy machine. */
    private static final Duration DRAIN = Duration.ofSeconds(4);

    private static final String BODY = "{\"name\":\"Kim\",\"locale\":\"ko\"}";

    private final int port = FreePort.next();
    private final Api api = new Api("http://localhost:" + port, SDK_KEY);

    @Test
    void clientsShouldBeRefusedOrServedOrTurnedAwayAndNothingElse() throws Exception {
        try (PackagedServer server = PackagedServer.prepare(Map.of("ones1ght.http.port", "" + port))) {
            // Known from the start, so that clients can ask before the first one.
            Files.writeString(
                    server.dataDir().resolve("demo.env"), "SDK_KEY=" + SDK_KEY + "\nADMIN_KEY=" + ADMIN_KEY + "\n");
            try (SteadyClients clients = new SteadyClients(api)) {
                stopDuringTheStart(server);
                server.startAgain();
                awaitServed(clients, 50);
                finishWhatIsUnderWay(server, Duration.ZERO);

                server.startAgain(Map.of("ones1ght.http.drain", DRAIN.toString()));
                awaitServed(clients, 50);
                finishWhatIsUnderWay(server, DRAIN);

                assertThat(clients.wrong()).isEmpty();
                assertThat(clients.refused()).isPositive();
                System.out.printf(
                        "RestartIT: %d served, %d turned away, %d refused%n",
                        clients.served(), clients.turnedAway(), clients.refused());
            }
            refuseThePortThatWasTakenMeanwhile(server);
        }
    }

    private static void awaitServed(SteadyClients clients, int more) {
        int before = clients.served();
        await().atMost(LIMIT).until(() -> clients.served() >= before + more);
    }

    private void stopDuringTheStart(PackagedServer server) {
        server.launch();
        awaitLog(server, "");

        server.stop();

        assertThat(server.output()).doesNotContain("fail", "Exception", "did not");
    }

    /** At the stop: a request whose body is half sent, a poll that waits, a stream of events, a signage that listens. */
    private void finishWhatIsUnderWay(PackagedServer server, Duration drain) throws Exception {
        byte[] body = BODY.getBytes(StandardCharsets.UTF_8);
        String profile = api.newProfile();
        Kickoff kickoff = api.kickOff(profile, "오늘 저녁 카레 땡기는데");
        api.awaitCompleted(profile, kickoff.chat());
        String tag = api.get(kickoff.chatPath()).header("ETag").orElseThrow();
        try (Socket slow = new Socket("localhost", port);
                Socket poll = new Socket("localhost", port);
                Socket signage = new Socket("localhost", port);
                EventReader admin = EventReader.connect(api.baseUrl(), ADMIN_KEY, null)) {
            signage.getOutputStream().write(ascii("GET /signage/1/stream HTTP/1.1\r\nHost: localhost\r\n\r\n"));
            assertThat(signage.getInputStream().read()).isEqualTo('H');
            slow.getOutputStream()
                    .write(ascii("POST /v1/profile HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + SDK_KEY
                            + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n"));
            slow.getOutputStream().write(body, 0, 5);
            poll.getOutputStream()
                    .write(ascii("GET " + kickoff.chatPath() + "?wait=25 HTTP/1.1\r\nHost: localhost\r\nIf-None-Match: "
                            + tag + "\r\nAuthorization: Bearer " + SDK_KEY + "\r\n\r\n"));
            // Answered on a later connection, so the earlier ones have been noticed.
            api.get("/v1/validation").expect(200);

            long told = System.nanoTime();
            server.launcher().destroy();
            if (!drain.isZero()) {
                awaitNotReadyWhileServing();
            }
            await().atMost(LIMIT).until(this::isRefused);
            assertThat(Duration.ofNanos(System.nanoTime() - told)).isGreaterThanOrEqualTo(drain);
            slow.getOutputStream().write(body, 5, body.length - 5);

            String answer = text(slow);
            assertThat(answer).startsWith("HTTP/1.1 200").contains("Connection: close", "profile_id");
            assertThat(text(poll)).startsWith("HTTP/1.1 304").contains(tag);
            assertThat(text(signage)).endsWith("0\r\n\r\n");
            await().atMost(LIMIT).until(admin::hasEnded);
            assertThat(admin.comments()).as("an orderly end").isPositive();
            server.awaitEnd();
            assertThat(Duration.ofNanos(System.nanoTime() - told)).isLessThan(drain.plusSeconds(20));
            assertThat(lastLines(server)).contains("The gateway has stopped").contains("Server Stopped");
        }
    }

    private void awaitNotReadyWhileServing() {
        await().atMost(DRAIN).until(() -> {
            Reply ready = RawHttp.send(api, "GET /health/ready HTTP/1.1", List.of(), new byte[0]);
            return ready.status() == 503
                    && ready.json().at("/checks").toString().contains("\"phase\":\"draining\"");
        });
        assertThat(api.get("/v1/validation").expect(200).header("Connection"))
                .as("proxies let go of the node")
                .contains("close");
    }

    private void refuseThePortThatWasTakenMeanwhile(PackagedServer server) throws IOException {
        String before = server.log();
        server.launch();
        // The port was looked at before the first line is logged.
        awaitLog(server, before);
        try (ServerSocket stranger = new ServerSocket(port)) {
            assertThat(server.awaitEnd(LIMIT.plus(LIMIT))).isEqualTo(1);

            assertThat(stranger.isBound()).isTrue();
            assertThat(server.output())
                    .contains("Port " + port + " is taken: stop what uses it, or choose another one with")
                    .doesNotContain("\tat ");
        }
    }

    private static void awaitLog(PackagedServer server, String before) {
        await().atMost(LIMIT).ignoreExceptions().until(() -> server.log().length() > before.length());
    }

    private boolean isRefused() throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("localhost", port));
            return false;
        } catch (ConnectException e) {
            return true;
        }
    }

    private static String lastLines(PackagedServer server) {
        String log = server.log();
        return log.substring(Math.max(0, log.length() - 3_000));
    }

    private static String text(Socket socket) throws IOException {
        socket.setSoTimeout((int) LIMIT.toMillis());
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
