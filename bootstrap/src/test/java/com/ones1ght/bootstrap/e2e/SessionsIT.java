package com.ones1ght.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.ones1ght.bootstrap.e2e.Database.Tenant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A shopper's way through the store, under both names, and the older way to ask on it. */
@ExtendWith(SharedServer.class)
class SessionsIT {

    private static final String UNKNOWN = "01a20145-aa52-7a65-8232-1ea1d36040be";
    private static final String CURRY = "오늘 저녁 카레 땡기는데";

    private Database database;
    private Tenant tenant;
    private Api api;
    private String profile;

    @BeforeEach
    void makeProfile(PackagedServer server) {
        database = new Database(server);
        tenant = database.newTenant("ko", 100);
        api = new Api(server.baseUrl(), tenant.key());
        profile = api.newProfile();
    }

    private String session(String name, String step) {
        return "/v1/" + name + "/" + profile + "/session" + step;
    }

    @ParameterizedTest
    @ValueSource(strings = {"profile", "persona"})
    void visitShouldBeStampedFromEntryToExit(String name) {
        api.get(session(name, "")).expect(404, "NOT_FOUND");
        JsonNode started = api.post(session(name, "/start"), null).expect(200).data();
        assertThat(Json.keys(started)).containsExactlyInAnyOrder("session_id", name + "_id", "started_at");
        String id = started.get("session_id").asText();
        String meta =
                "{\"zone\":\"주류\",\"cart_items\":3,\"weight\":1.0,\"huge\":1e308,\"n\":{\"a\":[null,\"\\u0001\"]}}";

        JsonNode stamp = api.post(session(name, "/stamp"), "{\"status\":\"SHOPPING\",\"meta\":" + meta + "}")
                .expect(200)
                .data();

        assertThat(stamp.get("session_id").asText()).isEqualTo(id);
        assertThat(Json.keys(stamp)).containsExactlyInAnyOrder("session_id", "status", "timestamp");
        for (String status : List.of("CHAT", "SHOPPING", "결제", "Exit 🚪")) {
            api.post(session(name, "/stamp"), "{\"status\":" + Json.quoted(status) + "}")
                    .expect(200);
        }
        JsonNode current = api.get(session(name, "")).expect(200).data();
        assertThat(Json.keys(current)).containsExactlyInAnyOrder("session_id", name + "_id", "started_at", "stamps");
        assertThat(current.get(name + "_id").asText()).isEqualTo(profile);
        assertThat(current.get("stamps").findValuesAsText("status"))
                .containsExactly("ENTER", "SHOPPING", "CHAT", "SHOPPING", "결제", "Exit 🚪");
        assertThat(current.at("/stamps/0").has("meta")).isFalse();
        String text = api.post(session(name, "/end"), null).expect(200).text();
        JsonNode ended = Json.read(text).get("data");
        assertThat(text).contains("\"meta\":" + meta);
        assertThat(ended.get("stamps")).isEqualTo(current.get("stamps"));
        assertThat(ended.has("ended_at")).isTrue();
        api.get(session(name, "")).expect(404, "NOT_FOUND");
        assertThat(api.post(session(name, "/start"), null)
                        .expect(200)
                        .data()
                        .get("session_id")
                        .asText())
                .isNotEqualTo(id);
    }

    @Test
    void bothNamesShouldMeanTheSameShopper() {
        String id = api.post(session("persona", "/start"), null)
                .expect(200)
                .data()
                .get("session_id")
                .asText();

        assertThat(api.get(session("profile", "")).data().get("session_id").asText())
                .isEqualTo(id);
        api.post(session("profile", "/start"), null).expect(409, "SESSION_ACTIVE");
        JsonNode persona = api.get("/v1/persona/" + profile).expect(200).data();
        assertThat(persona.get("persona_id").asText()).isEqualTo(profile);
        assertThat(persona.get("data"))
                .isEqualTo(api.get("/v1/profile/" + profile).data().get("data"));
        String created = api.post("/v1/persona", "{\"name\":\"Lee\"}")
                .expect(200)
                .data()
                .get("persona_id")
                .asText();
        api.put("/v1/persona/" + created, "{\"age\":7}").expect(200);
        assertThat(api.delete("/v1/persona/" + created).expect(200).data().get("data"))
                .isEqualTo(Json.read("{\"name\":\"Lee\",\"age\":7}"));
        api.get("/v1/profile/" + created).expect(404, "NOT_FOUND");
    }

