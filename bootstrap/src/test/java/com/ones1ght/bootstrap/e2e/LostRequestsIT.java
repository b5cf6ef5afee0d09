package com.ones1ght.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is normal leaves no trace in the log: answers that come from other threads, and clients that are gone. */
@ExtendWith(SharedServer.class)
class LostRequestsIT {

    private static final int STORES = 15;
    private static final int CONNECTIONS_OF_EACH_KIND = 25;
    private static final int PIPELINED = 10;

    /** A log that stays clean for so long after the last request stays clean. */
    private static final Duration QUIET = Duration.ofSeconds(1);

    private PackagedServer server;
    private Api api;
    private int logged;

    @BeforeEach
    void connect(PackagedServer shared) {
        server = shared;
        api = Api.demo(shared);
        logged = shared.log().length();
    }

    @Test
    void answersFromOtherThreadsShouldLeaveNothingBehind() {
        for (int i = 0; i < STORES; i++) {
            // The first poll that shows a store's coupon spots waits for them, without its thread.
            String profile = api.newProfile("{\"store_id\":\"lost-requests-" + i + "\"}");
            String chat = api.kickOff(profile, "something quick").chatPath();
            api.get(chat).expect(200);
            api.get(chat).expect(200);
        }
        assertThat(lostRequests()).isEmpty();
    }

    @Test
    void clientsThatAreGoneShouldNotBeLogged() throws IOException {
        Api.Kickoff kickoff = api.kickOff(api.newProfile(), "something quick");
        List<String> paths = List.of(
                kickoff.chatPath(),
                kickoff.roundPath() + "/events",
                "/openapi",
                "/metrics",
                "/nowhere",
                "/v1/nowhere",
                "/signage/1",
                "/signage/1/stream",
                "/v1/admin/stream");
        for (String path : paths) {
            for (int i = 0; i < CONNECTIONS_OF_EACH_KIND; i++) {
                String key = path.startsWith("/v1/admin/") ? server.adminKey() : server.sdkKey();
                String request =
                        "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + key + "\r\n\r\n";
                sendAndReset(request.repeat(i % 2 == 0 ? 1 : PIPELINED), i % 5 < 2);
            }
        }
        api.get("/v1/validation").expect(200);
        await().during(QUIET).atMost(QUIET.multipliedBy(10)).until(this::lostRequests, List::isEmpty);
    }

    private void sendAndReset(String requests, boolean afterFirstByte) throws IOException {
        try (Socket socket = RawHttp.open(server.baseUrl(), requests)) {
            if (afterFirstByte) {
                assertThat(socket.getInputStream().read()).isEqualTo('H');
            }
            socket.setSoLinger(true, 0);
        }
    }

    private List<String> lostRequests() {
        return server.log()
                .substring(logged)
                .lines()
                .filter(line -> LogsOfTheRunIT.LOST_REQUEST.matcher(line).find())
                .toList();
    }
}
