package com.ones1ght.adapters.rest.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.adapters.rest.FakeGateway;
import com.ones1ght.adapters.rest.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileTokenResourceTest {

    private static final String TOKEN = "Bearer " + FakeGateway.TOKEN;

    private final FakeGateway gateway = new FakeGateway();
    private final TestServer server = new TestServer(gateway);
    private String profile;

    @BeforeEach
    void createProfile() {
        String created = server.callWithJson("POST", "/v1/profile", "{}").body();
        profile = created.replaceFirst(".*\"profile_id\":\"", "").substring(0, 36);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"profile", "persona"})
    void tokenShouldBeIssuedUnderEitherName(String word) {
        HttpResponse<String> issued =
                server.callWithJson("POST", path(word), "{\"expires_in_seconds\":60,\"scopes\":[\"chat\"]}");

        assertThat(issued.statusCode()).isEqualTo(201);
        assertThat(issued.body())
                .isEqualTo("{\"success\":true,\"data\":{\"token\":\"ost_two_[CHAT]\","
                        + "\"expires_at\":\"2026-04-17T05:37:28Z\"}}");
        assertThat(issued.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void bodyMayBeLeftOut() {
        HttpResponse<String> none = server.call("POST", path("profile"));
        HttpResponse<String> empty =
                server.callWithJson("POST", path("profile"), "{\"scopes\":null,\"expires_in_seconds\":null,\"x\":1}");

        assertThat(none.statusCode()).isEqualTo(201);
        assertThat(none.body()).contains("2026-04-17T05:51:28Z").isEqualTo(empty.body());
        for (String absent : new String[] {"null", " null\r\n"}) {
            HttpResponse<String> issued = server.callWithJson("POST", path("profile"), absent);
            assertThat(issued.body()).isEqualTo(none.body());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "nul",
                "null null",
                "\"null\"",
                "{\"expires_in_seconds\":59}",
                "{\"expires_in_seconds\":3601}",
                "{\"expires_in_seconds\":60.5}",
                "{\"expires_in_seconds\":\"60\"}",
                "{\"expires_in_seconds\":99999999999}",
                "{\"scopes\":[]}",
                "{\"scopes\":[\"admin\"]}",
                "{\"scopes\":[\"PROFILE\"]}",
                "{\"scopes\":[null]}",
                "{\"scopes\":\"chat\"}"
            })
    void invalidBodyShouldBeRefusedEvenForAnUnknownProfile(String body) {
        for (String path : new String[] {path("profile"), "/v1/profile/no-uuid/token"}) {
            HttpResponse<String> refused = server.callWithJson("POST", path, body);
            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        }
    }

    @Test
    void scopesThatTheKeyLacksShouldBeRefused() {
        HttpResponse<String> refused = server.callWithJson(
                "POST",
                path("profile"),
                "{\"scopes\":[\"chat\"]}",
                "Authorization",
                "Bearer " + FakeGateway.PROFILE_ONLY_KEY);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("\"field\":\"scopes\"");
    }

    @Test
    void unknownProfileShouldNotBeFound() {
        assertThat(server.call("POST", "/v1/profile/" + UUID.randomUUID() + "/token")
                        .statusCode())
                .isEqualTo(404);
        assertThat(server.call("POST", "/v1/profile/no-uuid/token").statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/profile",
                "/v1/profile/",
                "/v1/persona",
                "/v1/profile;x=1",
                "/v1/profile/0190a000-0000-7000-8000-00000000000a/token",
                "/v1/profile/0190a000-0000-7000-8000-00000000000a/token/",
                "/v1/persona/0190a000-0000-7000-8000-00000000000a/token",
                "/v1/profile/0190a000-0000-7000-8000-00000000000a/%74oken",
                "/v1/profile/no-uuid/token"
            })
    void tokenShouldMakeNeitherProfilesNorTokens(String path) {
        HttpResponse<String> refused = server.callWithJson("POST", path, "{}", "Authorization", TOKEN);

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(403);
        assertThat(refused.body()).contains("\"code\":\"FORBIDDEN\"");
    }

    @Test
    void anotherProfileShouldLookToATokenLikeOneThatDoesNotExist() {
        HttpResponse<String> unknown = server.call("GET", "/v1/profile/" + UUID.randomUUID(), "Authorization", TOKEN);

        for (String path : new String[] {"/v1/profile/" + profile, "/v1/persona/" + profile, "/v1/profile/x"}) {
            HttpResponse<String> foreign = server.call("GET", path, "Authorization", TOKEN);
            assertThat(foreign.statusCode()).isEqualTo(404);
            assertThat(foreign.body()).isEqualTo(unknown.body());
        }
    }

    @Test
    void onlyPostShouldIssue() {
        HttpResponse<String> refused =
                server.send("GET", path("profile"), BodyPublishers.noBody(), "Authorization", key());

        assertThat(refused.statusCode()).isEqualTo(405);
    }

    private static String key() {
        return "Bearer " + FakeGateway.KEY;
    }

    private String path(String word) {
        return "/v1/" + word + "/" + profile + "/token";
    }
}
