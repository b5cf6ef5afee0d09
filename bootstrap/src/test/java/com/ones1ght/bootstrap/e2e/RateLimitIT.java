package com.ones1ght.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ones1ght.application.shared.port.AtOnce;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How often somebody may come, by what the product sets if nobody does. */
class RateLimitIT {

    private static PackagedServer server;

    private final Api api = Api.demo(server);

    @BeforeAll
    static void start() {
        server = PackagedServer.start(Map.of(
                "ones1ght.rate-limit.profile", "50",
                "ones1ght.rate-limit.profile-burst", "200",
                "ones1ght.rate-limit.failed-authentications", "300",
                "ones1ght.stream.max-streams", "2"));
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
    }

    @Test
    void whoeverTriesKeysShouldBeSlowedDownAndWhoHasOneShouldNot() {
        Api stranger = api.withKey("osk_demo_" + "0".repeat(64));

        List<Integer> statuses = AtOnce.on(8, i -> {
            int status = 401;
            for (int n = 0; n < 100 && status == 401; n++) {
                status = stranger.get("/v1/profile/x").status();
            }
            return status;
        });

        assertThat(statuses).contains(429).doesNotContain(200, 500);
        assertThat(stranger.get("/v1/profile/x").expect(429, "RATE_LIMITED").header("Retry-After"))
                .isPresent();
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
}
