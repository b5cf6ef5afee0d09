package com.ones1ght.adapters.rest.visit;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.adapters.rest.FakeGateway;
import com.ones1ght.adapters.rest.FakeVisits;
import com.ones1ght.adapters.rest.TestServer;
import com.ones1ght.application.visit.PersonaStatus;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.NotFoundException;
import com.ones1ght.domain.visit.Stage;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PersonaStatusResourceTest {

    private static final String STATUS = "/v1/persona/" + FakeGateway.ID + "/status";

    private final FakeGateway gateway = new FakeGateway();
    private final TestServer server = new TestServer(gateway);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void idleShopperIsReadyAndTheRestIsNull() {
        HttpResponse<String> response = server.call("GET", STATUS);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo(shown("READY", "null", "null"));
    }

    @Test
    void threadIsShownOnlyWhileTheShopperIsAtChat() {
        String at = "\"2026-04-17T10:00:00Z\"";
        show(Stage.CHAT);
        assertThat(server.call("GET", STATUS).body()).isEqualTo(shown("CHAT", "\"" + FakeVisits.VISIT + "\"", at));
        show(new Stage("SHOPPING"));
        assertThat(server.call("GET", STATUS).body()).isEqualTo(shown("SHOPPING", "null", at));
    }

    @Test
    void profileHasNoStatusAndAStrangersIsNotFound() {
        HttpResponse<String> none = server.call("GET", "/v1/profile/" + FakeGateway.ID + "/status");
        assertThat(none.statusCode()).isEqualTo(404);
        gateway.visits().failWith(new NotFoundException());
        assertThat(server.call("GET", STATUS).body()).isEqualTo(none.body());
        assertThat(server.call("GET", "/v1/persona/p_91ab/status").body()).isEqualTo(none.body());
    }

    private void show(Stage stage) {
        gateway.visits()
                .show(new PersonaStatus(new ProfileId(FakeGateway.ID), stage, FakeVisits.VISIT, FakeVisits.STARTED));
    }

    private static String shown(String status, String thread, String lastActiveAt) {
        return "{\"success\":true,\"data\":{\"persona_id\":\"" + FakeGateway.ID + "\",\"status\":\"" + status
                + "\",\"current_thread_id\":" + thread + ",\"last_active_at\":" + lastActiveAt + "}}";
    }
}
