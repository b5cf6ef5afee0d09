package com.ones1ght.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** A client of the API with a profile of its own. */
final class Shopper {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final String key;
    private final String profile;

    Shopper(String baseUrl, String key) throws IOException, InterruptedException {
        this.key = key;
        this.profile = call(baseUrl + "/v1/profile", "{\"name\":\"Kim\",\"locale\":\"en\"}")
                .path("profile_id")
                .asText();
    }

    /** Asks, and returns the path of the chat once the question is accepted. */
    String ask(String baseUrl, String prompt) throws IOException, InterruptedException {
        JsonNode accepted = call(
                baseUrl + "/v1/chat/" + profile + "/recommend",
                JSON.createObjectNode().put("prompt", prompt).toString());
        return "/v1/chat/" + profile + "/recommend/" + accepted.path("chat_id").asText();
    }

    /** Waits until the last round of a chat is completed. */
    void awaitCompleted(String baseUrl, String chat) {
        await("the round to be completed").atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(
                        call(baseUrl + chat, null).findValuesAsText("status"))
                .contains("completed"));
    }

    private JsonNode call(String url, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + key);
        if (body != null) {
            request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
        }
        var response = client.send(request.build(), BodyHandlers.ofString());
        JsonNode answer = JSON.readTree(response.body());
        assertThat(answer.path("success").asBoolean()).as(response.body()).isTrue();
        return answer.path("data");
    }
}
