package com.ones1ght.adapters.rest.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.adapters.rest.FakeGateway;
import com.ones1ght.adapters.rest.TestServer;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileResourceTest {

    private static final String DOCUMENT = "{ \"name\" : \"佐藤\", \"n\":1.50e2,\"b\":{\"z\":1,\"a\":null} }";

    private final FakeGateway gateway = new FakeGateway();
    private final TestServer server = new TestServer(gateway);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void documentIsKeptAndShownAsItCame() {
        String id = create("\n" + DOCUMENT + " ");
        assertThat(gateway.document(id)).isEqualTo(DOCUMENT);
        assertThat(server.call("GET", "/v1/profile/" + id).body()).isEqualTo(shown(id));
    }

    @Test
    void updateAndDeletionAnswerTheWholeProfile() {
        String id = create("{}");
        assertThat(server.callWithJson("PUT", "/v1/profile/" + id, DOCUMENT).body())
                .isEqualTo(shown(id));
        assertThat(server.call("DELETE", "/v1/profile/" + id).body()).isEqualTo(shown(id));
        HttpResponse<String> gone = server.call("GET", "/v1/profile/" + id);
        assertThat(gone.statusCode()).isEqualTo(404);
        assertThat(server.call("GET", "/v1/profile/no-uuid").body()).isEqualTo(gone.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"x\"", "1", "null", "", "{\"a\":1,\"a\":2}", "{\"a\":1e400}"})
    void onlyASoundObjectIsAProfile(String body) {
        HttpResponse<String> response = server.callWithJson("POST", "/v1/profile", body);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("\"code\":\"INVALID_REQUEST\"");
    }

    @Test
    void olderNameLeadsToTheSameProfilesAndNamesTheirIdsAccordingly() {
        HttpResponse<String> created = server.callWithJson("POST", "/v1/persona", DOCUMENT);
        assertThat(created.statusCode()).isEqualTo(200);
        assertThat(created.body()).matches("\\{\"success\":true,\"data\":\\{\"persona_id\":\"[0-9a-f-]{36}\"}}");
        String id = created.body().replaceFirst(".*\"persona_id\":\"", "").substring(0, 36);
        String path = "/v1/persona/" + id;
        String persona = shown(id).replace("profile_id", "persona_id");
        assertThat(server.call("GET", path).body()).isEqualTo(persona);
        assertThat(server.call("GET", "/v1/profile/" + id).body()).isEqualTo(shown(id));
        assertThat(server.callWithJson("PUT", path, DOCUMENT).body()).isEqualTo(persona);
        assertThat(server.call("DELETE", path).body()).isEqualTo(persona);
        assertThat(server.call("GET", path).statusCode()).isEqualTo(404);
    }

    private String create(String document) {
        HttpResponse<String> response = server.callWithJson("POST", "/v1/profile", document);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).matches("\\{\"success\":true,\"data\":\\{\"profile_id\":\"[0-9a-f-]{36}\"\\}\\}");
        return response.body().replaceFirst(".*\"profile_id\":\"", "").substring(0, 36);
    }

    private static String shown(String id) {
        return "{\"success\":true,\"data\":{\"profile_id\":\"" + id + "\",\"data\":" + DOCUMENT + "}}";
    }
}