    @Test
    void statusShouldFollowTheShopper() {
        String path = "/v1/persona/" + profile + "/status";
        assertStatus(path, "READY", null);
        assertThat(api.get(path).data().get("last_active_at").isNull()).isTrue();
        String id = api.chatSession(profile);

        assertStatus(path, "CHAT", id);
        assertThat(api.get(path).data().get("last_active_at").isTextual()).isTrue();
        api.stamp(profile, "SHOPPING").expect(200);
        assertStatus(path, "SHOPPING", null);
        api.post(session("persona", "/end"), null).expect(200);
        assertStatus(path, "READY", null);
        api.get("/v1/persona/" + UNKNOWN + "/status").expect(404, "NOT_FOUND");
    }

    private void assertStatus(String path, String status, String thread) {
        JsonNode told = api.get(path).expect(200).data();
        assertThat(Json.keys(told))
                .containsExactlyInAnyOrder("persona_id", "status", "current_thread_id", "last_active_at");
        assertThat(told.get("status").asText()).isEqualTo(status);
        assertThat(told.get("current_thread_id").textValue()).isEqualTo(thread);
    }

    @Test
    void visitsRefusalsShouldSayWhatIsWrong() {
        api.stamp(profile, "CHAT").expect(409, "NO_ACTIVE_SESSION");
        api.post(session("profile", "/end"), null).expect(409, "NO_ACTIVE_SESSION");
        api.post("/v1/profile/" + UNKNOWN + "/session/start", null).expect(404, "NOT_FOUND");
        api.post(session("profile", "/start"), null).expect(200);
        api.post(session("profile", "/start"), null).expect(409, "SESSION_ACTIVE");
        for (String body : List.of(
                "{}",
                "{\"status\":null}",
                "{\"status\":\"\"}",
                "{\"status\":\"  \"}",
                "{\"status\":1}",
                "{\"status\":\"A\",\"meta\":[]}",
                "{\"status\":\"A\",\"meta\":\"x\"}")) {
            api.post(session("profile", "/stamp"), body).expect(400, "INVALID_REQUEST");
        }
        assertThat(api.get(session("profile", "")).data().get("stamps")).hasSize(1);
    }

    @Test
    void tenantsFlowShouldRuleTheStages() {
        database.update(
                "UPDATE tenant SET session_flow = ? WHERE id = ?",
                "[\"READY\",\"CHAT\",\"SHOPPING\",\"PAYMENT\"]",
                tenant.id());
        Api flowing = api.withKey(database.newKey(tenant, Database.KeyState.ACTIVE));
        profile = flowing.newProfile();
        String id = flowing.chatSession(profile);
        assertThat(flowing.get(session("profile", ""))
                        .data()
                        .at("/stamps/0/status")
                        .asText())
                .isEqualTo("READY");

        flowing.stamp(profile, "LUNCH").expect(409, "INVALID_STAGE");
        flowing.stamp(profile, "READY").expect(409, "STAGE_REGRESSION");
        flowing.stamp(profile, "CHAT").expect(200);
        flowing.get(Api.chatPath(profile, id)).expect(200);
        flowing.stamp(profile, "PAYMENT").expect(200);

        flowing.get(Api.chatPath(profile, id)).expect(404, "NOT_FOUND");
        flowing.post(Api.recommend(profile), Api.inSession(id, CURRY)).expect(404, "NOT_FOUND");
        flowing.get(session("profile", "")).expect(200);
    }

