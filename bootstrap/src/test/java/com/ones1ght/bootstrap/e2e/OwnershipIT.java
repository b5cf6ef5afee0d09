package com.ones1ght.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.ones1ght.bootstrap.e2e.Api.Kickoff;
import com.ones1ght.bootstrap.e2e.Database.KeyState;
import com.ones1ght.bootstrap.e2e.Database.Tenant;
import com.ones1ght.bootstrap.e2e.PublishedApi.Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Somebody else's things look as if they did not exist: the same status and the same body, on every path that the
 * published document lists, whatever is wrong with the ids.
 */
@ExtendWith(SharedServer.class)
class OwnershipIT {

    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]*)}");

    /** What paths name; whoever has a chat or a session has the profile, and whoever has a round has its chat. */
    private static final List<String> OWNED = List.of("profile_id", "persona_id", "session_id", "chat_id", "round_id");

    private static final String MODEL =
            "{\"name\":\"theirs\",\"type\":\"open_api\",\"backend\":\"embedded\",\"active\":false}";

    private static final List<String> MALFORMED = List.of(
            "c_91ab",
            "0",
            "null",
            "-1",
            "%20",
            "%27%20OR%201%3D1",
            "018f0c5e7b3a7c1e8a2b3c4d5e6f7a8b",
            "018f0c5e-7b3a-7c1e-8a2b-3c4d5e6f7a8",
            "018f0c5e-7b3a-7c1e-8a2b-3c4d5e6f7a8bc",
            "018f0c5g-7b3a-7c1e-8a2b-3c4d5e6f7a8b",
            "%7B018f0c5e-7b3a-7c1e-8a2b-3c4d5e6f7a8b%7D",
            "1-1-1-1-1",
            "%EF%BC%91".repeat(36),
            "x".repeat(500));

    private Api owner;
    private Database database;
    private JsonNode notFound;

    @BeforeEach
    void connect(PackagedServer server) {
        database = new Database(server);
        owner = Api.demo(server);
        notFound = owner.get("/v1/profile/" + UUID.randomUUID())
                .expect(404, "NOT_FOUND")
                .withoutRequestId();
    }

    @TestFactory
    Stream<DynamicTest> everyPathShouldHideWhatIsSomebodyElses() {
        Tenant tenant = database.newTenant("ko", 1000);
        Api api = owner.withKey(tenant.key());
        String profile = api.newProfile();
        Kickoff mine = api.kickOff(profile, "오늘 저녁 카레 땡기는데");
        Kickoff otherChat = api.kickOff(profile, "김치찌개 먹고 싶어");
        api.awaitCompleted(profile, mine.chat());
        api.awaitCompleted(profile, otherChat.chat());
        String session = api.chatSession(profile);
        String otherProfile = api.newProfile();
        api.chatSession(otherProfile);
        Map<String, String> ids = Map.of(
                "profile_id", profile,
                "persona_id", profile,
                "session_id", session,
                "chat_id", mine.chat(),
                "round_id", mine.round());

        List<DynamicTest> tests = new ArrayList<>();
        Set<String> withoutOwner = new TreeSet<>();
        for (Operation operation : PublishedApi.of(owner.baseUrl()).operations()) {
            if (isAdministration(operation)) {
                tests.addAll(hiddenFromOtherAdmins(operation));
                continue;
            }
            if (!operation.path().contains("{") || operation.path().startsWith("/v1/store/")) {
                withoutOwner.add(operation.method() + " " + operation.path());
                continue;
            }
            Api otherTenant = owner.withKey(database.newTenant("ko", 9).key());
            Api otherKey = owner.withKey(database.newKey(tenant, KeyState.ACTIVE));
            tests.add(hidden(operation, "another tenant's key", otherTenant, ids));
            tests.add(hidden(operation, "another key of the tenant", otherKey, ids));
            if (!operation.path().endsWith("/token")) {
                tests.add(hidden(operation, "another profile's token", api.withKey(api.token(otherProfile)), ids));
            }
            List<String> parameters = parameters(operation.path());
            if (parameters.contains("chat_id")) {
                tests.add(hidden(operation, "another profile", api, with(ids, "profile_id", otherProfile)));
                // The path of a chat is that of a chat session, too.
                Map<String, String> inSession = with(ids, "chat_id", session);
                tests.add(hidden(operation, "a chat session by another tenant's key", otherTenant, inSession));
                tests.add(hidden(operation, "a chat session by another key of the tenant", otherKey, inSession));
                tests.add(hidden(
                        operation,
                        "a chat session by another profile",
                        api,
                        with(inSession, "profile_id", otherProfile)));
            }
            if (operation.path().contains("/trigger/")) {
                tests.add(hidden(operation, "another profile", api, with(ids, "profile_id", otherProfile)));
                tests.add(hidden(operation, "another chat", api, with(ids, "chat_id", otherChat.chat())));
                tests.add(hidden(operation, "another chat's round", api, with(ids, "round_id", otherChat.round())));
                tests.add(hidden(operation, "a chat session's id", api, with(ids, "chat_id", session)));
                MALFORMED.forEach(id -> {
                    tests.add(hidden(operation, "chat_id " + id, api, with(ids, "chat_id", id)));
                    tests.add(hidden(operation, "round_id " + id, api, with(ids, "round_id", id)));
                });
            }
            if (parameters.contains("session_id")) {
                tests.add(hidden(operation, "another profile", api, with(ids, "profile_id", otherProfile)));
                tests.add(hidden(operation, "a chat's id", api, with(ids, "session_id", mine.chat())));
            }
            if (parameters.contains("round_id")) {
                tests.add(hidden(operation, "a chat session's id", api, with(ids, "chat_id", session)));
                tests.add(hidden(operation, "another chat", api, with(ids, "chat_id", otherChat.chat())));
                tests.add(hidden(operation, "another chat's round", api, with(ids, "round_id", otherChat.round())));
            }
            for (String parameter : parameters) {
                String unknown = UUID.randomUUID().toString();
                tests.add(hidden(operation, "unknown " + parameter, api, with(ids, parameter, unknown)));
                MALFORMED.forEach(
                        id -> tests.add(hidden(operation, parameter + " " + id, api, with(ids, parameter, id))));
            }
        }
        tests.add(dynamicTest(
                "paths without ids of shoppers are those that belong to nobody", () -> assertThat(withoutOwner)
                        .containsExactly(
                                "GET /v1/store/{store_id}/plan",
                                "GET /v1/validation",
                                "POST /v1/persona",
                                "POST /v1/profile")));
        tests.add(dynamicTest("what was attacked is still there", () -> {
            api.get("/v1/profile/" + profile).expect(200);
            assertThat(api.get(mine.chatPath()).expect(200).data().get("rounds"))
                    .hasSize(1);
            assertThat(api.get("/v1/profile/" + profile + "/events")
                            .expect(200)
                            .data()
                            .get("items"))
                    .isEmpty();
            assertThat(api.get(session(profile)).expect(200).data().get("stamps"))
                    .as("the stamps of the session's beginning and of the chat session's")
                    .hasSize(2);
            assertThat(api.get(Api.chatPath(profile, session))
                            .expect(200)
                            .data()
                            .get("status")
                            .asText())
                    .isEqualTo("READY");
        }));
        return tests.stream();
    }

    /** Who may do what in the administration at all is the matter of {@link AdministrationIT}. */
    private static boolean isAdministration(Operation operation) {
        return operation.path().startsWith("/v1/admin/") || operation.path().startsWith("/v1/system/");
    }

    /** Keys, models and chats, asked for by the admin of another tenant, by ids that do not exist, and by what is no id. */
    private List<DynamicTest> hiddenFromOtherAdmins(Operation operation) {
        if (!operation.path().startsWith("/v1/admin/") || !operation.path().contains("{")) {
            return List.of();
        }
        Tenant one = database.newTenant("ko", 9);
        Api admin = owner.withKey(database.newAdminKey(one));
        String key = admin.post("/v1/admin/keys", "{\"name\":\"theirs\"}")
                .expect(201)
                .data()
                .get("key_id")
                .asText();
        String model = admin.post("/v1/admin/models", MODEL)
                .expect(201)
                .data()
                .get("model_id")
                .asText();
        Api client = owner.withKey(one.key());
        String chat = client.kickOff(client.newProfile(), "카레").chat();
        Map<String, String> ids = Map.of("key_id", key, "model_id", model, "chat_id", chat);
        Api other = owner.withKey(database.newAdminKey(database.newTenant("ko", 9)));
        List<DynamicTest> tests = new ArrayList<>();
        tests.add(hidden(operation, "another tenant's admin", other, ids));
        for (String parameter : ids.keySet()) {
            String unknown = UUID.randomUUID().toString();
            tests.add(hidden(operation, "unknown " + parameter, admin, Map.of(parameter, unknown)));
            MALFORMED.forEach(id -> tests.add(hidden(operation, parameter + " " + id, admin, Map.of(parameter, id))));
        }
        tests.add(
                dynamicTest(operation.method() + " " + operation.path() + ": what was attacked is still there", () -> {
                    assertThat(admin.get("/v1/admin/keys").expect(200).text())
                            .contains(key)
                            .doesNotContain("revoked");
                    assertThat(admin.get("/v1/admin/models").expect(200).text()).contains(model);
                    assertThat(admin.get("/v1/admin/chats").expect(200).text()).contains(chat);
                }));
        return tests;
    }

    private DynamicTest hidden(Operation operation, String what, Api api, Map<String, String> ids) {
        return dynamicTest(operation.method() + " " + operation.path() + ": " + what, () -> {
            String path = PARAMETER
                    .matcher(operation.path())
                    .replaceAll(parameter -> Matcher.quoteReplacement(ids.getOrDefault(
                            parameter.group(1), UUID.randomUUID().toString())));

            Reply reply =
                    api.send(operation.method(), path, body(operation, ids)).expect(404);

            assertThat(reply.withoutRequestId()).isEqualTo(notFound);
        });
    }

    /** A body with which the operation would succeed; those that need none ignore it. */
    private static String body(Operation operation, Map<String, String> ids) {
        if (!Set.of("POST", "PUT", "PATCH").contains(operation.method())) {
            return null;
        }
        if (operation.path().startsWith("/v1/admin/")) {
            return MODEL;
        }
        if (operation.path().contains("/trigger/")) {
            return "{\"chat_id\":\"%s\",\"round_id\":\"%s\",\"rec_id\":\"r\",\"item_name\":\"x\",\"x\":4,\"y\":2}"
                    .formatted(ids.get("chat_id"), ids.get("round_id"));
        }
        if (operation.path().endsWith("/todos")) {
            return "{\"items\":[{\"item_id\":1,\"state\":\"picked\"}]}";
        }
        return operation.path().endsWith("/stamp") ? "{\"status\":\"SHOPPING\"}" : Api.prompt("카레");
    }

    private static List<String> parameters(String path) {
        List<String> parameters = new ArrayList<>();
        Matcher matcher = PARAMETER.matcher(path);
        while (matcher.find()) {
            parameters.add(matcher.group(1));
        }
        assertThat(OWNED).as("parameters whose owners this test knows").containsAll(parameters);
        return parameters;
    }

    private static Map<String, String> with(Map<String, String> ids, String name, String value) {
        Map<String, String> changed = new HashMap<>(ids);
        changed.put(name, value);
        return changed;
    }

    @Test
    void kickoffShouldHideChatsAndRoundsThatAreSomebodyElses() {
        Tenant tenant = database.newTenant("ko", 1000);
        Api api = owner.withKey(tenant.key());
        String profile = api.newProfile();
        Kickoff mine = api.kickOff(profile, "오늘 저녁 카레 땡기는데");
        api.awaitCompleted(profile, mine.chat());
        Kickoff mineToo = api.kickOff(profile, "김치찌개 먹고 싶어");
        api.awaitCompleted(profile, mineToo.chat());
        String otherProfile = api.newProfile();
        Kickoff others = api.kickOff(otherProfile, "오늘 저녁 카레 땡기는데");
        api.awaitCompleted(otherProfile, others.chat());
        long balance = database.balance(tenant);

        List<String> bodies = new ArrayList<>();
        bodies.add(Api.followUp(others.chat(), "더 맵게"));
        bodies.add(Api.refinement(others.chat(), others.round(), "더 맵게"));
        bodies.add(Api.refinement(mine.chat(), mineToo.round(), "더 맵게"));
        bodies.add(Api.refinement(mine.chat(), others.round(), "더 맵게"));
        bodies.add(Api.refinement(mine.chat(), UUID.randomUUID().toString(), "더 맵게"));
        bodies.add(Api.followUp(UUID.randomUUID().toString(), "더 맵게"));
        for (String malformed : List.of("", " ", "c_91ab", "018f0c5e7b3a7c1e8a2b3c4d5e6f7a8b", "\\u0001")) {
            bodies.add("{\"prompt\":\"더 맵게\",\"chat_id\":\"%s\"}".formatted(malformed));
            bodies.add(
                    "{\"prompt\":\"더 맵게\",\"chat_id\":\"%s\",\"round_id\":\"%s\"}".formatted(mine.chat(), malformed));
        }
        for (String body : bodies) {
            Reply reply = api.post(Api.recommend(profile), body).expect(404);
            assertThat(reply.withoutRequestId()).as(body).isEqualTo(notFound);
        }
        assertThat(database.balance(tenant)).isEqualTo(balance);
    }

    @Test
    void kickoffShouldHideChatSessionsThatAreSomebodyElses() {
        Tenant tenant = database.newTenant("ko", 1000);
        Api api = owner.withKey(tenant.key());
        String profile = api.newProfile();
        api.chatSession(profile);
        String otherProfile = api.newProfile();
        String others = api.chatSession(otherProfile);
        Kickoff chat = api.kickOff(profile, "오늘 저녁 카레 땡기는데");
        api.awaitCompleted(profile, chat.chat());
        long balance = database.balance(tenant);

        for (String session : List.of(
                others,
                chat.chat(),
                UUID.randomUUID().toString(),
                "",
                " ",
                "s_91ab",
                "018f0c5e7b3a7c1e8a2b3c4d5e6f7a8b")) {
            Reply reply = api.post(Api.recommend(profile), Api.inSession(session, "카레"))
                    .expect(404);
            assertThat(reply.withoutRequestId()).as(session).isEqualTo(notFound);
        }
        assertThat(database.balance(tenant)).isEqualTo(balance);
    }

    private static String session(String profile) {
        return "/v1/profile/" + profile + "/session";
    }
}
