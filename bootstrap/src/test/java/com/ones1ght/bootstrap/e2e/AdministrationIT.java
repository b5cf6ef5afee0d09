package com.ones1ght.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.ones1ght.adapters.llm.llmdemo.LlmDemoServer;
import com.ones1ght.bootstrap.e2e.Api.Kickoff;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From the operator who takes a tenant in to the admins who make keys, set things and see who did what. */
class AdministrationIT {

    private static final String SYSTEM_KEY = "the-operators-key-of-the-end-to-end-tests";
    private static final String ISSUER = "https://id.example";

    @TempDir
    private static Path folder;

    private static PackagedServer server;
    private static PackagedServer second;
    private static LlmDemoServer model;
    private static RSAKey provider;

    private final Api operator = new Api(server.baseUrl(), SYSTEM_KEY);
    private String code;
    private String adminKey;
    private Api admin;

    @BeforeAll
    static void start() throws Exception {
        provider = new RSAKeyGenerator(2048).keyID("one").generate();
        Path keys = Files.writeString(folder.resolve("keys.json"), new JWKSet(provider.toPublicJWK()).toString());
        model = SocketBackends.model(Duration.ZERO);
        Map<String, String> settings = new HashMap<>();
        settings.put("ones1ght.system.key", SYSTEM_KEY);
        settings.put("mp.jwt.verify.publickey.location", keys.toUri().toString());
        settings.put("mp.jwt.verify.issuer", ISSUER);
        settings.put("ones1ght.model-urls", model.base().toString());
        settings.put("ones1ght.round.poll-interval", "PT0.1S");
        server = PackagedServer.start(settings);
        second = server.startSecondNode(settings);
    }

    @AfterAll
    static void stop() {
        if (second != null) {
            second.close();
        }
        if (server != null) {
            server.close();
        }
        model.close();
    }

    @BeforeEach
    void takeATenantIn() {
        code = "t" + HexFormat.of().toHexDigits(new SecureRandom().nextLong());
        JsonNode created = operator.post(
                        "/v1/system/tenants",
                        "{\"tenant_code\":\"%s\",\"name\":\"A market\",\"default_locale\":\"ja\",\"credits\":1000}"
                                .formatted(code))
                .expect(201)
                .data();
        assertThat(created.get("tenant_code").asText()).isEqualTo(code);
        adminKey = created.get("admin_key").asText();
        admin = operator.withKey(adminKey);
    }

    private JsonNode newKey(String json) {
        return admin.post("/v1/admin/keys", json).expect(201).data();
    }

    private Api client() {
        return operator.withKey(newKey("{\"name\":\"app\"}").get("key").asText());
    }

    private static JsonNode byId(JsonNode list, String field, String id) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(one -> one.get(field).asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static String token(String tenant, List<String> groups, Instant until) throws Exception {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build(),
                new JWTClaimsSet.Builder()
                        .issuer(ISSUER)
                        .subject("jane")
                        .expirationTime(Date.from(until))
                        .claim("tenant", tenant)
                        .claim("groups", groups)
                        .build());
        token.sign(new RSASSASigner(provider));
        return token.serialize();
    }

    @Test
    void aNewTenantShouldBeListedWithItsCreditsAndBeAbleToWork() {
        JsonNode listed = byId(operator.get("/v1/system/tenants").expect(200).data(), "tenant_code", code);
        assertThat(listed.get("credits").asLong()).isEqualTo(1000);
        assertThat(listed.get("default_locale").asText()).isEqualTo("ja");
        assertThat(listed.get("open_api_enabled").asBoolean()).isTrue();

        Api client = client();
        String profile = client.newProfile("{\"name\":\"Sato\"}");
        Kickoff kickoff = client.kickOff(profile, "カレー");
        JsonNode round = Api.last(client.awaitCompleted(profile, kickoff.chat()));

        assertThat(round.at("/todos/intro_message").asText())
                .as("the tenant's language")
                .containsPattern("[\\p{IsHiragana}\\p{IsKatakana}]");
        assertThat(admin.get("/v1/admin/credits")
                        .expect(200)
                        .data()
                        .get("balance")
                        .asLong())
                .isEqualTo(999);
        JsonNode ledger =
                admin.get("/v1/admin/credits/ledger?order=asc").expect(200).data();
        assertThat(ledger.get("items"))
                .extracting(entry -> entry.get("reason").asText() + " " + entry.get("balance_after"))
                .containsExactly("initial credits 1000", "charge 999");
        assertThat(ledger.at("/items/1/round_id").asText()).isEqualTo(kickoff.round());
    }

