package com.ones1ght.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.ones1ght.bootstrap.e2e.Api.Kickoff;
import com.ones1ght.bootstrap.e2e.Database.Tenant;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The stream of a round, on one node. What takes its time is in {@link TwoNodesIT}. */
@ExtendWith(SharedServer.class)
class RoundEventsIT {

    private final PackagedServer server;
    private final Tenant tenant;
    private final Api api;
    private String profile;
    private Kickoff kickoff;

    RoundEventsIT(PackagedServer server) {
        this.server = server;
        this.tenant = new Database(server).newTenant("ko", 100);
        this.api = new Api(server.baseUrl(), tenant.key());
    }

    @BeforeEach
    void completeARound() {
        profile = api.newProfile();
        kickoff = api.kickOff(profile, "오늘 저녁 카레 땡기는데");
        api.awaitCompleted(profile, kickoff.chat());
    }

    private String path() {
        return kickoff.roundPath() + "/events";
    }

    private StreamReader follow(String lastEventId) {
        return StreamReader.connect(server.baseUrl() + path(), api.key(), lastEventId);
    }

    @Test
    void settledRoundShouldBeShownAsItIsAndThenItsEnd() {
        JsonNode round = api.get(kickoff.roundPath()).expect(200).data();

        Reply stream = api.get(path(), Map.of("Accept-Encoding", "gzip")).expect(200);

        assertThat(stream.text())
                .startsWith(":\n\nid: 1.4\nevent: step\ndata: {")
                .contains("\n\nid: 1.end\nevent: completed\ndata: {")
                .endsWith("}\n\n");
        assertThat(stream.header("Content-Type").orElseThrow()).startsWith("text/event-stream");
        assertThat(stream.header("Content-Encoding")).isEmpty();
        assertThat(stream.header("Cache-Control")).contains("no-store");
        assertThat(stream.header("X-Accel-Buffering")).contains("no");
        assertThat(stream.text().lines().filter(line -> line.startsWith("data: ")))
                .allSatisfy(line -> assertThat(Json.read(line.substring(6))).isEqualTo(round));
    }

    @Test
    void streamShouldBeTheSameWithATrailingSlashAndWithEscapesInTheIds() {
        String escaped = "%3" + kickoff.round().charAt(0) + kickoff.round().substring(1);

        assertThat(kickoff.round()).startsWith("0");
        assertThat(api.get(path() + "/").expect(200).text())
                .isEqualTo(api.get(path()).text());
        assertThat(api.get(kickoff.chatPath() + "/" + escaped + "/events?x=1")
                        .expect(200)
                        .text())
                .isEqualTo(api.get(path()).text());
    }

    @Test
    void whatCameAfterTheLastEventShouldBeSentAgain() {
        assertThat(ids("1.0")).containsExactly("1.1", "1.2", "1.3", "1.4", "1.end");
        assertThat(ids("1.3")).containsExactly("1.4", "1.end");
        assertThat(ids("1.4")).containsExactly("1.end");
        assertThat(ids("1.end")).isEmpty();
    }

    private List<String> ids(String lastEventId) {
        try (StreamReader reader = follow(lastEventId)) {
            return reader.awaitEnd().stream().map(StreamReader.Event::id).toList();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2.0",
                "2.end",
                "0.1",
                "1.5",
                "1.-1",
                "-1.2",
                "1",
                "1.",
                ".end",
                "1.END",
                "1.end ; x",
                "01.1",
                "1.1.1",
                "999999999.4",
                "99999999999999999999999999999999.4",
                "' OR 1=1 --",
                "%31%2e2",
                "1.2\u00e9",
                "018f0c5e-7b3a-7c1e-8a2b-3c4d5e6f7a8b",
                ""
            })
    void unknownIdShouldStartWithTheCurrentStep(String id) {
        String answer = RawHttp.send(api, "GET " + path() + " HTTP/1.1", List.of("Last-Event-ID: " + id), new byte[0])
                .expect(200)
                .text();

        assertThat(answer).contains("id: 1.4\nevent: step\n", "id: 1.end\n");
        assertThat(answer).doesNotContain("id: 1.3\n");
    }

    @Test
    void veryLongIdShouldStartWithTheCurrentStep() {
        assertThat(ids("1.2".repeat(1_000))).containsExactly("1.4", "1.end");
    }

    @Test
    void refinementShouldBeAnotherRun() {
        String refinement = Api.refinement(kickoff.chat(), kickoff.round(), "더 맵게");
        api.post(Api.recommend(profile), refinement).expect(202);
        api.awaitCompleted(profile, kickoff.chat());

        assertThat(ids(null)).containsExactly("2.4", "2.end");
        assertThat(ids("1.2")).as("an older run's").containsExactly("2.4", "2.end");
        assertThat(ids("1.end")).containsExactly("2.4", "2.end");
        assertThat(ids("2.3")).containsExactly("2.4", "2.end");
    }

    @Test
    void cancelledRoundShouldEndInError() {
        // Before the runner takes it, or soon after: the embedded backend is quick.
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            kickoff = api.kickOff(profile, "김치찌개 먹고 싶어");
            return api.delete(kickoff.roundPath()).status() == 200;
        });

        try (StreamReader reader = follow(null)) {
            List<StreamReader.Event> events = reader.awaitEnd();

            assertThat(events).extracting(StreamReader.Event::type).containsExactly("step", "error");
            assertThat(events.get(1).json().get("last_error").asText()).isEqualTo("cancelled");
            assertThat(events.get(1).id()).isEqualTo("1.end");
        }
    }

    @Test
    void headShouldHaveTheHeadersAlone() {
        Reply head = api.send("HEAD", path(), Map.of(), null);

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("Content-Type").orElseThrow()).startsWith("text/event-stream");
        assertThat(head.body()).isEmpty();
        String unknown = path().replace(kickoff.round(), kickoff.chat());
        assertThat(api.send("HEAD", unknown, Map.of(), null).status()).isEqualTo(404);
    }

    @Test
    void requestsShouldBeRefusedAsEverywhere() {
        assertThat(api.send("POST", path(), "{}")
                        .expect(405, "METHOD_NOT_ALLOWED")
                        .header("Allow"))
                .contains("GET, HEAD, OPTIONS");
        api.delete(path()).expect(405, "METHOD_NOT_ALLOWED");
        api.get(path(), Map.of("Accept", "application/json")).expect(406, "NOT_ACCEPTABLE");
        api.withKey(null).get(path()).expect(401, "INVALID_API_KEY");
        api.withKey("osk_two_" + "0".repeat(64)).get(path()).expect(401, "INVALID_API_KEY");
        api.withKey(server.adminKey()).get(path()).expect(403, "FORBIDDEN");
        api.withKey(api.token(api.newProfile())).get(path()).expect(404, "NOT_FOUND");
        api.withKey(api.token(profile)).get(path()).expect(200);
        api.withKey(server.sdkKey()).get(path()).expect(404, "NOT_FOUND");
        api.get(kickoff.chatPath() + "/events").expect(404, "NOT_FOUND");
        api.get(path() + "/events").expect(404, "NOT_FOUND");
        api.get("/v1/-/events").expect(404, "NOT_FOUND");
        String session = api.chatSession(profile);
        api.get(Api.chatPath(profile, session) + "/" + kickoff.round() + "/events")
                .expect(404, "NOT_FOUND");
    }
}
