package com.ones1ght.adapters.rest.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.adapters.rest.FakeGateway;
import com.ones1ght.adapters.rest.TestServer;
import com.ones1ght.application.store.StorePlan;
import com.ones1ght.application.store.port.StoreFixtures;
import com.ones1ght.domain.store.Location;
import com.ones1ght.domain.store.Signage;
import com.ones1ght.domain.store.StoreId;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StorePlanResourceTest {

    private static final String PLAN = "/v1/store/main/plan";

    private final FakeGateway gateway = new FakeGateway();
    private final TestServer server = new TestServer(gateway);

    @BeforeEach
    void draw() {
        gateway.show(new StorePlan(
                new StoreId("main"),
                StoreFixtures.aPlan(),
                List.of(new Signage(1, "entrance", new Location(2, 1.25, 3)))));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void planIsShownInMetres() {
        assertThat(server.call("GET", PLAN).body()).isEqualTo("""
                {"success":true,"data":{"store_id":"main","name":"Corner shop","width":24.5,"height":20,"sections":[\
                {"section_code":"DL","name":{"ko":"델리","en":"Deli","ja":"惣菜"},"location":{"x":4,"y":4,"radius":3}},\
                {"section_code":"PR","name":{"ko":"Produce","en":"Produce","ja":"Produce"},"location":null}],\
                "signages":[{"signage_no":1,"location":{"x":2,"y":1.25,"radius":3}}]}}""");
    }

    @Test
    void tokensAndKeysForChatsMayReadIt() {
        for (String credential : new String[] {FakeGateway.TOKEN, FakeGateway.CHAT_ONLY_KEY}) {
            assertThat(server.call("GET", PLAN, "Authorization", "Bearer " + credential)
                            .statusCode())
                    .isEqualTo(200);
        }
        for (String credential : new String[] {FakeGateway.PROFILE_ONLY_KEY, FakeGateway.ADMIN_KEY}) {
            assertThat(server.call("GET", PLAN, "Authorization", "Bearer " + credential)
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nowhere", "%20", "MAIN", "%EA%B0%80"})
    void unknownStoreIsNotFound(String store) {
        assertThat(server.call("GET", "/v1/store/" + store + "/plan").statusCode())
                .isEqualTo(404);
    }

    @Test
    void nameThatNoStoreCanHaveIsNotFound() {
        assertThat(server.call("GET", "/v1/store/" + "x".repeat(101) + "/plan").statusCode())
                .isEqualTo(404);
    }

    @Test
    void storeThatIsAwayIsUnavailable() {
        HttpResponse<String> refused;
        try (TestServer away = new TestServer(new FakeGateway())) {
            refused = away.call("GET", PLAN);
        }

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.body()).contains("\"code\":\"UNAVAILABLE\"").doesNotContain("away");
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
    }
}