    @Test
    void aCodeThatExistsOrHasAnotherFormShouldBeRefused() {
        operator.post("/v1/system/tenants", "{\"tenant_code\":\"%s\",\"name\":\"x\"}".formatted(code))
                .expect(409, "CONFLICT");
        for (String bad : List.of("", "A", "a-b", "a".repeat(33), "é")) {
            operator.post("/v1/system/tenants", "{\"tenant_code\":%s,\"name\":\"x\"}".formatted(Json.quoted(bad)))
                    .expect(400, "INVALID_REQUEST");
        }
        for (String body : List.of(
                "{\"tenant_code\":\"x\"}",
                "{\"tenant_code\":\"x\",\"name\":\" \"}",
                "{\"tenant_code\":\"x\",\"name\":\"x\",\"credits\":-1}",
                "{\"tenant_code\":\"x\",\"name\":\"x\",\"credits\":1.5}",
                "{\"tenant_code\":\"x\",\"name\":\"x\",\"default_locale\":\"fr\"}")) {
            operator.post("/v1/system/tenants", body).expect(400, "INVALID_REQUEST");
        }
    }

    @Test
    void creditsShouldBeGivenAndTakenButNeverBelowZero() {
        String path = "/v1/system/tenants/" + code + "/credits";
        assertThat(operator.post(path, "{\"amount\":5,\"reason\":\"bought\"}")
                        .expect(200)
                        .data()
                        .get("balance")
                        .asLong())
                .isEqualTo(1005);
        operator.post(path, "{\"amount\":-1006,\"reason\":\"back\"}").expect(409, "CONFLICT");
        operator.post(path, "{\"amount\":0,\"reason\":\"none\"}").expect(400, "INVALID_REQUEST");
        operator.post(path, "{\"amount\":1}").expect(400, "INVALID_REQUEST");
        operator.post("/v1/system/tenants/nobody/credits", "{\"amount\":1,\"reason\":\"x\"}")
                .expect(404, "NOT_FOUND");

        assertThat(admin.get("/v1/admin/credits").data().get("balance").asLong())
                .isEqualTo(1005);
    }

    @Test
    void theOperatorShouldLetATenantInAgainThatHasNoAdminKeyLeft() {
        String path = "/v1/system/tenants/" + code + "/admin-keys";
        new Database(server)
                .update(
                        "UPDATE api_key SET expires_at = created_at + interval '1 ms' WHERE tenant_id ="
                                + " (SELECT id FROM tenant WHERE code = ?)",
                        code);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> admin.get("/v1/admin/keys").status() == 401);

        JsonNode key = operator.post(path, "{\"name\":\"again\",\"expires_in_days\":7}")
                .expect(201)
                .data();