    @Test
    void sessionShouldAnswerAndFollowUp() {
        String id = api.chatSession(profile);
        JsonNode empty = api.get(Api.chatPath(profile, id)).expect(200).data();
        assertThat(empty.get("status").asText()).isEqualTo("READY");
        assertThat(empty.get("back_list_status").asText()).isEqualTo("not_started");
        assertThat(empty.get("last_error").isNull()).isTrue();
        assertThat(empty.get("result")).isEqualTo(Json.read("{\"shopping_list\":null,\"back_list\":null}"));
        api.post(Api.recommend(profile), Api.inSession(id, CURRY)).expect(202);

        JsonNode first = api.awaitSession(profile, id);

        assertThat(first.get("status").asText()).isEqualTo("READY");
        Shapes.assertSessionResult(first.get("result"));
        assertThat(first.at("/result/shopping_list/items")).isNotEmpty();
        assertThat(first.at("/result/back_list/back_recommendations")).isNotEmpty();
        assertThat(database.balance(tenant)).isEqualTo(99);
        api.post(Api.recommend(profile), Api.inSession(id, "돼지고기 빼고")).expect(202);
        JsonNode second = api.awaitSession(profile, id);
        Shapes.assertSessionResult(second.get("result"));

        JsonNode list = api.get(Api.recommend(profile)).expect(200).data();
        assertThat(list.at("/pageInfo/total").asInt()).isEqualTo(1);
        String chat = list.at("/items/0/chat_id").asText();
        assertThat(chat).isNotEqualTo(id);
        JsonNode rounds = api.get(Api.chatPath(profile, chat)).expect(200).data();
        Shapes.assertChat(rounds);
        assertThat(rounds.get("rounds").findValuesAsText("prompt")).containsExactly(CURRY, "돼지고기 빼고");
        assertThat(rounds.at("/rounds/1/todos/recipe_title").asText())
                .as("the follow-up goes on from the curry")
                .contains("카레");
        assertThat(api.post("/v1/chat/" + profile, null)
                        .expect(200)
                        .data()
                        .at("/query_results/session/status")
                        .asText())
                .as("a second call answers the running one")
                .isEqualTo("READY");
    }

    @Test
    void sessionsRefusalsShouldComeInTheirOrder() {
        api.post("/v1/chat/" + profile, null).expect(409, "SESSION_NOT_STARTED");
        api.post("/v1/chat/" + UNKNOWN, null).expect(404, "NOT_FOUND");
        String id = api.post(session("profile", "/start"), null)
                .data()
                .get("session_id")
                .asText();
        api.post(Api.recommend(profile), Api.inSession(id, CURRY)).expect(404, "NOT_FOUND");
        api.post("/v1/chat/" + profile, null).expect(200);
        database.update("UPDATE tenant_credit SET balance = 0 WHERE tenant_id = ?", tenant.id());
        api.post(Api.recommend(profile), Api.inSession(id, CURRY)).expect(409, "STAGE_NOT_CHAT");
        api.stamp(profile, "CHAT").expect(200);
        api.post(Api.recommend(profile), Api.inSession(id, CURRY)).expect(402, "INSUFFICIENT_CREDIT");
        api.post(Api.recommend(profile), Api.inSession(UNKNOWN, CURRY)).expect(404, "NOT_FOUND");
        api.post(Api.recommend(profile), "{\"session_id\":\"" + id + "\"}").expect(400, "INVALID_REQUEST");
        api.post(Api.recommend(profile), "{\"session_id\":7,\"prompt\":\"a\"}").expect(400, "INVALID_REQUEST");
        api.post(
                        Api.recommend(profile),
                        "{\"session_id\":\"%s\",\"chat_id\":\"%s\",\"prompt\":\"a\"}".formatted(id, UNKNOWN))
                .expect(400, "INVALID_REQUEST");
        api.get(Api.chatPath(profile, id) + "/" + UNKNOWN).expect(404, "NOT_FOUND");
        api.post(session("profile", "/end"), null).expect(200);
        api.get(Api.chatPath(profile, id)).expect(404, "NOT_FOUND");
        api.delete("/v1/chat/" + profile + "/session/" + id).expect(404, "NOT_FOUND");
    }

    @Test
    void deletedProfileShouldTakeItsSessionsAlong() {
        String id = api.chatSession(profile);
        api.post(Api.recommend(profile), Api.inSession(id, CURRY)).expect(202);

        api.delete("/v1/profile/" + profile).expect(200);

        api.get(Api.chatPath(profile, id)).expect(404, "NOT_FOUND");
        api.get(session("profile", "")).expect(404, "NOT_FOUND");
        for (String table : List.of("visit", "visit_stamp", "chat_session", "round", "chat")) {
            assertThat(database.number("SELECT count(*) FROM " + table + " WHERE tenant_id = ?", tenant.id()))
                    .as(table)
                    .isZero();
        }
    }
}
