package com.ones1ght.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The sessions and the feed of the demonstration's page. */
@ExtendWith(SharedServer.class)
class DemoSessionIT {

    @Test
    void sessionShouldBeForPagesOfThisGatewayOnly(PackagedServer server) throws Exception {
        HttpResponse<String> foreign = session(server, "Origin", "https://evil.example");
        HttpResponse<String> crossSite = session(server, "Sec-Fetch-Site", "cross-site");
        HttpResponse<String> own = session(server, "Origin", server.baseUrl());

        assertThat(foreign.statusCode()).isEqualTo(403);
        assertThat(crossSite.statusCode()).isEqualTo(403);
        assertThat(own.statusCode()).isEqualTo(200);
        assertThat(own.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(own.body())
                .contains("\"token\":\"ost_demo_", "\"feed\":\"demo/feed\"")
                .doesNotContain("osk_");
    }

    @Test
    void sessionShouldKeepItsProfileWhenItIsRenewed(PackagedServer server) throws Exception {
        JsonNode first = opened(server);
        JsonNode renewed =
                opened(server, "Authorization", "Bearer " + first.get("token").textValue());
        JsonNode other = opened(server, "Authorization", "Bearer ost_demo_nonsense");

        assertThat(renewed.get("profile_id")).isEqualTo(first.get("profile_id"));
        assertThat(other.get("profile_id")).isNotEqualTo(first.get("profile_id"));
    }

    private static JsonNode opened(PackagedServer server, String... headers) throws Exception {
        List<String> all = new ArrayList<>(List.of("Origin", server.baseUrl()));
        all.addAll(List.of(headers));
        return Json.read(session(server, all.toArray(String[]::new)).body()).get("data");
    }

    @Test
    void feedShouldBeRefusedToKeysAndWithoutAToken(PackagedServer server) throws Exception {
        assertThat(feed(server, "Bearer " + server.sdkKey())).isEqualTo(403);
        assertThat(feed(server, "Bearer nonsense")).isEqualTo(401);
    }

    @Test
    void feedShouldEndWithItsProfile(PackagedServer server) throws Exception {
        JsonNode session = opened(server);
        String token = session.get("token").textValue();
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.baseUrl() + "/demo/feed"))
                .header("Authorization", "Bearer " + token)
                .build();
        HttpResponse<InputStream> feed =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
        assertThat(feed.statusCode()).isEqualTo(200);
        CompletableFuture<String> read = CompletableFuture.supplyAsync(() -> toItsEnd(feed));

        new Api(server.baseUrl(), server.sdkKey())
                .delete("/v1/profile/" + session.get("profile_id").textValue())
                .expect(200);

        assertThat(feed(server, "Bearer " + token)).isEqualTo(404);
        assertThat(read).succeedsWithin(Duration.ofSeconds(30));
    }

    private static String toItsEnd(HttpResponse<InputStream> response) {
        try (InputStream body = response.body()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int feed(PackagedServer server, String authorization) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.baseUrl() + "/demo/feed"))
                .header("Authorization", authorization)
                .build();
        HttpResponse<InputStream> response =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
        response.body().close();
        return response.statusCode();
    }

    @Test
    void sessionWhoseProfileWasDeletedShouldBeFollowedByAFreshOne(PackagedServer server) throws Exception {
        JsonNode first = Json.read(
                        session(server, "Sec-Fetch-Site", "same-origin").body())
                .get("data");
        String profile = first.get("profile_id").asText();
        String token = first.get("token").asText();
        new Api(server.baseUrl(), token).delete("/v1/profile/" + profile).expect(200);

        HttpResponse<String> next =
                session(server, "Sec-Fetch-Site", "same-origin", "Authorization", "Bearer " + token);

        assertThat(next.statusCode()).isEqualTo(200);
        assertThat(Json.read(next.body()).at("/data/profile_id").asText())
                .isNotEmpty()
                .isNotEqualTo(profile);
    }

    @Test
    void profileShouldHaveAFewFeedsAtOnceOnly(PackagedServer server) throws Exception {
        String token = Json.read(
                        session(server, "Sec-Fetch-Site", "same-origin").body())
                .at("/data/token")
                .asText();
        HttpRequest feed = HttpRequest.newBuilder(URI.create(server.baseUrl() + "/demo/feed"))
                .headers("Authorization", "Bearer " + token, "Accept", "text/event-stream")
                .build();
        List<HttpResponse<InputStream>> feeds = new ArrayList<>();
        try {
            for (int i = 0; i < 5; i++) {
                feeds.add(HttpClient.newHttpClient().send(feed, HttpResponse.BodyHandlers.ofInputStream()));
            }

            assertThat(feeds).extracting(HttpResponse::statusCode).containsExactly(200, 200, 200, 200, 503);
        } finally {
            for (HttpResponse<InputStream> open : feeds) {
                open.body().close();
            }
        }
    }

    private static HttpResponse<String> session(PackagedServer server, String... headers) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.baseUrl() + "/demo/session"))
                .headers(headers)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
