package com.ones1ght.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.ones1ght.adapters.persistence.access.HmacProfileTokens;
import com.ones1ght.bootstrap.e2e.Api.Kickoff;
import com.ones1ght.bootstrap.e2e.Database.KeyState;
import com.ones1ght.bootstrap.e2e.Database.Tenant;
import com.ones1ght.domain.access.ApiKeyId;
import com.ones1ght.domain.access.Scope;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.profile.ProfileToken;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an app can do with the token of a profile, and until when. */
@ExtendWith(SharedServer.class)
class ProfileTokensIT {

    private static final String CURRY = "오늘 저녁 카레 땡기는데";

    private Database database;
    private Tenant tenant;
    private Api byKey;
    private String profile;
    private Api byToken;

    @BeforeEach
    void issue(PackagedServer server) {
        database = new Database(server);
        tenant = database.newTenant("ko", 100);
        byKey = new Api(server.baseUrl(), tenant.key());
        profile = byKey.newProfile();
        byToken = byKey.withKey(byKey.token(profile));
    }

    @Test
    void tokenShouldDoForItsProfileWhatItsKeyDoes() {
        byToken.get("/v1/profile/" + profile).expect(200);
        byToken.put("/v1/persona/" + profile, "{\"age\":32}").expect(200);
        String session = byToken.chatSession(profile);
        byToken.get("/v1/persona/" + profile + "/status").expect(200);
        byToken.get(Api.chatPath(profile, session)).expect(200);
        Kickoff chat = byToken.kickOff(profile, CURRY);
        byToken.awaitCompleted(profile, chat.chat());
        byToken.get(Api.recommend(profile)).expect(200);
        byToken.get(chat.chatPath() + "/" + chat.round() + "/barcodes").expect(200);
        byToken.post(
                        "/v1/chat/" + profile + "/trigger/signage",
                        "{\"chat_id\":\"%s\",\"round_id\":\"%s\"}".formatted(chat.chat(), chat.round()))
                .expect(202);
        byToken.get("/v1/profile/" + profile + "/events").expect(200);
        assertThat(byToken.get("/v1/store/main/plan").expect(200).data().get("sections"))
                .hasSize(15);
        byToken.get("/v1/store/nowhere/plan").expect(404, "NOT_FOUND");
        byToken.delete("/v1/profile/" + profile).expect(200);

        byToken.get("/v1/profile/" + profile).expect(404, "NOT_FOUND");
        byKey.post("/v1/profile/" + profile + "/token", "{}").expect(404, "NOT_FOUND");
    }

    @Test
    void tokenShouldNeitherMakeProfilesOrTokensNorOpenAnyAdministration() {
        byToken.post("/v1/profile", "{}").expect(403, "FORBIDDEN");
        byToken.post("/v1/persona", "{}").expect(403, "FORBIDDEN");
        byToken.post("/v1/profile/" + profile + "/token", "{}").expect(403, "FORBIDDEN");
        byToken.get("/v1/admin/keys").expect(403, "FORBIDDEN");
        byToken.get("/v1/admin/stream").expect(403, "FORBIDDEN");
        byToken.get("/v1/system/tenants").expect(403, "FORBIDDEN");
    }

    @Test
    void tokenShouldHaveTheScopesThatItWasIssuedFor() {
        String text = byKey.post("/v1/persona/" + profile + "/token", "{\"scopes\":[\"chat\"]}")
                .expect(201)
                .data()
                .get("token")
                .asText();
        Api forChats = byKey.withKey(text);

        forChats.get(Api.recommend(profile)).expect(200);
        forChats.get("/v1/profile/" + profile).expect(403, "FORBIDDEN");
        Api profilesOnly = byKey.withKey(database.newKey(tenant, KeyState.ACTIVE, "PROFILE"));
        profilesOnly
                .post("/v1/profile/" + profilesOnly.newProfile() + "/token", "{\"scopes\":[\"profile\",\"chat\"]}")
                .expect(400, "INVALID_REQUEST");
        byKey.withKey(database.newKey(tenant, KeyState.ACTIVE, "CHAT"))
                .post("/v1/profile/" + profile + "/token", "{}")
                .expect(403, "FORBIDDEN");
    }

