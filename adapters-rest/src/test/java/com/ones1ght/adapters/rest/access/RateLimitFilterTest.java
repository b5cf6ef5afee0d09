package com.ones1ght.adapters.rest.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.adapters.rest.FakeGateway;
import com.ones1ght.adapters.rest.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RateLimitFilterTest {

    private static final String ONE = "/v1/profile/" + FakeGateway.ID;

    private static TestServer server(long profileBurst, long perKey) {
        return new TestServer(new FakeGateway(), new RateLimits(1, profileBurst, perKey, 0, 5));
    }

    @Test
    void whoComesTooOftenShouldBeToldToWait() {
        try (TestServer server = server(3, 0)) {
            for (int left = 2; left >= 0; left--) {
                HttpResponse<String> answer = server.call("GET", ONE);
                assertThat(answer.statusCode()).isEqualTo(404);
                assertThat(answer.headers().firstValue("RateLimit").orElse("")).startsWith("\"profile\";r=" + left);
            }

            HttpResponse<String> refused = server.call("GET", ONE);

            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.body()).contains("\"code\":\"RATE_LIMITED\"");
            assertThat(refused.headers().firstValue("Retry-After")).contains("1");
            assertThat(refused.headers().firstValue("RateLimit-Policy")).contains("\"profile\";q=3;w=3");
            assertThat(server.call("GET", "/v1/profile/" + UUID.randomUUID()).statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void theNamesOfOneProfileShouldCountTogetherWhateverThePath() {
        try (TestServer server = server(2, 0)) {
            server.call("GET", ONE + "/nowhere");
            server.call("GET", "/v1/persona/" + FakeGateway.ID.toString().toUpperCase(Locale.ROOT));

            assertThat(server.call("GET", "/v1/chat/" + FakeGateway.ID + "/recommend")
                            .statusCode())
                    .isEqualTo(429);
        }
    }

    @Test
    void allStoresShouldCountTogetherForAKey() {
        try (TestServer server = server(3, 0)) {
            assertThat(server.call("GET", "/v1/store/main/plan").headers().firstValue("RateLimit"))
                    .hasValueSatisfying(state -> assertThat(state).startsWith("\"profile\";r=2"));
            server.call("GET", "/v1//store;x=1/" + UUID.randomUUID() + "/plan");
            server.call("GET", "/v1/store/other/nowhere");

            HttpResponse<String> refused = server.call("GET", "/v1/store/" + UUID.randomUUID() + "/plan");

            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValue("Retry-After")).contains("1");
            assertThat(server.call("GET", ONE).statusCode()).as("a profile").isEqualTo(404);
        }
    }

    @Test
    void positionsShouldHaveALimitOfTheirOwn() {
        String positions = "/v1/chat/" + FakeGateway.ID + "/trigger/position";
        try (TestServer server = server(1, 0)) {
            server.call("GET", ONE);
            assertThat(server.call("GET", ONE).statusCode()).isEqualTo(429);

            for (int left = 4; left >= 0; left--) {
                HttpResponse<String> answer = server.callWithJson("POST", positions, "{}");
                assertThat(answer.statusCode()).isEqualTo(400);
                assertThat(answer.headers().firstValue("RateLimit").orElse("")).startsWith("\"position\";r=" + left);
            }
            HttpResponse<String> refused = server.callWithJson("POST", positions + "/;x=1", "{}");
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValue("Retry-After")).contains("1");
            assertThat(refused.headers().firstValue("RateLimit-Policy")).contains("\"position\";q=5;w=1");
        }
    }

    @Test
    void positionsShouldNotCountTowardsTheOtherLimit() {
        try (TestServer server = server(1, 0)) {
            for (int i = 0; i < 6; i++) {
                server.callWithJson("POST", "/v1/chat/" + FakeGateway.ID + "/trigger/position", "{}");
            }
            assertThat(server.call("GET", ONE).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void whoIsNotLetInShouldBeToldThatFirst() {
        try (TestServer server = server(1, 0)) {
            server.call("GET", ONE);
            server.call("GET", ONE);

            assertThat(server.call("GET", ONE, "Authorization", "Bearer unknown")
                            .statusCode())
                    .isEqualTo(401);
            assertThat(server.call("GET", ONE, "Authorization", "Bearer " + FakeGateway.CHAT_ONLY_KEY)
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void aKeyShouldHaveALimitWhereOneIsSet() {
        try (TestServer server = server(1_000, 1)) {
            for (int i = 0; i < 4; i++) {
                assertThat(server.callWithJson("POST", "/v1/profile", "{}").statusCode())
                        .isEqualTo(200);
            }
            assertThat(server.callWithJson("POST", "/v1/profile", "{}").statusCode())
                    .isEqualTo(429);
        }
    }

    @Test
    void preflightsShouldCountForNobody() {
        try (TestServer server = server(1, 1)) {
            for (int i = 0; i < 10; i++) {
                assertThat(server.send(
                                        "OPTIONS",
                                        ONE,
                                        BodyPublishers.noBody(),
                                        "Origin",
                                        "https://shop.example",
                                        "Access-Control-Request-Method",
                                        "GET")
                                .statusCode())
                        .isEqualTo(204);
            }
        }
    }

    @Test
    void tokenShouldHaveTheQuotaOfItsOwnProfileWhateverItsBearerNames() {
        String token = "Bearer " + FakeGateway.TOKEN;
        String other = "/v1/profile/" + UUID.randomUUID();
        try (TestServer server = server(2, 0)) {
            server.call("GET", other, "Authorization", token);
            server.call("GET", "/v1/store/main/plan", "Authorization", token);

            assertThat(server.call("GET", ONE, "Authorization", token).statusCode())
                    .isEqualTo(429);
            assertThat(server.call("GET", ONE).statusCode()).isEqualTo(429);
            assertThat(server.call("GET", other).statusCode()).isEqualTo(404);
        }
    }
}
