package com.ones1ght.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/** A client app with its key. Every answer it gets is held against the published OpenAPI document. */
final class Api {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    /** One thread is enough for the client's callbacks; the server shall have the cores. */
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();

    private final String baseUrl;
    private final String key;

    Api(String baseUrl, String key) {
        this.baseUrl = baseUrl;
        this.key = key;
    }

    static Api demo(PackagedServer server) {
        return new Api(server.baseUrl(), server.sdkKey());
    }

    Api withKey(String other) {
        return new Api(baseUrl, other);
    }

    String baseUrl() {
        return baseUrl;
    }

    String key() {
        return key;
    }

    Reply get(String path) {
        return send("GET", path, null);
    }

    Reply post(String path, String json) {
        return send("POST", path, json);
    }

    Reply put(String path, String json) {
        return send("PUT", path, json);
    }

    Reply delete(String path) {
        return send("DELETE", path, null);
    }

    Reply send(String method, String path, String json) {
        return send(method, path, json == null ? Map.of() : Map.of("Content-Type", "application/json"), bytes(json));
    }

    Reply send(String method, String path, Map<String, String> headers, byte[] body) {
        try {
            HttpResponse<byte[]> response = HTTP.send(request(method, path, headers, body), BodyHandlers.ofByteArray());
            return reply(method, path, response);
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    Reply get(String path, Map<String, String> headers) {
        return send("GET", path, headers, null);
    }

    CompletableFuture<Reply> getLater(String path, Map<String, String> headers) {
        return HTTP.sendAsync(request("GET", path, headers, null), BodyHandlers.ofByteArray())
                .thenApply(response -> reply("GET", path, response));
    }

    /** Sends without a body, and does not compare the answer with the published document. */
    Reply sendUnchecked(String method, String path, Map<String, String> headers) {
        return sendUnchecked(method, path, headers, null);
    }

    Reply sendUnchecked(String method, String path, Map<String, String> headers, byte[] body) {
        try {
            HttpResponse<byte[]> response = HTTP.send(request(method, path, headers, body), BodyHandlers.ofByteArray());
            return new Reply(method + " " + path, response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends, and holds no thread for the answer. */
    CompletableFuture<Reply> postLater(String path, String json) {
        return HTTP.sendAsync(
                        request("POST", path, Map.of("Content-Type", "application/json"), bytes(json)),
                        BodyHandlers.ofByteArray())
                .thenApply(response -> reply("POST", path, response));
    }

    CompletableFuture<Reply> putLater(String path, String json) {
        return HTTP.sendAsync(
                        request("PUT", path, Map.of("Content-Type", "application/json"), bytes(json)),
                        BodyHandlers.ofByteArray())
                .thenApply(response -> reply("PUT", path, response));
    }

    CompletableFuture<Reply> deleteLater(String path) {
        return HTTP.sendAsync(request("DELETE", path, Map.of(), null), BodyHandlers.ofByteArray())
                .thenApply(response -> reply("DELETE", path, response));
    }

    private HttpRequest request(String method, String path, Map<String, String> headers, byte[] body) {
        EndToEndLogs.note(path, body);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(baseUrl + path))
                .timeout(TIMEOUT)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (key != null && !headers.containsKey("Authorization")) {
            request.header("Authorization", "Bearer " + key);
        }
        headers.forEach(request::header);
        return request.build();
    }

    private Reply reply(String method, String path, HttpResponse<byte[]> response) {
        Reply reply = new Reply(method + " " + path, response.statusCode(), response.headers(), response.body());
        PublishedApi.of(baseUrl).check(method, path, reply);
        return reply;
    }

    private static byte[] bytes(String json) {
        return json == null ? null : json.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    /** A new token of the profile. */
    String token(String profile) {
        return post("/v1/profile/" + profile + "/token", "{}")
                .expect(201)
                .data()
                .get("token")
                .asText();
    }

    String newProfile() {
        return newProfile("{\"name\":\"Kim\",\"locale\":\"ko\"}");
    }

    String newProfile(String json) {
        return post("/v1/profile", json).expect(200).data().get("profile_id").asText();
    }

    static String prompt(String prompt) {
        return "{\"prompt\":" + Json.quoted(prompt) + "}";
    }

    static String followUp(String chat, String prompt) {
        return "{\"chat_id\":\"%s\",\"prompt\":%s}".formatted(chat, Json.quoted(prompt));
    }

    static String refinement(String chat, String round, String prompt) {
        return "{\"chat_id\":\"%s\",\"round_id\":\"%s\",\"prompt\":%s}".formatted(chat, round, Json.quoted(prompt));
    }

    static String recommend(String profile) {
        return "/v1/chat/" + profile + "/recommend";
    }

    static String chatPath(String profile, String chat) {
        return recommend(profile) + "/" + chat;
    }

    /** Starts a shopping session with its chat session, at the stage CHAT, and says its id. */
    String chatSession(String profile) {
        String session = post("/v1/profile/" + profile + "/session/start", null)
                .expect(200)
                .data()
                .get("session_id")
                .asText();
        post("/v1/chat/" + profile, null).expect(200);
        stamp(profile, "CHAT").expect(200);
        return session;
    }

    Reply stamp(String profile, String status) {
        return post("/v1/profile/" + profile + "/session/stamp", "{\"status\":" + Json.quoted(status) + "}");
    }

    static String inSession(String session, String prompt) {
        return "{\"session_id\":\"%s\",\"prompt\":%s}".formatted(session, Json.quoted(prompt));
    }

    /** Polls the session until its recommendation is complete. */
    JsonNode awaitSession(String profile, String session) {
        return await("session " + session)
                .atMost(Duration.ofSeconds(60))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> get(chatPath(profile, session)).expect(200).data(),
                        polled -> polled.get("back_list_status").asText().equals("completed"));
    }

    /** Starts a new chat, and says its id and that of its round. */
    Kickoff kickOff(String profile, String prompt) {
        return Kickoff.from(profile, post(recommend(profile), prompt(prompt)).expect(202));
    }

    /** Polls the chat until its last round is settled; fails unless it is completed. */
    JsonNode awaitCompleted(String profile, String chat) {
        JsonNode detail = poll(profile, chat, Api::lastIsSettled);
        assertThat(last(detail).get("status").asText())
                .as(last(detail).toPrettyString())
                .isEqualTo("completed");
        return detail;
    }

    JsonNode poll(String profile, String chat, Predicate<JsonNode> until) {
        return await("chat " + chat)
                .atMost(Duration.ofSeconds(60))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> get(chatPath(profile, chat)).expect(200).data(), until);
    }

    static boolean lastIsSettled(JsonNode detail) {
        return !last(detail).get("status").asText().equals("in_progress");
    }

    static JsonNode last(JsonNode detail) {
        return detail.get("rounds").get(detail.get("rounds").size() - 1);
    }

    static List<JsonNode> list(JsonNode array) {
        List<JsonNode> items = new java.util.ArrayList<>();
        array.forEach(items::add);
        return items;
    }

    /** What a kickoff answers. */
    record Kickoff(String profile, String chat, String round) {

        static Kickoff from(String profile, Reply reply) {
            JsonNode data = reply.data();
            assertThat(Json.keys(data)).containsExactlyInAnyOrder("chat_id", "round_id");
            return new Kickoff(
                    profile, data.get("chat_id").asText(), data.get("round_id").asText());
        }

        String chatPath() {
            return Api.chatPath(profile, chat);
        }

        String roundPath() {
            return chatPath() + "/" + round;
        }
    }
}
