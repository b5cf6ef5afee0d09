package com.ones1ght.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.ones1ght.bootstrap.e2e.Api.Kickoff;
import com.ones1ght.bootstrap.e2e.Database.Tenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many at once: what must happen once happens once, and what may happen together does. */
class ConcurrencyIT {

    @TempDir
    private static Path folder;

    private static Path hold;
    private static PackagedServer server;

    private Database database;
    private Tenant tenant;
    private Api api;

    @BeforeAll
    static void start() {
        hold = folder.resolve("hold");
        server = PackagedServer.start(
                PacedWar.settings(folder, Map.of("ones1ght.llm.paced.hold-file", hold.toString())));
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void makeTenant() {
        database = new Database(server);
        tenant = database.newTenant("ko", 100);
        api = new Api(server.baseUrl(), tenant.key());
    }

    @AfterEach
    void release() throws IOException {
        Files.deleteIfExists(hold);
    }

    @Test
    void ofManyKickoffsBeforeStep2ExactlyOneShouldBeAccepted() throws IOException {
        String profile = api.newProfile();
        Kickoff first = api.kickOff(profile, "오늘 저녁 카레 땡기는데");
        api.awaitCompleted(profile, first.chat());
        Files.createFile(hold);

        Map<String, Long> outcomes =
                atOnce(64, i -> api.postLater(Api.recommend(profile), Api.followUp(first.chat(), "와인 추가 " + i)));

        assertThat(outcomes).isEqualTo(Map.of("202", 1L, "409 PRIOR_ROUND_IN_FLIGHT", 63L));
        assertThat(database.balance(tenant)).isEqualTo(98);
        JsonNode detail = api.poll(profile, first.chat(), polled -> {
            Shapes.assertChat(polled);
            return Api.last(polled).at("/pipeline_progress/step1").asText().equals("done");
        });
        assertThat(detail.get("rounds")).hasSize(2);
        assertThat(Api.last(detail).get("status").asText()).isEqualTo("in_progress");

        Files.delete(hold);
        api.awaitCompleted(profile, first.chat());
        api.post(Api.recommend(profile), Api.followUp(first.chat(), "더 맵게")).expect(202);
        api.awaitCompleted(profile, first.chat());
        assertThat(database.balance(tenant)).isEqualTo(97);
    }

    @Test
    void ofManyRefinementsBeforeStep2ExactlyOneShouldBeAccepted() throws IOException {
        String profile = api.newProfile();
        Kickoff first = api.kickOff(profile, "오늘 저녁 카레 땡기는데");
        api.awaitCompleted(profile, first.chat());
        Files.createFile(hold);

        Map<String, Long> outcomes = atOnce(
                64,
                i -> api.postLater(Api.recommend(profile), Api.refinement(first.chat(), first.round(), "더 맵게 " + i)));

        assertThat(outcomes).isEqualTo(Map.of("202", 1L, "409 PRIOR_ROUND_IN_FLIGHT", 63L));
        assertThat(database.balance(tenant)).isEqualTo(98);
        JsonNode round = Api.last(api.get(first.chatPath()).data());
        Shapes.assertRound(round);
        assertThat(round.get("status").asText()).isEqualTo("in_progress");
        assertThat(round.get("todos").isNull()).isTrue();
        Files.delete(hold);
        assertThat(api.awaitCompleted(profile, first.chat()).get("rounds")).hasSize(1);
    }

    @Test
    void heldRoundShouldShowAllKeysWithoutAnyResult() throws IOException {
        Files.createFile(hold);
        String profile = api.newProfile();

        Kickoff kickoff = api.kickOff(profile, "오늘 저녁 카레 땡기는데");

        JsonNode first = Api.last(api.get(kickoff.chatPath()).expect(200).data());
        Shapes.assertRound(first);
        JsonNode held = Api.last(api.poll(profile, kickoff.chat(), polled -> Api.last(polled)
                .at("/pipeline_progress/step1")
                .asText()
                .equals("done")));
        Shapes.assertRound(held);
        assertThat(held.get("pipeline_progress"))
                .isEqualTo(Json.read(
                        "{\"step1\":\"done\",\"step2\":\"running\"," + "\"step3\":\"pending\",\"step4\":\"pending\"}"));
        assertThat(held.get("todos").isNull()).isTrue();
        assertThat(held.get("recommended_items")).isEmpty();
        assertThat(held.at("/notifications/ad").isNull()).isTrue();
        assertThat(held.at("/notifications/coupon")).isEmpty();
        assertThat(held.at("/notifications/coupon_spot")).isNotEmpty();
        assertThat(api.get(kickoff.roundPath() + "/barcodes").expect(200).data().get("todos"))
                .isEmpty();
        Files.delete(hold);
        api.awaitCompleted(profile, kickoff.chat());
    }

    @Test
    void creditsShouldBeSpentToTheLastOneAndNotBeyond() {
        List<Kickoff> chats = new ArrayList<>();
        database.update("UPDATE tenant_credit SET balance = 200 WHERE tenant_id = ?", tenant.id());
        String profile = api.newProfile();
        for (int i = 0; i < 200; i++) {
            chats.add(api.kickOff(profile, "오늘 저녁 카레 땡기는데"));
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> unsettled() == 0);
        assertThat(database.balance(tenant)).isZero();
        database.update("UPDATE tenant_credit SET balance = 100 WHERE tenant_id = ?", tenant.id());

        Map<String, Long> outcomes = atOnce(
                200,
                i -> api.postLater(
                        Api.recommend(profile), Api.followUp(chats.get(i).chat(), "와인 추가")));

        assertThat(outcomes).isEqualTo(Map.of("202", 100L, "402 INSUFFICIENT_CREDIT", 100L));
        assertThat(database.balance(tenant)).isZero();
        await().atMost(Duration.ofSeconds(60)).until(() -> unsettled() == 0);
        assertThat(database.balance(tenant)).isZero();
        assertThat(database.number("SELECT count(*) FROM round WHERE tenant_id = ?", tenant.id()))
                .isEqualTo(300);
    }

    @Test
    void ofManySessionStartsExactlyOneShouldBeAccepted() {
        String profile = api.newProfile();

        Map<String, Long> outcomes = atOnce(32, i -> api.postLater("/v1/profile/" + profile + "/session/start", ""));

        assertThat(outcomes).isEqualTo(Map.of("200", 1L, "409 SESSION_ACTIVE", 31L));
        assertThat(database.number("SELECT count(*) FROM visit WHERE tenant_id = ?", tenant.id()))
                .isEqualTo(1);
    }

    @Test
    void ofManyQuestionsInASessionExactlyOneShouldBeAccepted() throws IOException {
        String profile = api.newProfile();
        String session = api.chatSession(profile);
        Files.createFile(hold);

        Map<String, Long> outcomes =
                atOnce(32, i -> api.postLater(Api.recommend(profile), Api.inSession(session, "오늘 저녁 카레 " + i)));

        assertThat(outcomes).isEqualTo(Map.of("202", 1L, "409 CONFLICT", 31L));
        assertThat(database.balance(tenant)).isEqualTo(99);
        JsonNode polled = api.get(Api.chatPath(profile, session)).expect(200).data();
        assertThat(Json.keys(polled))
                .containsExactlyInAnyOrder("session_id", "status", "back_list_status", "updated_at", "last_error");
        assertThat(polled.get("status").asText()).isEqualTo("CHAT");
        Files.delete(hold);
        api.awaitSession(profile, session);
    }

    @Test
    void endOfASessionShouldCancelWhatRunsAndGiveTheCreditBack() throws IOException {
        String profile = api.newProfile();
        String session = api.chatSession(profile);
        Files.createFile(hold);
        api.post(Api.recommend(profile), Api.inSession(session, "오늘 저녁 카레 땡기는데"))
                .expect(202);
        assertThat(database.balance(tenant)).isEqualTo(99);

        Reply ended = api.delete("/v1/chat/" + profile + "/session/" + session).expect(200);

        assertThat(ended.data().get("reason").asText()).isEqualTo("explicit");
        assertThat(database.balance(tenant)).isEqualTo(100);
        api.get(Api.chatPath(profile, session)).expect(404, "NOT_FOUND");
        api.delete("/v1/chat/" + profile + "/session/" + session).expect(404, "NOT_FOUND");
        JsonNode chat = api.get(Api.recommend(profile)).data().at("/items/0");
        JsonNode round = Api.last(
                api.get(Api.chatPath(profile, chat.get("chat_id").asText())).data());
        Shapes.assertRound(round);
        assertThat(round.get("status").asText()).isEqualTo("error");
        assertThat(round.get("last_error").asText()).isEqualTo("cancelled");

        Files.delete(hold);
        api.post("/v1/chat/" + profile, null).expect(200);
        api.post(Api.recommend(profile), Api.inSession(session, "와인 추가")).expect(202);
        api.awaitSession(profile, session);
        assertThat(database.balance(tenant)).isEqualTo(99);
        assertThat(api.get(Api.recommend(profile)).data().at("/pageInfo/total").asInt())
                .as("a fresh conversation")
                .isEqualTo(2);
    }

    @Test
    void ofManyCancelsExactlyOneShouldTakeEffectAndTheCreditComeBackOnce() throws IOException {
        String profile = api.newProfile();
        Files.createFile(hold);
        Kickoff held = api.kickOff(profile, "오늘 저녁 카레 땡기는데");
        assertThat(database.balance(tenant)).isEqualTo(99);

        Map<String, Long> outcomes = atOnce(32, i -> api.deleteLater(held.roundPath()));

        assertThat(outcomes).isEqualTo(Map.of("200", 1L, "409 ROUND_SETTLED", 31L));
        assertThat(database.balance(tenant)).isEqualTo(100);
        JsonNode round = api.get(held.roundPath()).expect(200).data();
        Shapes.assertRound(round);
        assertThat(round.get("last_error").asText()).isEqualTo("cancelled");

        Files.delete(hold);
        api.post(Api.recommend(profile), Api.refinement(held.chat(), held.round(), "더 맵게"))
                .expect(202);
        api.awaitCompleted(profile, held.chat());
        assertThat(database.balance(tenant)).isEqualTo(99);
    }

    @Test
    void cancelsAtAnyMomentShouldLeaveTheBalanceThatTheRoundsAccountFor() {
        List<Kickoff> kickoffs = new ArrayList<>();
        String profile = api.newProfile();
        for (int i = 0; i < 24; i++) {
            Kickoff kickoff = api.kickOff(profile, "오늘 저녁 카레 땡기는데");
            kickoffs.add(kickoff);
            CompletableFuture<Reply> refined = i % 4 == 3
                    ? api.postLater(Api.recommend(profile), Api.refinement(kickoff.chat(), kickoff.round(), "더 맵게"))
                    : null;
            // The first cancels come within the first millisecond, later ones at later steps.
            LockSupport.parkNanos(i * 2_000_000L);
            Reply reply = api.delete(kickoff.roundPath());
            assertThat(reply.status()).isIn(200, 409);
            if (reply.status() == 200) {
                assertThat(reply.data().get("last_error").asText()).isEqualTo("cancelled");
            } else {
                reply.expect(409, "ROUND_SETTLED");
            }
            if (refined != null) {
                assertThat(refined.join().status()).isIn(202, 409);
            }
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> unsettled() == 0);

        assertThat(database.balance(tenant)).isEqualTo(100 - database.number("""
                                SELECT count(*) FROM pipeline_run p JOIN round r ON r.id = p.round_id
                                 WHERE p.tenant_id = ?
                                   AND (p.run_no < r.run_no AND p.step2_at IS NOT NULL
                                        OR p.run_no = r.run_no AND (r.state = 'COMPLETED' OR r.done_steps >= 2))""", tenant.id()));
    }

    private long unsettled() {
        return database.number(
                "SELECT count(*) FROM round WHERE tenant_id = ? AND state NOT IN ('COMPLETED', 'ERROR')", tenant.id());
    }

    @Test
    void updatesOfOneProfileAtOnceShouldLoseNothing() {
        String profile = api.newProfile("{\"kept\":1.0}");

        Map<String, Long> outcomes =
                atOnce(40, i -> api.putLater("/v1/profile/" + profile, "{\"field" + i + "\":" + i + "}"));

        assertThat(outcomes).isEqualTo(Map.of("200", 40L));
        JsonNode data = api.get("/v1/profile/" + profile).data().get("data");
        assertThat(data.size()).isEqualTo(41);
        IntStream.range(0, 40)
                .forEach(i -> assertThat(data.get("field" + i).asInt()).isEqualTo(i));
        assertThat(data.get("kept").decimalValue()).isEqualByComparingTo("1.0");
    }

    /** Status and code of each answer, counted. */
    private static Map<String, Long> atOnce(int times, java.util.function.IntFunction<CompletableFuture<Reply>> call) {
        return IntStream.range(0, times).mapToObj(call).toList().stream()
                .map(CompletableFuture::join)
                .map(reply -> reply.status() < 300 ? "" + reply.status() : reply.status() + " " + reply.code())
                .collect(Collectors.groupingBy(outcome -> outcome, Collectors.counting()));
    }
}
