package com.ones1ght.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ones1ght.bootstrap.e2e.Api.Kickoff;
import com.ones1ght.bootstrap.e2e.Database.Tenant;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What nginx tells the gateway about its clients, with the configuration of the guide: their address, and the path. */
@ExtendWith({Nginx.Installed.class, SharedServer.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NginxForwardingIT {

    private final PackagedServer server;
    private final Tenant tenant;
    private Nginx nginx;
    private Api api;
    private Kickoff kickoff;

    NginxForwardingIT(PackagedServer server) {
        this.server = server;
        this.tenant = new Database(server).newTenant("ko", 100);
    }

    @BeforeAll
    void completeARoundThroughNginx(@TempDir Path folder) throws IOException {
        nginx = Nginx.start(folder, server.baseUrl());
        api = new Api(nginx.baseUrl(), tenant.key());
        String profile = api.newProfile();
        kickoff = api.kickOff(profile, "오늘 저녁 카레 땡기는데");
        api.awaitCompleted(profile, kickoff.chat());
    }

    @AfterAll
    void stopNginx() {
        nginx.close();
    }

    /** By an address of this machine that is no proxy. */
    @Test
    void clientsShouldBeKnownByTheirOwnAddresses() throws IOException {
        String path = kickoff.chatPath();
        try (Socket client = new Socket()) {
            client.bind(new InetSocketAddress("127.0.0.77", 0));
            client.connect(new InetSocketAddress(
                    "127.0.0.1", URI.create(nginx.baseUrl()).getPort()));
            RawHttp.write(
                    client,
                    "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-Request-Id: by-77\r\n"
                            + "Authorization: Bearer " + api.key() + "\r\nX-Forwarded-For: 6.6.6.6\r\n"
                            + "Forwarded: for=6.6.6.6\r\n\r\n");
            client.getInputStream().readAllBytes();
        }
        await("the access log")
                .until(() -> server.log().contains("com.ones1ght.access 127.0.0.77 GET " + path + " 200 "));
        assertThat(server.log().lines().filter(line -> line.contains(" by-77 ")))
                .hasSize(1)
                .allMatch(line -> line.matches(".* 200 [1-9][0-9]* [0-9]+ by-77 " + tenant.code() + "( \\[.*])?"));
    }

    @Test
    void gatewayShouldWorkBelowAPath() throws IOException {
        Api below = new Api(nginx.baseUrl() + "/gateway", tenant.key());

        assertThat(below.get(kickoff.chatPath()).expect(200).text())
                .isEqualTo(api.get(kickoff.chatPath()).text());
        assertThat(below.get(kickoff.roundPath() + "/events").expect(200).text())
                .contains("id: 1.end");
        assertThat(below.sendUnchecked("GET", "/docs/openapi.json", Map.of())
                        .json()
                        .at("/servers/0/url")
                        .asText())
                .isEqualTo("/gateway");
        assertThat(api.sendUnchecked("GET", "/docs/openapi.json", Map.of("X-Forwarded-Prefix", "/evil"))
                        .json()
                        .at("/servers/0/url")
                        .asText())
                .isEqualTo("/");
        assertThat(below.sendUnchecked("GET", "/demo", Map.of()).text()).contains("href=\"assets/");
        assertThat(below.sendUnchecked("GET", "/demo/", Map.of()).header("Location"))
                .contains("../demo");
        Reply session = below.sendUnchecked("POST", "/demo/session", Map.of("Origin", nginx.baseUrl()));
        assertThat(session.data().get("feed").asText()).isEqualTo("demo/feed");
        try (StreamReader feed = StreamReader.connect(
                below.baseUrl() + "/" + session.data().get("feed").asText(),
                session.data().get("token").asText(),
                null)) {
            assertThat(feed).isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/metrics", "//metrics", "/%6detrics", "/health/ready", "/v1/system/tenants", "/v1/../metrics"})
    void internalPathsShouldNotBeReachableBelowAPathEither(String path) {
        Api operator = api.withKey(SharedServer.SYSTEM_KEY);

        RawHttp.send(operator, "GET /gateway" + path + " HTTP/1.1", List.of(), new byte[0])
                .expect(404);
    }
}
