package com.ones1ght.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.ones1ght.application.shared.port.AtOnce;
import com.ones1ght.bootstrap.e2e.Api.Kickoff;
import com.ones1ght.bootstrap.e2e.Database.KeyState;
import com.ones1ght.bootstrap.e2e.Database.Tenant;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A request that is sent again with its key has its effect once. */
@ExtendWith(SharedServer.class)
class IdempotencyIT {

    private Database database;
    private Tenant tenant;
    private Api api;
    private String profile;

    @BeforeEach
    void connect(PackagedServer server) {
        database = new Database(server);
        tenant = database.newTenant("ko", 100);
        api = new Api(server.baseUrl(), tenant.key());
        profile = api.newProfile();
    }

    private Reply post(String path, String body, String key) {
        return post(api, path, body, key);
    }

    private static Reply post(Api caller, String path, String body, String key) {
        return caller.send(
                "POST",
                path,
                Map.of("Content-Type", "application/json", "Idempotency-Key", key),
                body.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isReplayed(Reply reply) {
        return reply.header("Idempotent-Replayed").isPresent();
    }

    @Test
    void fiftyKickoffsAtOnceWithOneKeyShouldBeOneRoundAndOneCredit() {
        String key = UUID.randomUUID().toString();

        List<Reply> replies = AtOnce.on(50, i -> post(Api.recommend(profile), Api.prompt("오늘 저녁 카레 땡기는데"), key));

        List<Reply> accepted =
                replies.stream().filter(reply -> reply.status() == 202).toList();
        assertThat(accepted).isNotEmpty();
        assertThat(accepted)
                .extracting(Reply::text)
                .containsOnly(accepted.get(0).text());
        assertThat(accepted.stream().filter(reply -> !isReplayed(reply))).hasSize(1);
        replies.stream()
                .filter(reply -> reply.status() != 202)
                .forEach(reply -> reply.expect(409, "IDEMPOTENCY_IN_PROGRESS"));
        JsonNode chats = api.get(Api.recommend(profile)).expect(200).data();
        assertThat(chats.at("/pageInfo/total").asInt()).isEqualTo(1);
        assertThat(chats.at("/items/0/total_rounds").asInt()).isEqualTo(1);
        assertThat(database.balance(tenant)).isEqualTo(99);
        Reply again =
                post(Api.recommend(profile), Api.prompt("오늘 저녁 카레 땡기는데"), key).expect(202);
        assertThat(isReplayed(again)).isTrue();
        api.awaitCompleted(profile, again.data().get("chat_id").asText());
    }

    /** Here the state refuses a second one, and must not be asked before the answer to the first is looked for. */
    @Test
    void fiftyFollowUpsAtOnceWithTheLastCreditShouldBeOneRoundToo() {
        Kickoff first = api.kickOff(profile, "카레");
        api.awaitCompleted(profile, first.chat());
        for (int round = 2; round <= 6; round++) {
            database.update("UPDATE tenant_credit SET balance = 1 WHERE tenant_id = ?", tenant.id());
            String key = UUID.randomUUID().toString();

            List<Reply> replies =
                    AtOnce.on(50, i -> post(Api.recommend(profile), Api.followUp(first.chat(), "더 맵게"), key));

            assertThat(replies.stream().filter(reply -> reply.status() == 202 && !isReplayed(reply)))
                    .hasSize(1);
            replies.stream()
                    .filter(reply -> reply.status() != 202)
                    .forEach(reply -> reply.expect(409, "IDEMPOTENCY_IN_PROGRESS"));
            assertThat(api.awaitCompleted(profile, first.chat()).get("rounds")).hasSize(round);
            assertThat(database.balance(tenant)).isZero();
        }
    }

    @Test
    void profilesAndTriggersShouldBeMadeOnce() {
        String key = UUID.randomUUID().toString();
        Reply profileMade = post("/v1/profile", "{\"name\":\"Kim\"}", key).expect(200);
        Reply profileAgain = post("/v1/profile", "{\"name\":\"Kim\"}", key).expect(200);
        assertThat(profileAgain.text()).isEqualTo(profileMade.text());
        assertThat(isReplayed(profileAgain)).isTrue();
        Reply asPersona = post("/v1/persona", "{\"name\":\"Kim\"}", key).expect(200);
        assertThat(isReplayed(asPersona)).as("another path").isFalse();

        Kickoff kickoff = api.kickOff(profile, "카레");
        api.awaitCompleted(profile, kickoff.chat());
        for (String what : List.of("signage", "coupon", "recommend")) {
            String path = "/v1/chat/" + profile + "/trigger/" + what;
            String body = what.equals("signage")
                    ? "{\"chat_id\":\"%s\",\"round_id\":\"%s\",\"items\":[{\"rec_id\":\"r\",\"item_name\":\"x\"}]}"
                    : "{\"chat_id\":\"%s\",\"round_id\":\"%s\",\"rec_id\":\"r\",\"item_name\":\"x\"}";
            String filled = body.formatted(kickoff.chat(), kickoff.round());
            Reply first = post(path, filled, key).expect(202);
            Reply again = post(path, filled, key).expect(202);
            assertThat(again.text()).isEqualTo(first.text());
            assertThat(isReplayed(first)).isFalse();
            assertThat(isReplayed(again)).isTrue();
            post(path, filled.replace("\"x\"", "\"y\""), key).expect(422, "IDEMPOTENCY_KEY_REUSED");
        }
        assertThat(api.get("/v1/profile/" + profile + "/events")
                        .expect(200)
                        .data()
                        .at("/pageInfo/total")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void theFormOfTheSessionShouldBeAcceptedOnceToo() {
        String session = api.chatSession(profile);
        String key = UUID.randomUUID().toString();
        String body = Api.inSession(session, "카레");

        Reply first = post(Api.recommend(profile), body, key).expect(202);
        api.awaitSession(profile, session);
        Reply again = post(Api.recommend(profile), body, key).expect(202);

        assertThat(again.text()).isEqualTo(first.text());
        assertThat(isReplayed(again)).isTrue();
        assertThat(database.balance(tenant)).isEqualTo(99);
    }

    @Test
    void anotherCredentialShouldNotSeeTheAnswer() {
        String key = UUID.randomUUID().toString();
        post("/v1/profile", "{}", key).expect(200);
        Api other = api.withKey(database.newKey(tenant, KeyState.ACTIVE));

        assertThat(isReplayed(post(other, "/v1/profile", "{}", key).expect(200)))
                .isFalse();
    }

    @Test
    void aRefusalShouldNotBeRemembered() {
        String key = UUID.randomUUID().toString();
        database.update("UPDATE tenant_credit SET balance = 0 WHERE tenant_id = ?", tenant.id());
        post(Api.recommend(profile), Api.prompt("카레"), key).expect(402, "INSUFFICIENT_CREDIT");
        database.update("UPDATE tenant_credit SET balance = 1 WHERE tenant_id = ?", tenant.id());

        Reply accepted = post(Api.recommend(profile), Api.prompt("김치찌개"), key).expect(202);

        assertThat(isReplayed(accepted)).isFalse();
        api.awaitCompleted(profile, accepted.data().get("chat_id").asText());
    }

    @Test
    void aKeyOfAnotherFormShouldBeRefused() {
        post("/v1/profile", "{}", "a b").expect(400, "INVALID_REQUEST");
        post("/v1/profile", "{}", "k".repeat(256)).expect(400, "INVALID_REQUEST");
        post("/v1/profile", "[]", "k").expect(400, "INVALID_REQUEST");
    }

    @Test
    void theAnswersOfAProfileShouldGoWithIt() {
        String key = UUID.randomUUID().toString();
        post(Api.recommend(profile), Api.prompt("카레"), key).expect(202);
        assertThat(answers()).isEqualTo(1);

        api.delete("/v1/profile/" + profile).expect(200);

        assertThat(answers()).isZero();
        post(Api.recommend(profile), Api.prompt("카레"), key).expect(404, "NOT_FOUND");
    }

    private long answers() {
        return database.number("SELECT count(*) FROM idempotent_answer WHERE profile_id = ?", UUID.fromString(profile));
    }
}
