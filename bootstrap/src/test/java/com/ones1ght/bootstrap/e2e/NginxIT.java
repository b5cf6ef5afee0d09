package com.ones1ght.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.ones1ght.application.chat.ChatWaits;
import com.ones1ght.bootstrap.e2e.Api.Kickoff;
import com.ones1ght.bootstrap.e2e.Database.Tenant;
import com.ones1ght.bootstrap.e2e.EventReader.Read;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The gateway behind nginx, with the configuration of the operator's guide. */
@ExtendWith({Nginx.Installed.class, SharedServer.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NginxIT {

    private final PackagedServer server;
    private final Database database;
    private final Tenant tenant;
    private Nginx nginx;
    private Api api;
    private String profile;
    private Kickoff kickoff;

    NginxIT(PackagedServer server) {
        this.server = server;
        this.database = new Database(server);
        this.tenant = database.newTenant("ko", 100);
    }

    @BeforeAll
    void completeARoundThroughNginx(@TempDir Path folder) throws IOException {
        nginx = Nginx.start(folder, server.baseUrl());
        api = new Api(nginx.baseUrl(), tenant.key());
        profile = api.newProfile();
        kickoff = api.kickOff(profile, "오늘 저녁 카레 땡기는데");
        api.awaitCompleted(profile, kickoff.chat());
    }

    @AfterAll
    void stopNginx() {
        nginx.close();
    }

    private static Map<String, String> since(Reply reply) {
        return Map.of("If-None-Match", reply.header("ETag").orElseThrow());
    }

    private Reply shown() {
        return api.get(kickoff.chatPath()).expect(200);
    }

    @Test
    void entityTagsShouldBeThoseOfTheGateway() {
        Reply shown = shown();

        assertThat(shown.header("ETag"))
                .isEqualTo(new Api(server.baseUrl(), tenant.key())
                        .get(kickoff.chatPath())
                        .header("ETag"));
        Reply unchanged = api.get(kickoff.chatPath(), since(shown)).expect(304);
        assertThat(unchanged.body()).isEmpty();
        assertThat(unchanged.header("ETag")).isEqualTo(shown.header("ETag"));
    }

    @Test
    void longPollShouldEndWithAChangeOrIn304() {
        Reply shown = shown();
        long start = System.nanoTime();
        api.get(kickoff.chatPath() + "?wait=1", since(shown)).expect(304);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(990));

        CompletableFuture<Reply> poll = api.getLater(kickoff.chatPath() + "?wait=25", since(shown));
        api.post(Api.recommend(profile), Api.followUp(kickoff.chat(), "와인 추가")).expect(202);

        assertThat(poll.join().expect(200).data().get("rounds").size())
                .isGreaterThan(shown.data().get("rounds").size());
        api.awaitCompleted(profile, kickoff.chat());
    }

    /** Clients that leave take the places of a profile's waits until those are over. */
    @Test
    void abandonedPollsShouldNotHoldTheirPlacesForever() throws IOException {
        String impatient = api.newProfile();
        Kickoff asked = api.kickOff(impatient, "오늘 저녁 카레 땡기는데");
        api.awaitCompleted(impatient, asked.chat());
        Map<String, String> since = since(api.get(asked.chatPath()).expect(200));
        String poll =
                "GET %s?wait=3 HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nIf-None-Match: %s\r\n\r\n"
                        .formatted(asked.chatPath(), api.key(), since.get("If-None-Match"));
        List<Socket> polls = new ArrayList<>();
        for (int i = 0; i < ChatWaits.MAX_PER_PROFILE; i++) {
            polls.add(RawHttp.open(nginx.baseUrl(), poll));
        }
        await("all places taken").atMost(Duration.ofSeconds(3)).until(() -> !waitsASecond(asked, since));

        for (Socket abandoned : polls) {
            abandoned.close();
        }

        await("a free place").atMost(Duration.ofSeconds(10)).until(() -> waitsASecond(asked, since));
    }

    private boolean waitsASecond(Kickoff asked, Map<String, String> since) {
        long start = System.nanoTime();
        api.get(asked.chatPath() + "?wait=1", since).expect(304);
        return System.nanoTime() - start > Duration.ofMillis(990).toNanos();
    }

    @Test
    void adminsStreamShouldArriveAtOnceAndResume() {
        String adminKey = database.newAdminKey(tenant);
        long known;
        try (EventReader reader = EventReader.connect(nginx.baseUrl(), adminKey, null)) {
            trigger("coupon", ",\"rec_id\":\"live\",\"item_id\":1");
            Read read = reader.await(1).get(0);
            assertThat(read.json().get("rec_id").asText()).isEqualTo("live");
            known = read.id();
        }
        trigger("coupon", ",\"rec_id\":\"missed\",\"item_id\":1");

        try (EventReader again = EventReader.connect(nginx.baseUrl(), adminKey, known)) {
            assertThat(again.await(1).get(0).json().get("rec_id").asText()).isEqualTo("missed");
        }
    }

    @Test
    void streamOfARoundShouldEndWithItAndResume() {
        String events = kickoff.roundPath() + "/events";

        String whole = api.get(events).expect(200).text();

        assertThat(whole)
                .isEqualTo(new Api(server.baseUrl(), tenant.key()).get(events).text());
        assertThat(idsOf(whole)).containsExactly("id: 1.4", "id: 1.end");
        assertThat(idsOf(api.get(events, Map.of("Last-Event-ID", "1.2"))
                        .expect(200)
                        .text()))
                .containsExactly("id: 1.3", "id: 1.4", "id: 1.end");
        assertThat(idsOf(api.get(events, Map.of("Last-Event-ID", "1.end"))
                        .expect(200)
                        .text()))
                .isEmpty();
    }

    private static List<String> idsOf(String stream) {
        return stream.lines().filter(line -> line.startsWith("id: ")).toList();
    }

    @Test
    void signageShouldShowItsPageAndWhoComes() {
        Reply page = api.sendUnchecked("GET", "/signage/1", Map.of());
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("<html");

        try (PageReader screen = PageReader.connect(nginx.baseUrl(), "main")) {
            trigger("signage", ",\"items\":[{\"rec_id\":\"r\",\"item_name\":\"앞치마\"}]");
            screen.await(state -> state.toString().contains("앞치마"));
            trigger("signage", ",\"action\":\"exit\"");
            screen.await(state -> !state.toString().contains("앞치마"));
        }
    }

    private void trigger(String type, String more) {
        api.post(
                        "/v1/chat/" + profile + "/trigger/" + type,
                        "{\"chat_id\":\"%s\",\"round_id\":\"%s\"%s}".formatted(kickoff.chat(), kickoff.round(), more))
                .expect(202);
    }

    @Test
    void answersShouldBeCompressedOnce() throws IOException {
        Reply compressed = api.sendUnchecked("GET", kickoff.roundPath(), Map.of("Accept-Encoding", "gzip"));

        assertThat(compressed.header("Content-Encoding")).contains("gzip");
        assertThat(compressed.header("Vary")).contains("Accept-Encoding");
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(compressed.body()))) {
            assertThat(Json.read(new String(in.readAllBytes(), StandardCharsets.UTF_8)))
                    .isEqualTo(api.get(kickoff.roundPath()).json());
        }
    }

    @Test
    void pageOfTheDemonstrationShouldCountAsTheGatewaysOwn() {
        Reply own = api.sendUnchecked("POST", "/demo/session", Map.of("Origin", nginx.baseUrl()));
        Reply foreign = api.sendUnchecked("POST", "/demo/session", Map.of("Origin", "http://127.0.0.1"));

        assertThat(own.status()).as(own.text()).isBetween(200, 201);
        assertThat(foreign.status()).as(foreign.text()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/metrics",
                "//metrics",
                "/%6detrics",
                "/metrics;a=b",
                "/;a/metrics",
                "/v1/../metrics",
                "/health/ready",
                "/health;a/ready",
                "/v1/system/tenants",
                "/v1/s%79stem/tenants",
                "/v1;a/system/tenants",
                "/v1/./system/tenants"
            })
    void internalPathsShouldNotBeReachable(String path) {
        Api operator = api.withKey(SharedServer.SYSTEM_KEY);

        Reply reply = RawHttp.send(operator, "GET " + path + " HTTP/1.1", List.of(), new byte[0]);

        reply.expect(404);
    }

    @Test
    void refusalsOfNginxShouldHaveTheFormOfTheApi(@TempDir Path folder) throws IOException {
        String head = " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";
        Reply malformed = RawHttp.exchange(nginx.baseUrl(), "GET /v1/%zz" + head + "\r\n");
        Reply large = RawHttp.exchange(nginx.baseUrl(), "POST /v1/profile" + head + "Content-Length: 65537\r\n\r\n");

        malformed.expect(400, "INVALID_REQUEST");
        large.expect(413, "PAYLOAD_TOO_LARGE");
        try (Nginx alone = Nginx.start(folder, "http://127.0.0.1:1")) {
            Reply unavailable = new Api(alone.baseUrl(), api.key())
                    .sendUnchecked("GET", "/v1/validation", Map.of())
                    .expect(503, "UNAVAILABLE");
            assertThat(unavailable.header("Retry-After")).contains("1");
            assertThat(unavailable.header("Content-Type")).contains("application/json");
            JsonNode failure = unavailable.json();
            assertThat(failure.get("success").asBoolean()).isFalse();
            assertThat(failure.get("request_id").asText()).isNotEmpty();
        }
    }

    @Test
    void nodeThatIsAwayShouldCostNoRequest(@TempDir Path folder) throws IOException {
        try (Nginx both = Nginx.start(folder, "http://127.0.0.1:1", server.baseUrl())) {
            Api balanced = new Api(both.baseUrl(), tenant.key());
            for (int i = 0; i < 4; i++) {
                balanced.get(kickoff.chatPath()).expect(200);
                balanced.newProfile();
            }
        }
    }
}