        assertThat(key.get("type").asText()).isEqualTo("admin");
        Api again = operator.withKey(key.get("key").asText());
        assertThat(again.get("/v1/admin/keys").expect(200).data()).hasSize(2);
        assertThat(again.get("/v1/admin/audit")
                        .expect(200)
                        .data()
                        .at("/items/0/action")
                        .asText())
                .isEqualTo("key_created");
        operator.post(path, "{}").expect(400, "INVALID_REQUEST");
        operator.post(path, "{\"name\":\"x\",\"expires_in_days\":8}").expect(400, "INVALID_REQUEST");
        operator.post("/v1/system/tenants/nobody/admin-keys", "{\"name\":\"x\"}")
                .expect(404, "NOT_FOUND");
        again.post(path, "{\"name\":\"x\"}").expect(403, "FORBIDDEN");
    }

    @Test
    void aTenantWithoutTheOpenApiShouldKeepItsAdministrationAndNothingElse() {
        Api client = client();
        client.newProfile();

        JsonNode changed = operator.send(
                        "PATCH", "/v1/system/tenants/" + code, "{\"open_api_enabled\":false,\"name\":\"Another name\"}")
                .expect(200)
                .data();

        assertThat(changed.get("name").asText()).isEqualTo("Another name");
        client.get("/v1/profile/x").expect(403, "FORBIDDEN");
        admin.get("/v1/admin/keys").expect(200);
        operator.send("PATCH", "/v1/system/tenants/" + code, "{\"open_api_enabled\":true}")
                .expect(200);
        client.newProfile();
        operator.send("PATCH", "/v1/system/tenants/nobody", "{}").expect(404, "NOT_FOUND");
        operator.send("PATCH", "/v1/system/tenants/" + code, "{\"open_api_enabled\":\"no\"}")
                .expect(400, "INVALID_REQUEST");
    }

    @Test
    void aKeyShouldHaveItsScopesAndItsTerm() {
        JsonNode chatOnly = newKey("{\"name\":\"chat\",\"scopes\":[\"chat\"],\"expires_in_days\":7}");
        assertThat(chatOnly.get("scopes")).isEqualTo(Json.read("[\"chat\"]"));
        operator.withKey(chatOnly.get("key").asText()).post("/v1/profile", "{}").expect(403, "FORBIDDEN");
        JsonNode forever = newKey("{\"name\":\"forever\",\"expires_in_days\":null}");
        assertThat(forever.get("expires_at").isNull()).isTrue();

        for (String body : List.of(
                "{}",
                "{\"name\":\"x\",\"expires_in_days\":8}",
                "{\"name\":\"x\",\"expires_in_days\":\"7\"}",
                "{\"name\":\"x\",\"scopes\":[]}",
                "{\"name\":\"x\",\"scopes\":[\"all\"]}",
                "{\"name\":\"x\",\"scopes\":[1]}",
                "{\"name\":\"x\",\"type\":\"system\"}",
                "{\"name\":\"x\",\"type\":\"admin\",\"scopes\":[\"chat\"]}",
                "{\"name\":\"x\",\"type\":\"admin\",\"succeeds\":\"k_91ab\"}",
                "{\"name\":\"x\",\"scopes\":[],\"succeeds\":\"k_91ab\"}")) {
            admin.post("/v1/admin/keys", body).expect(400, "INVALID_REQUEST");
        }
        admin.post("/v1/admin/keys", "{\"name\":\"x\",\"succeeds\":\"k_91ab\"}").expect(404, "NOT_FOUND");
        for (JsonNode theirs : operator.withKey(server.adminKey())
                .get("/v1/admin/keys")
                .expect(200)
                .data()) {
            admin.post("/v1/admin/keys", "{\"name\":\"x\",\"succeeds\":%s}".formatted(theirs.get("key_id")))
                    .expect(404, "NOT_FOUND");
        }
    }

    @Test
    void aRevokedKeyShouldOpenNothingAtOnceHereAndSoonElsewhere() {
        JsonNode key = newKey("{\"name\":\"app\"}");
        String id = key.get("key_id").asText();
        Api here = operator.withKey(key.get("key").asText());
        Api there = new Api(second.baseUrl(), key.get("key").asText());
        here.newProfile();
        there.newProfile();

        assertThat(admin.delete("/v1/admin/keys/" + id).expect(200).data())
                .isEqualTo(Json.read("{\"key_id\":\"%s\",\"status\":\"revoked\"}".formatted(id)));

        here.post("/v1/profile", "{}").expect(401, "INVALID_API_KEY");
        await().atMost(Duration.ofSeconds(10))
                .until(() -> there.post("/v1/profile", "{}").status() == 401);
        assertThat(here.get("/v1/validation").expect(200).data().get("status").asText())
                .isEqualTo("revoked");
        admin.delete("/v1/admin/keys/" + id).expect(200);
        admin.delete("/v1/admin/keys/k_91ab").expect(404, "NOT_FOUND");
    }

    @Test
    void bothKeysOfALineShouldReachItsProfilesUntilTheOldOneIsRevoked() {
        JsonNode old = newKey("{\"name\":\"old\"}");
        Api withOld = operator.withKey(old.get("key").asText());
        String profile = withOld.newProfile();
        JsonNode next = newKey("{\"name\":\"new\",\"succeeds\":\"%s\"}"
                .formatted(old.get("key_id").asText()));
        Api withNew = operator.withKey(next.get("key").asText());
        JsonNode last = newKey("{\"name\":\"newer\",\"succeeds\":\"%s\"}"
                .formatted(next.get("key_id").asText()));

        withNew.get("/v1/profile/" + profile).expect(200);
        withOld.get("/v1/profile/" + profile).expect(200);
        client().get("/v1/profile/" + profile).expect(404, "NOT_FOUND");
        admin.delete("/v1/admin/keys/" + old.get("key_id").asText()).expect(200);
        withOld.get("/v1/profile/" + profile).expect(401, "INVALID_API_KEY");
        withNew.get("/v1/profile/" + profile).expect(200);
        operator.withKey(last.get("key").asText()).get("/v1/profile/" + profile).expect(200);
    }

    @Test
    void keysShouldBeListedWithoutSecretsAndWithTheirLastUse() {
        JsonNode key = newKey("{\"name\":\"app\"}");
        operator.withKey(key.get("key").asText()).newProfile();

        assertThat(admin.get("/v1/admin/keys").expect(200).text())
                .doesNotContain(key.get("key").asText(), adminKey);
        await().atMost(Duration.ofSeconds(60)).until(() -> !byId(
                        admin.get("/v1/admin/keys").data(),
                        "key_id",
                        key.get("key_id").asText())
                .get("last_used_at")
                .isNull());
    }

    @Test
    void streamsShouldEndWithTheKeyOrTokenThatOpenedThem() throws Exception {
        JsonNode key = newKey("{\"name\":\"wall\",\"type\":\"admin\"}");
        // Clocks may differ by half a minute.
        String token = token(code, List.of("tenant-admin"), Instant.now().minusSeconds(20));
        try (EventReader stays = EventReader.connect(server.baseUrl(), adminKey, null);
                EventReader revoked =
                        EventReader.connect(server.baseUrl(), key.get("key").asText(), null);
                EventReader expired = EventReader.connect(server.baseUrl(), token, null)) {
            admin.delete("/v1/admin/keys/" + key.get("key_id").asText()).expect(200);

            await().atMost(Duration.ofSeconds(60)).until(() -> revoked.hasEnded() && expired.hasEnded());
            assertThat(stays.hasEnded()).isFalse();
        }
    }

    @Test
    void theLastAdminKeyShouldStay() {
        String only = admin.get("/v1/admin/keys").data().at("/0/key_id").asText();
        admin.delete("/v1/admin/keys/" + only).expect(409, "CONFLICT");

        JsonNode other = newKey("{\"name\":\"other\",\"type\":\"admin\"}");
        operator.withKey(other.get("key").asText())
                .delete("/v1/admin/keys/" + only)
                .expect(200);
        admin.get("/v1/admin/keys").expect(401, "INVALID_API_KEY");
    }

    @Test
    void settingsShouldHoldForWhateverBeginsAfterThem() {
        assertThat(admin.get("/v1/admin/settings").expect(200).data())
                .isEqualTo(Json.read(
                        "{\"default_locale\":\"ja\",\"session_flow\":null,\"signage_timeout_seconds\":null}"));
        String wanted = "{\"default_locale\":\"en\",\"session_flow\":[\"READY\",\"CHAT\",\"PAY\"],"
                + "\"signage_timeout_seconds\":45}";

        assertThat(admin.put("/v1/admin/settings", wanted).expect(200).data()).isEqualTo(Json.read(wanted));

        assertThat(admin.get("/v1/admin/settings").data()).isEqualTo(Json.read(wanted));
        Api client = client();
        String profile = client.newProfile("{}");
        client.post("/v1/profile/" + profile + "/session/start", null).expect(200);
        client.stamp(profile, "ELSEWHERE").expect(409, "INVALID_STAGE");
        Kickoff kickoff = client.kickOff(profile, "curry");
        assertThat(Api.last(client.awaitCompleted(profile, kickoff.chat()))
                        .at("/todos/intro_message")
                        .asText())
                .containsPattern("[a-z]");
        for (String bad : List.of(
                "{}",
                "{\"default_locale\":\"fr\"}",
                "{\"default_locale\":\"ko\",\"session_flow\":[\"CHAT\"]}",
                "{\"default_locale\":\"ko\",\"session_flow\":[\"READY\",\"CHAT\",\"A\",\"A\"]}",
                "{\"default_locale\":\"ko\",\"session_flow\":\"READY\"}",
                "{\"default_locale\":\"ko\",\"signage_timeout_seconds\":0}",
                "{\"default_locale\":\"ko\",\"signage_timeout_seconds\":86401}")) {
            admin.put("/v1/admin/settings", bad).expect(400, "INVALID_REQUEST");
        }
    }

    @Test
    void aModelThatRefusesShouldBeKnownToTheAdminAndToNobodyElse() {
        String wanted =
                "{\"name\":\"x\",\"type\":\"open_api\",\"backend\":\"openai\",\"url\":\"%s\",\"model\":\"cook-1\","
                        + "\"active\":true}";
        admin.post("/v1/admin/models", wanted.formatted(model.base())).expect(201);
        Api client = client();
        String profile = client.newProfile();
        Kickoff kickoff = client.kickOff(profile, "카레");

        JsonNode shown = Api.last(client.poll(profile, kickoff.chat(), Api::lastIsSettled));

        assertThat(shown.get("last_error").asText()).isEqualTo("meal_suggest failed: upstream error");
        assertThat(shown.has("upstream")).isFalse();
        JsonNode upstream = admin.get("/v1/admin/chats/" + kickoff.chat())
                .expect(200)
                .data()
                .at("/rounds/0/upstream");
        assertThat(upstream.get("status").asInt()).isEqualTo(404);
        assertThat(upstream.get("backend").asText()).startsWith("openai");
        assertThat(upstream.get("model").asText()).isEqualTo("cook-1");
        assertThat(server.log() + second.log()).containsPattern("WARN.*\\R?.*" + kickoff.round() + ".*cook-1.*404");
    }

    @Test
    void theActiveModelForClientsShouldAnswerAndTheStaffsShouldNot() {
        int before = model.kickoffs();
        Api client = client();
        String profile = client.newProfile();
        JsonNode staff = admin.post(
                        "/v1/admin/models",
                        "{\"name\":\"staff\",\"type\":\"tenant_chat\",\"backend\":\"llm-demo\",\"url\":\"%s\",\"active\":true}"
                                .formatted(model.base()))
                .expect(201)
                .data();
        client.awaitCompleted(profile, client.kickOff(profile, "카레").chat());
        assertThat(model.kickoffs()).isEqualTo(before);

        String wanted =
                "{\"name\":\"ours\",\"type\":\"open_api\",\"backend\":\"llm-demo\",\"url\":\"%s\",\"active\":true}"
                        .formatted(model.base());
        JsonNode ours = admin.post("/v1/admin/models", wanted).expect(201).data();
        // The other runs of this installation remember for two seconds that there was none.
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            client.awaitCompleted(profile, client.kickOff(profile, "카레").chat());
            return model.kickoffs() > before;
        });

        assertThat(admin.get("/v1/admin/models").expect(200).data()).hasSize(2);
        assertThat(admin.put(
                                "/v1/admin/models/" + ours.get("model_id").asText(),
                                "{\"name\":\"ours\",\"type\":\"open_api\",\"backend\":\"embedded\"}")
                        .expect(200)
                        .data()
                        .get("active")
                        .asBoolean())
                .isFalse();
        admin.delete("/v1/admin/models/" + staff.get("model_id").asText()).expect(200);
        admin.delete("/v1/admin/models/" + staff.get("model_id").asText()).expect(404, "NOT_FOUND");
        admin.put("/v1/admin/models/m_91ab", wanted).expect(404, "NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"x\",\"type\":\"open_api\",\"backend\":\"llm-demo\",\"url\":\"http://169.254.169.254/\"}",
                "{\"name\":\"x\",\"type\":\"open_api\",\"backend\":\"openai\",\"secret_ref\":\"main\"}",
                "{\"name\":\"x\",\"type\":\"open_api\",\"backend\":\"oracle\"}",
                "{\"name\":\"x\",\"type\":\"open_api\",\"backend\":\"LLM-DEMO\"}",
                "{\"name\":\"x\",\"type\":\"open_api\",\"backend\":\"\"}",
                "{\"name\":\"x\",\"type\":\"everybody\",\"backend\":\"openai\"}",
                "{\"name\":\"x\",\"type\":\"open_api\",\"backend\":\"embedded\",\"model\":\"m\"}",
                "{\"type\":\"open_api\",\"backend\":\"embedded\"}"
            })
    void aModelThatTheOperatorDoesNotAllowShouldBeRefused(String body) {
        admin.post("/v1/admin/models", body).expect(400, "INVALID_REQUEST");
    }

    @Test
    void theAuditLogShouldTellWhoDidWhatWhen() {
        newKey("{\"name\":\"app\"}");
        admin.put("/v1/admin/settings", "{\"default_locale\":\"ko\"}").expect(200);
        operator.post("/v1/system/tenants/" + code + "/credits", "{\"amount\":1,\"reason\":\"bought\"}")
                .expect(200);

        JsonNode page = admin.get("/v1/admin/audit?order=asc").expect(200).data();

        assertThat(page.get("items"))
                .extracting(entry -> entry.get("action").asText() + " by "
                        + entry.at("/actor/kind").asText())
                .containsExactly(
                        "tenant_created by system",
                        "key_created by system",
                        "key_created by admin_key",
                        "settings_changed by admin_key",
                        "credits_changed by system");
        assertThat(page.toString()).doesNotContain(adminKey);
        admin.get("/v1/admin/audit?limit=0").expect(400, "INVALID_REQUEST");
    }

    @Test
    void theFiguresShouldTellWhatHappened() {
        Api client = client();
        String profile = client.newProfile();
        Kickoff kickoff = client.kickOff(profile, "카레");
        JsonNode round = Api.last(client.awaitCompleted(profile, kickoff.chat()));
        String coupon = round.at("/notifications/coupon/0/rec_id").asText();
        for (String kind : List.of("issued", "redeemed", "redeemed", "redeemed")) {
            client.post(
                            "/v1/chat/" + profile + "/trigger/coupon",
                            "{\"chat_id\":\"%s\",\"round_id\":\"%s\",\"rec_id\":\"%s\",\"kind\":\"%s\"}"
                                    .formatted(kickoff.chat(), kickoff.round(), coupon, kind))
                    .expect(202);
        }
        client.post(
                        "/v1/chat/" + profile + "/trigger/signage",
                        "{\"chat_id\":\"%s\",\"round_id\":\"%s\"}".formatted(kickoff.chat(), kickoff.round()))
                .expect(202);

        JsonNode figures = admin.get("/v1/admin/analytics").expect(200).data();

        assertThat(figures.at("/total/rounds").asInt()).isEqualTo(1);
        assertThat(figures.at("/total/errors").asInt()).isZero();
        assertThat(figures.at("/total/step_latencies/step4/p95_ms").isNumber()).isTrue();
        assertThat(figures.at("/total/coupon_redeem_rate").asDouble()).isEqualTo(1);
        assertThat(figures.at("/total/ad_impressions").asInt())
                .isEqualTo(round.at("/notifications/ad/items").size());
        assertThat(figures.at("/total/events/COUPON_REDEEMED").asInt()).isEqualTo(3);
        assertThat(figures.get("days")).hasSizeBetween(30, 32);
        assertThat(Instant.parse(figures.get("to").asText()))
                .as("the end of the current hour")
                .isAfter(Instant.now().minusSeconds(60))
                .isEqualTo(Instant.parse(figures.get("from").asText()).plus(30, ChronoUnit.DAYS))
                .matches(to -> to.equals(to.truncatedTo(ChronoUnit.HOURS)));
        assertThat(figures.at("/top_items/0/events").asInt()).isEqualTo(4);
        assertThat(figures.at("/top_items/0/reasons/0/ja").asText()).isNotBlank();
        admin.get("/v1/admin/analytics?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z")
                .expect(400, "INVALID_REQUEST");
        admin.get("/v1/admin/analytics?from=yesterday").expect(400, "INVALID_REQUEST");
    }

    @Test
    void theTenantShouldSeeItsConversationsAndWhatWentOnBehindThem() {
        Api client = client();
        String profile = client.newProfile();
        Kickoff first = client.kickOff(profile, "카레");
        client.awaitCompleted(profile, first.chat());
        client.post(
                        "/v1/chat/" + profile + "/recommend",
                        "{\"prompt\":\"매운 걸로\",\"chat_id\":\"%s\"}".formatted(first.chat()))
                .expect(202);
        JsonNode rounds = client.awaitCompleted(profile, first.chat()).get("rounds");
        String session = client.chatSession(profile);
        Kickoff other = client.kickOff(client.newProfile(), "김치찌개");

        JsonNode page = admin.get("/v1/admin/chats?order=asc&status=completed&profile_id=" + profile)
                .expect(200)
                .data();
        JsonNode chat = admin.get("/v1/admin/chats/" + first.chat()).expect(200).data();

        assertThat(page.at("/pageInfo/total").asInt()).isEqualTo(1);
        assertThat(page.at("/items/0/chat_id").asText()).isEqualTo(first.chat());
        assertThat(page.at("/items/0/status").asText()).isEqualTo("completed");
        assertThat(page.at("/items/0/total_rounds").asInt()).isEqualTo(2);
        assertThat(chat.get("session").isNull()).isTrue();
        assertThat(chat.get("rounds")).hasSize(2);
        for (int i = 0; i < 2; i++) {
            JsonNode round = chat.get("rounds").get(i);
            assertThat(round.get("todos")).isEqualTo(rounds.get(i).get("todos"));
            assertThat(round.get("recommended_items")).isEqualTo(rounds.get(i).get("recommended_items"));
            assertThat(round.at("/notifications/coupon"))
                    .isEqualTo(rounds.get(i).at("/notifications/coupon"));
            assertThat(round.at("/raw/step1/recipe_title"))
                    .isEqualTo(round.at("/todos/recipe_title"))
                    .isNotNull();
            assertThat(round.at("/raw/step4").isObject()).isTrue();
            long total = round.at("/latencies/total_ms").asLong();
            long steps = 0;
            for (int step = 1; step <= 4; step++) {
                assertThat(round.at("/latencies/step" + step + "_ms").isIntegralNumber())
                        .isTrue();
                steps += round.at("/latencies/step" + step + "_ms").asLong();
            }
            assertThat(total).isBetween(steps, steps + 4);
        }
        assertThat(admin.get("/v1/admin/chats").expect(200).text()).contains(first.chat(), other.chat());
        admin.get("/v1/admin/chats?status=done").expect(400, "INVALID_REQUEST");
        admin.get("/v1/admin/chats?from=yesterday").expect(400, "INVALID_REQUEST");
        admin.get("/v1/admin/chats/" + session).expect(404, "NOT_FOUND");
    }

    @Test
    void theOperatorShouldSeeWhatSignagesCouldNotBeToldAndSendItAgain() {
        Api client = client();
        String profile = client.newProfile();
        Kickoff kickoff = client.kickOff(profile, "카레");
        client.awaitCompleted(profile, kickoff.chat());
        Database database = new Database(server);
        String delivery = database.parkedDelivery(profile, kickoff.chat(), kickoff.round());
        String parked = "/v1/system/tenants/" + code + "/parked-deliveries";

        JsonNode listed = operator.get(parked).expect(200).data();

        assertThat(listed).hasSize(1);
        assertThat(listed.at("/0/delivery_id").asText()).isEqualTo(delivery);
        assertThat(listed.at("/0/reason").asText()).isEqualTo("the store was away");
        assertThat(listed.toString()).doesNotContain(profile);
        await().untilAsserted(() ->
                assertThat(metric("ones1ght_signage_deliveries_parked")).isGreaterThanOrEqualTo(1));
        operator.post("/v1/system/tenants/nobody/parked-deliveries/" + delivery + "/resend", "")
                .expect(404, "NOT_FOUND");
        operator.post(parked + "/0/resend", "").expect(404, "NOT_FOUND");

        operator.post(parked + "/" + delivery + "/resend", "").expect(202);

        await().untilAsserted(() -> assertThat(
                        database.number("SELECT count(*) FROM signage_outbox WHERE id = ?", UUID.fromString(delivery)))
                .isZero());
        operator.post(parked + "/" + delivery + "/resend", "").expect(404, "NOT_FOUND");
        JsonNode written = admin.get("/v1/admin/audit").expect(200).data().at("/items/0");
        assertThat(written.get("action").asText()).isEqualTo("delivery_resent");
        assertThat(written.at("/subject/id").asText()).isEqualTo(delivery);
    }

    private static double metric(String name) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.baseUrl() + "/metrics"))
                .header("Accept", "text/plain")
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofString())
                .body()
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElse(-1);
    }

    @Test
    void aTokenOfTheProviderShouldOpenTheAdministrationOfItsTenantAlone() throws Exception {
        Instant soon = Instant.now().plusSeconds(600);
        Api jane = operator.withKey(token(code, List.of("tenant-admin"), soon));

        JsonNode key = jane.post("/v1/admin/keys", "{\"name\":\"by token\"}")
                .expect(201)
                .data();
        operator.withKey(key.get("key").asText()).newProfile();
        assertThat(jane.get("/v1/admin/audit").expect(200).data().at("/items/0/actor"))
                .isEqualTo(Json.read("{\"kind\":\"token\",\"id\":\"jane\"}"));
        try (EventReader stream = EventReader.connect(server.baseUrl(), jane.key(), null)) {
            assertThat(stream.events()).isEmpty();
        }
        jane.post("/v1/profile", "{}").expect(403, "FORBIDDEN");
        jane.get("/v1/system/tenants").expect(403, "FORBIDDEN");
        operator.withKey(token(code, List.of("staff"), soon))
                .get("/v1/admin/keys")
                .expect(403, "FORBIDDEN");
        operator.withKey(token("nobody", List.of("tenant-admin"), soon))
                .get("/v1/admin/keys")
                .expect(401, "INVALID_API_KEY");
        operator.withKey(token(code, List.of("tenant-admin"), Instant.now().minusSeconds(120)))
                .get("/v1/admin/keys")
                .expect(401, "INVALID_API_KEY");
    }

    /** Every operation that is published, asked by everybody: who is let in, who is not, and who is nobody. */
    @TestFactory
    Stream<DynamicTest> everyCredentialShouldOpenItsOwnPartAndNoOther() throws Exception {
        Instant soon = Instant.now().plusSeconds(600);
        Map<String, String> roles = new LinkedHashMap<>();
        roles.put("client", newKey("{\"name\":\"all\"}").get("key").asText());
        roles.put(
                "client for profiles",
                newKey("{\"name\":\"p\",\"scopes\":[\"profile\"]}").get("key").asText());
        roles.put(
                "client for chats",
                newKey("{\"name\":\"c\",\"scopes\":[\"chat\"]}").get("key").asText());
        Api app = client();
        roles.put("profile token", app.token(app.newProfile()));
        roles.put("admin", adminKey);
        roles.put("token", token(code, List.of("tenant-admin"), soon));
        roles.put("token of staff", token(code, List.of("staff"), soon));
        roles.put("operator", SYSTEM_KEY);
        JsonNode revoked = newKey("{\"name\":\"revoked\"}");
        admin.delete("/v1/admin/keys/" + revoked.get("key_id").asText()).expect(200);
        roles.put("revoked key", revoked.get("key").asText());
        roles.put("unknown key", "osk_" + code + "_" + "0".repeat(64));
        roles.put("unknown admin key", "oak_" + code + "_" + "0".repeat(64));
        roles.put("nobody", null);
        return PublishedApi.of(server.baseUrl()).operations().stream()
                .filter(operation -> !operation.path().equals("/v1/validation"))
                .filter(operation -> !operation.path().equals("/v1/admin/stream"))
                .flatMap(operation -> roles.entrySet().stream()
                        .map(role -> dynamicTest(
                                role.getKey() + ": " + operation.method() + " " + operation.path(),
                                () -> assertLetIn(operation, role.getKey(), role.getValue()))));
    }

    private void assertLetIn(PublishedApi.Operation operation, String role, String credential) {
        // Ids of nothing, and no body that means anything: whoever is let in does no harm.
        String path = operation.path().replaceAll("\\{[a-z_]+}", "0");
        boolean hasBody = List.of("POST", "PUT", "PATCH").contains(operation.method());
        Reply reply = operation.method().equals("POST") && path.equals("/v1/profile")
                ? operator.withKey(credential).post(path, "[]")
                : operator.withKey(credential).send(operation.method(), path, hasBody ? "[]" : null);
        String expected = expected(operation.path(), role);
        switch (expected) {
            case "in" -> assertThat(reply.status()).as(reply.text()).isNotIn(401, 403, 429, 500);
            case "forbidden" -> reply.expect(403, "FORBIDDEN");
            default -> reply.expect(401, "INVALID_API_KEY");
        }
    }

    private static String expected(String path, String role) {
        if (List.of("revoked key", "unknown key", "unknown admin key", "nobody").contains(role)) {
            return "unknown";
        }
        if (role.equals("profile token") && (path.split("/").length == 3 || path.endsWith("/token"))) {
            return "forbidden";
        }
        String part = path.split("/")[2];
        boolean isIn =
                switch (part) {
                    case "profile", "persona" ->
                        Set.of("client", "client for profiles", "profile token").contains(role);
                    case "chat", "store" ->
                        Set.of("client", "client for chats", "profile token").contains(role);
                    case "admin" -> role.equals("admin") || role.equals("token");
                    case "system" -> role.equals("operator");
                    default -> throw new AssertionError("nobody has said who may use " + path);
                };
        return isIn ? "in" : "forbidden";
    }

    @Test
    void whatOpensOnePartShouldOpenNoOther() {
        Api client = client();
        String[] system = {"/v1/system/tenants", "/v1/system/tenants/x", "/v1/system/x"};
        String[] administration = {
            "/v1/admin/keys",
            "/v1/admin/credits",
            "/v1/admin/credits/ledger",
            "/v1/admin/settings",
            "/v1/admin/models",
            "/v1/admin/audit",
            "/v1/admin/events",
            "/v1/admin/chats",
            "/v1/admin/x"
        };
        for (String path : system) {
            admin.get(path).expect(403, "FORBIDDEN");
            client.get(path).expect(403, "FORBIDDEN");
            operator.withKey(null).get(path).expect(401, "INVALID_API_KEY");
        }
        for (String path : administration) {
            client.get(path).expect(403, "FORBIDDEN");
            operator.get(path).expect(403, "FORBIDDEN");
            operator.withKey(null).get(path).expect(401, "INVALID_API_KEY");
        }
        operator.get("/v1/profile/x").expect(403, "FORBIDDEN");
        admin.get("/v1/chat/x/recommend").expect(403, "FORBIDDEN");
        operator.get("/v1/nowhere").expect(404, "NOT_FOUND");
    }
}
