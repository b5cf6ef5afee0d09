package com.ones1ght.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ones1ght.application.shared.port.AtOnce;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let in, how often and from where, by what the product sets if nobody does. */
class LimitsIT {

    private static PackagedServer server;

    private final Api api = Api.demo(server);

    @BeforeAll
    static void start() {
        server = PackagedServer.start(Map.of(
                "ones1ght.rate-limit.profile", "50",
                "ones1ght.rate-limit.profile-burst", "200",
                "ones1ght.rate-limit.failed-authentications", "300",
                "ones1ght.stream.max-streams", "2",
                "ones1ght.stream.heartbeat", "PT1S",
                "ones1ght.cors.origins", "https://shop.example, https://admin.example"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aShopperWhoRushesShouldBeSlowedDownAndNobodyElse() {
        String rushing = api.newProfile();
        String other = api.newProfile();

        List<Reply> replies = AtOnce.on(8, i -> {
            Reply last = null;
            for (int n = 0; n < 200 && (last == null || last.status() == 200); n++) {
                last = api.get("/v1/profile/" + rushing);
            }
            return last;
        });

        Reply refused = replies.stream()
                .filter(reply -> reply.status() == 429)
                .findFirst()
                .orElseThrow()
                .expect(429, "RATE_LIMITED");
        assertThat(Integer.parseInt(refused.header("Retry-After").orElseThrow()))
                .isPositive();
        assertThat(refused.header("RateLimit").orElseThrow()).startsWith("\"profile\";r=0");
        assertThat(refused.header("RateLimit-Policy")).contains("\"profile\";q=200;w=4");
        Reply calm = api.get("/v1/profile/" + other).expect(200);
        assertThat(calm.header("RateLimit").orElseThrow()).startsWith("\"profile\";r=199");
        Reply list = api.get("/v1/chat/" + other + "/recommend").expect(200);
        assertThat(list.header("RateLimit").orElseThrow()).startsWith("\"profile\";r=19");
        assertThat(list.header("RateLimit-Policy")).contains("\"profile\";q=200;w=4");
        String events = "/recommend/" + UUID.randomUUID() + "/" + UUID.randomUUID() + "/events";
        Reply streams = api.get("/v1/chat/" + other + events).expect(404, "NOT_FOUND");
        assertThat(streams.header("RateLimit").orElseThrow()).startsWith("\"profile\";r=19");
        Reply last = streams;
        for (int n = 0; n < 1_000 && last.status() == 404; n++) {
            last = api.get("/v1/chat/" + rushing + events);
        }
        last.expect(429, "RATE_LIMITED");
        assertThat(last.header("Retry-After")).isPresent();
        Reply rushed = api.get("/v1/chat/" + rushing + "/recommend");
        for (int n = 0; n < 1_000 && rushed.status() == 200; n++) {
            rushed = api.get("/v1/chat/" + rushing + "/recommend");
        }
        rushed.expect(429, "RATE_LIMITED");
        assertThat(rushed.header("RateLimit").orElseThrow()).startsWith("\"profile\";r=0");
    }

    @Test
    void whoeverTriesKeysShouldBeSlowedDownAndWhoHasOneShouldNot() {
        Api stranger = api.withKey("osk_demo_" + "0".repeat(64));

        List<Reply> replies = AtOnce.on(8, i -> {
            Reply last = stranger.get("/v1/profile/x");
            for (int n = 0; n < 100 && last.status() == 401; n++) {
                last = stranger.get("/v1/profile/x");
            }
            return last;
        });

        assertThat(replies).extracting(Reply::status).isSubsetOf(401, 429);
        Reply refused = replies.stream()
                .filter(reply -> reply.status() == 429)
                .findFirst()
                .orElseThrow();
        assertThat(refused.expect(429, "RATE_LIMITED").header("Retry-After")).isPresent();
        api.newProfile();
    }

    @Test
    void aNodeShouldHoldAsManyStreamsAsItMayAndNoMore() {
        String adminKey = server.adminKey();
        Api admin = api.withKey(adminKey);
        EventReader first = EventReader.connect(server.baseUrl(), adminKey, null);
        try (EventReader second = EventReader.connect(server.baseUrl(), adminKey, null)) {
            Reply refused = admin.get("/v1/admin/stream").expect(503, "UNAVAILABLE");
            assertThat(refused.header("Retry-After")).isPresent();
            assertThat(second.hasEnded()).isFalse();
            first.close();
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                try (EventReader third = EventReader.connect(server.baseUrl(), adminKey, null)) {
                    assertThat(third.comments()).isPositive();
                }
            });
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/profile/x",
                "/v1/chat/x/recommend",
                "/v1/admin/keys",
                "/v1/admin/stream",
                "/v1/chat/x/recommend/x/x/events",
                "/v1/system/tenants",
                "/v1/nowhere"
            })
    void pagesOfAllowedOriginsShouldBeLetInAndOthersNot(String path) {
        for (String origin : List.of("https://shop.example", "https://admin.example")) {
            Map<String, String> preflight = Map.of("Origin", origin, "Access-Control-Request-Method", "GET");
            Reply asked = api.withKey(null).send("OPTIONS", path, preflight, null);
            assertThat(asked.status()).isEqualTo(204);
            assertThat(asked.header("Access-Control-Allow-Origin")).contains(origin);
            assertThat(asked.header("Access-Control-Allow-Methods").orElseThrow())
                    .contains("GET", "PATCH", "DELETE");
            assertThat(asked.header("Access-Control-Allow-Headers").orElseThrow())
                    .contains("Authorization", "Idempotency-Key", "Last-Event-ID", "traceparent", "tracestate");
            Reply refused = api.withKey(null).send("GET", path, Map.of("Origin", origin), null);
            assertThat(refused.status())
                    .as("not let in, or not looked at any more")
                    .isIn(401, 403, 429);
            assertThat(refused.header("Access-Control-Allow-Origin")).contains(origin);
            assertThat(refused.header("Access-Control-Expose-Headers").orElseThrow())
                    .contains("X-Request-Id", "Retry-After", "Idempotent-Replayed", "RateLimit-Policy");
            assertThat(refused.header("Vary").orElseThrow()).contains("Origin");
        }
        Reply foreign = api.send("GET", path, Map.of("Origin", "https://shop.example.evil.example"), null);
        assertThat(foreign.header("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void withoutASystemKeyNothingShouldOpenTheOperatorsPart() {
        for (String key : List.of(server.adminKey(), server.sdkKey(), "s".repeat(40))) {
            api.withKey(key).get("/v1/system/tenants").expect(403, "FORBIDDEN");
        }
        api.withKey(null).get("/v1/system/tenants").expect(403, "FORBIDDEN");
    }
}
