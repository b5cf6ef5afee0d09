package com.ones1ght.adapters.rest.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.adapters.rest.FakeGateway;
import com.ones1ght.adapters.rest.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ValidationResourceTest {

    private final TestServer server = new TestServer(new FakeGateway());

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void stateOfTheKeyIsShownWithMilliseconds() {
        assertThat(server.call("GET", "/v1/validation").body()).isEqualTo(shown("active"));
    }

    @Test
    void expiredKeyIsToldSo() {
        String key = "Bearer " + FakeGateway.EXPIRED_KEY;
        assertThat(server.call("GET", "/v1/validation", "Authorization", key).body())
                .isEqualTo(shown("expired"));
    }

    @Test
    void tokenIsToldItsOwnTimes() {
        assertThat(server.call("GET", "/v1/validation", "Authorization", "Bearer " + FakeGateway.TOKEN)
                        .body())
                .isEqualTo("""
                {"success":true,"data":{"status":"active","key_type":"profile_token","key_prefix":"ost_two_AwOE",\
                "tenant_code":"two","created_at":"2026-04-17T05:36:28.000Z","expires_at":"2026-04-17T05:51:28.000Z"}}""");
    }

    private static String shown(String status) {
        return """
                {"success":true,"data":{"status":"%s","key_type":"client_sdk","key_prefix":"osk_two_708f",\
                "tenant_code":"two","created_at":"2026-04-17T05:36:28.123Z","expires_at":"2026-06-16T05:36:28.000Z"}}""".formatted(status);
    }
}