    @Test
    void anotherTokenOfTheProfileShouldReplayAndThatOfAnotherProfileShouldNot() {
        Map<String, String> headers = Map.of("Content-Type", "application/json", "Idempotency-Key", "once");
        byte[] body = Api.prompt(CURRY).getBytes(StandardCharsets.UTF_8);
        Reply first =
                byToken.send("POST", Api.recommend(profile), headers, body).expect(202);
        Api renewed = byKey.withKey(byKey.token(profile));
        Api ofAnother = byKey.withKey(byKey.token(byKey.newProfile()));

        Reply again =
                renewed.send("POST", Api.recommend(profile), headers, body).expect(202);

        assertThat(again.data()).isEqualTo(first.data());
        assertThat(again.header("Idempotent-Replayed")).contains("true");
        ofAnother.send("POST", Api.recommend(profile), headers, body).expect(404, "NOT_FOUND");
    }

    @Test
    void validationShouldTellTheTokensOwnTimes() {
        JsonNode state = byToken.get("/v1/validation").expect(200).data();

        assertThat(state.get("key_type").asText()).isEqualTo("profile_token");
        assertThat(state.get("status").asText()).isEqualTo("active");
        assertThat(state.get("tenant_code").asText()).isEqualTo(tenant.code());
        assertThat(state.get("key_prefix").asText()).isEqualTo(byToken.key().substring(0, 12));
        assertThat(Instant.parse(state.get("expires_at").asText()))
                .isEqualTo(Instant.parse(state.get("created_at").asText()).plusSeconds(900));
    }

    @Test
    void tokenShouldEndByItselfAndShowThatItHas() {
        Api expired = byKey.withKey(signed(Instant.now().minusSeconds(1)));
        Api valid = byKey.withKey(signed(Instant.now().plusSeconds(30)));

        valid.get("/v1/profile/" + profile).expect(200);
        Reply refused = expired.get("/v1/profile/" + profile).expect(401, "INVALID_API_KEY");

        assertThat(refused.header("WWW-Authenticate")).contains("Bearer");
        assertThat(refused.withoutRequestId())
                .isEqualTo(byKey.withKey(byToken.key() + "x")
                        .get("/v1/profile/" + profile)
                        .expect(401, "INVALID_API_KEY")
                        .withoutRequestId());
        assertThat(expired.get("/v1/validation")
                        .expect(200)
                        .data()
                        .get("status")
                        .asText())
                .isEqualTo("expired");
    }

    @Test
    void tokenShouldOpenNothingOnceItsProfileIsErased() {
        byToken.get("/v1/store/main/plan").expect(200);

        byToken.delete("/v1/profile/" + profile).expect(200);

        for (String path : List.of(
                "/v1/store/main/plan",
                "/v1/profile/" + profile,
                "/v1/persona/" + profile + "/status",
                Api.recommend(profile),
                "/v1/chat/" + profile + "/nowhere")) {
            byToken.get(path).expect(404, "NOT_FOUND");
        }
        byKey.get("/v1/store/main/plan").expect(200);
    }

    @Test
    void tokenShouldEndWithItsKeyAndRestWhileTheOpenApiIsOff() {
        byToken.get("/v1/profile/" + profile).expect(200);
        database.update("UPDATE tenant SET open_api_enabled = false WHERE id = ?", tenant.id());
        await().untilAsserted(() -> byToken.get("/v1/profile/" + profile).expect(403, "FORBIDDEN"));
        database.update("UPDATE tenant SET open_api_enabled = true WHERE id = ?", tenant.id());
        await().untilAsserted(() -> byToken.get("/v1/profile/" + profile).expect(200));

        database.update("UPDATE api_key SET revoked_at = now() WHERE tenant_id = ?", tenant.id());

        await().untilAsserted(() -> byToken.get("/v1/profile/" + profile).expect(401, "INVALID_API_KEY"));
        assertThat(byToken.get("/v1/validation")
                        .expect(200)
                        .data()
                        .get("status")
                        .asText())
                .isEqualTo("revoked");
    }

    /** A token as the server itself would have signed it, at another time. */
    private String signed(Instant expiresAt) {
        Instant end = expiresAt.truncatedTo(ChronoUnit.SECONDS);
        ProfileToken token = new ProfileToken(
                new ApiKeyId(UUID.fromString(
                        database.string("SELECT id::text FROM api_key WHERE tenant_id = ?", tenant.id()))),
                new ProfileId(UUID.fromString(profile)),
                Set.of(Scope.PROFILE, Scope.CHAT),
                end.minusSeconds(60),
                end);
        return new HmacProfileTokens(List.of(database.string("SELECT secret FROM token_secret")))
                .sign(token, tenant.code());
    }
}
