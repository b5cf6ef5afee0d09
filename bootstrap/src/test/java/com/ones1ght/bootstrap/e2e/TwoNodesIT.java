package com.ones1ght.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.ones1ght.bootstrap.e2e.Api.Kickoff;
import com.ones1ght.bootstrap.e2e.Database.Tenant;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes share nothing but the database; each serves what the other has begun. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoNodesIT {

    private static final int STEP_MILLIS = 400;

    @TempDir
    private static Path folder;

    private static PackagedServer first;
    private static PackagedServer second;

    private final Database database = new Database(first);
    private final Tenant tenant = database.newTenant("ko", 1000);
    private final Api onFirst = new Api(first.baseUrl(), tenant.key());
    private final Api onSecond = new Api(second.baseUrl(), tenant.key());

    @BeforeAll
    static void start() {
        Map<String, String> settings = PacedWar.settings(
                folder,
                Map.of(
                        "ones1ght.llm.paced.step-millis",
                        "" + STEP_MILLIS,
                        "ones1ght.round.lease",
                        "PT3S",
                        "ones1ght.chat-session.idle",
                        "PT5S"));
        first = PackagedServer.start(settings);
        second = first.startSecondNode(settings);
    }

    @AfterAll
    static void stop() {
        if (second != null) {
            second.close();
        }
        if (first != null) {
            first.close();
        }
    }

    @Test
    @Order(1)
    void roundShouldBeWatchedOnAnyNode() {
        String profile = onFirst.newProfile();
        Kickoff kickoff = onFirst.kickOff(profile, "오늘 저녁 카레 땡기는데");

        JsonNode detail = onSecond.awaitCompleted(profile, kickoff.chat());

        Shapes.assertChat(detail);
        assertThat(onFirst.get(kickoff.chatPath()).data()).isEqualTo(detail);
        onSecond.post(Api.recommend(profile), Api.followUp(kickoff.chat(), "와인 추가"))
                .expect(202);
        onFirst.post(Api.recommend(profile), Api.followUp(kickoff.chat(), "더 맵게"))
                .expect(409, "PRIOR_ROUND_IN_FLIGHT");
        assertThat(onFirst.awaitCompleted(profile, kickoff.chat()).get("rounds"))
                .hasSize(2);
    }

    @Test
    @Order(1)
    void chatSessionLeftAloneShouldEndByItselfOnBothNodes() {
        String profile = onFirst.newProfile();
        String session = onFirst.chatSession(profile);
        onSecond.get(Api.chatPath(profile, session)).expect(200);

        await().atMost(Duration.ofSeconds(60)).until(() -> reasonOfEnd(session).equals("IDLE"));

        onFirst.get(Api.chatPath(profile, session)).expect(404, "NOT_FOUND");
        onSecond.get(Api.chatPath(profile, session)).expect(404, "NOT_FOUND");
        assertThat(onSecond.get("/v1/profile/" + profile + "/session")
                        .expect(200)
                        .data()
                        .get("session_id")
                        .asText())
                .as("the shopping session goes on")
                .isEqualTo(session);
        onSecond.post("/v1/chat/" + profile, null).expect(200);
        onFirst.get(Api.chatPath(profile, session)).expect(200);
    }

    @Test
    @Order(1)
    void streamShouldTellOfTheOtherNodesEventsAndReplayThem() {
        String adminKey = database.newAdminKey(tenant);
        String profile = onFirst.newProfile();
        Kickoff kickoff = onFirst.kickOff(profile, "오늘 저녁 카레 땡기는데");
        String path = "/v1/chat/" + profile + "/trigger/coupon";
        String body = "{\"chat_id\":\"" + kickoff.chat() + "\",\"round_id\":\"" + kickoff.round()
                + "\",\"rec_id\":\"%s\",\"item_id\":1}";
        long known;
        try (EventReader reader = EventReader.connect(second.baseUrl(), adminKey, null)) {
            onFirst.post(path, body.formatted("a")).expect(202);
            EventReader.Read read = reader.await(1).get(0);
            assertThat(read.json().get("rec_id").asText()).isEqualTo("a");
            known = read.id();
        }
        onSecond.post(path, body.formatted("b")).expect(202);

        try (EventReader reader = EventReader.connect(first.baseUrl(), adminKey, known)) {
            onSecond.post(path, body.formatted("c")).expect(202);
            assertThat(reader.await(2))
                    .extracting(read -> read.json().get("rec_id").asText())
                    .containsExactly("b", "c");
        }
    }

    private String reasonOfEnd(String session) {
        return database.string(
                "SELECT coalesce(max(end_reason), '') FROM chat_session WHERE visit_id = ?::uuid", session);
    }

    @Test
    @Order(2)
    void roundsOfAKilledNodeShouldGoOnElsewhere() {
        String profile = onSecond.newProfile();
        List<Kickoff> kickoffs = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            kickoffs.add(onSecond.kickOff(profile, "오늘 저녁 카레 땡기는데"));
        }
        await().until(() -> onSecond.get(kickoffs.get(0).roundPath())
                .data()
                .at("/pipeline_progress/step1")
                .asText()
                .equals("done"));
        assertThat(unsettled()).isPositive();

        second.kill();
        long killed = System.nanoTime();

        await().atMost(Duration.ofSeconds(60)).until(() -> unsettled() == 0);
        System.out.printf(
                "TwoNodesIT: the other node had finished all rounds %.1f s after the kill%n",
                (System.nanoTime() - killed) / 1e9);
        for (Kickoff kickoff : kickoffs) {
            JsonNode round = onFirst.get(kickoff.roundPath()).expect(200).data();
            Shapes.assertRound(round);
            assertThat(round.get("status").asText()).isEqualTo("completed");
        }
        assertThat(database.balance(tenant)).isEqualTo(1000 - 20);
    }

    private long unsettled() {
        return database.number(
                "SELECT count(*) FROM round WHERE tenant_id = ? AND state IN ('CREATED', 'KICKED_OFF')", tenant.id());
    }
}
