package com.ones1ght.bootstrap.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.ones1ght.bootstrap.e2e.Api.Kickoff;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Frequent requests are answered in front of the resources, in the same way as by them. */
@ExtendWith(SharedServer.class)
class DirectAnswersIT {

    /** What a request of another form has, so that it goes to the resource: a query that says nothing. */
    private static final String NO_QUERY = "?unknown=1";

    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    private static final List<Map<String, String>> WAYS_TO_POST = List.of(
            JSON,
            Map.of("Content-Type", "application/json; charset=utf-8", "Accept", "application/json"),
            Map.of("Content-Type", "application/json", "Accept", "text/html"),
            Map.of("Content-Type", "application/json", "Accept-Encoding", "gzip"),
            Map.of("Content-Type", "application/json", "Content-Encoding", "gzip"),
            Map.of("Content-Type", "application/json", "Origin", "https://shop.example"),
            Map.of("Content-Type", "application/json", "Authorization", "Bearer osk_demo_unknown"),
            Map.of("Content-Type", "text/plain"),
            Map.of());

    /** Of each answer its own, or of the moment. */
    private static final List<String> OWN_HEADERS = List.of("x-request-id", "date");

    @Test
    void filterAndResourceShouldAnswerTheSame(PackagedServer server) {
        Api api = Api.demo(server);
        String profile = api.newProfile();
        Kickoff chat = api.kickOff(profile, "오늘 저녁 카레 땡기는데");
        api.awaitCompleted(profile, chat.chat());
        String foreign = api.newProfile();
        String list = "/v1/chat/" + profile + "/recommend";
        String tag = api.get(chat.chatPath()).expect(200).header("ETag").orElseThrow();

        for (Map<String, String> headers : List.of(
                Map.<String, String>of(),
                Map.of("Accept", "application/json"),
                Map.of("Accept", "text/html"),
                Map.of("Accept-Encoding", "gzip"),
                Map.of("If-None-Match", tag),
                Map.of("If-None-Match", "W/\"1.1\", " + tag),
                Map.of("If-None-Match", "*"),
                Map.of("If-None-Match", "\"nonsense\""),
                Map.of("Origin", "https://shop.example"),
                Map.of("Authorization", "Basic x"),
                Map.of("Authorization", "Bearer osk_demo_unknown"))) {
            for (String path : List.of(
                    "/v1/validation",
                    list,
                    chat.chatPath(),
                    "/v1/chat/" + foreign + "/recommend/" + chat.chat(),
                    "/v1/chat/" + UUID.randomUUID() + "/recommend",
                    list + "/" + UUID.randomUUID(),
                    list + "/------------------------------------",
                    list + "/x")) {
                Reply direct = api.sendUnchecked("GET", path, headers);
                Reply resource = api.sendUnchecked("GET", path + NO_QUERY, headers);

                assertThat(comparable(direct)).as(direct + " " + headers).isEqualTo(comparable(resource));
                assertThat(direct.header("X-Request-Id")).isPresent();
            }
        }
    }

    @Test
    void filterAndResourceShouldAcceptAndRefuseTheSameQuestions(PackagedServer server) {
        Api api = Api.demo(server);
        String profile = api.newProfile();
        Kickoff chat = api.kickOff(profile, "두부");
        api.awaitCompleted(profile, chat.chat());
        String path = "/v1/chat/" + profile + "/recommend";
        String prompt = "{\"prompt\":\"카레\"}";

        for (String asked : List.of(path, "/v1/chat/" + UUID.randomUUID() + "/recommend", path + "/" + chat.chat())) {
            for (Map<String, String> headers : WAYS_TO_POST) {
                assertSameAnswer(api, asked, headers, prompt);
            }
        }
        for (String body : List.of(
                "",
                "{}",
                "[]",
                "{\"prompt\":",
                "{\"prompt\":\"\"}",
                "{\"prompt\":7}",
                "{\"prompt\":\"카레\",\"prompt\":\"두부\"}",
                "{\"prompt\":\"카레\",\"round_id\":\"x\"}",
                "{\"prompt\":\"카레\",\"chat_id\":\"x\"}",
                "{\"prompt\":\"카레\",\"chat_id\":\"%s\"}".formatted(UUID.randomUUID()),
                "{\"prompt\":\"카레\",\"session_id\":\"%s\"}".formatted(UUID.randomUUID()),
                "{\"prompt\":\"카레\",\"padding\":\"%s\"}".formatted("x".repeat(65_536)))) {
            assertSameAnswer(api, path, JSON, body);
        }
    }

    @Test
    void filterAndResourceShouldAcceptAndRefuseTheSameTriggers(PackagedServer server) {
        Api api = Api.demo(server);
        String profile = api.newProfile();
        Kickoff chat = api.kickOff(profile, "카레");
        api.awaitCompleted(profile, chat.chat());
        JsonNode ad = api.get(chat.chatPath()).expect(200).data().at("/rounds/0/notifications/ad/items/0");
        String round = "\"chat_id\":\"%s\",\"round_id\":\"%s\"".formatted(chat.chat(), chat.round());
        String trigger = "{" + round + ",\"rec_id\":" + ad.get("rec_id") + "}";

        for (String kind : List.of("signage", "coupon", "recommend", "unknown")) {
            String path = "/v1/chat/" + profile + "/trigger/" + kind;
            for (Map<String, String> headers : WAYS_TO_POST) {
                assertSameAnswer(api, path, headers, trigger);
            }
            for (String other : List.of(
                    "/v1/chat/" + api.newProfile() + "/trigger/" + kind,
                    "/v1/chat/" + UUID.randomUUID() + "/trigger/" + kind,
                    "/v1/chat/x/trigger/" + kind,
                    path + "/",
                    path + "/x")) {
                assertSameAnswer(api, other, JSON, trigger);
            }
            for (String body : List.of(
                    "",
                    "{}",
                    "[]",
                    "{" + round,
                    "{" + round + "}",
                    "{" + round + "," + round + "}",
                    "{" + round + ",\"rec_id\":7}",
                    "{" + round + ",\"rec_id\":\"unknown\"}",
                    "{" + round + ",\"rec_id\":\"mine\",\"item_name\":\"두부\"}",
                    "{" + round + ",\"rec_id\":\"mine\",\"item_name\":\"두부\",\"price_yen\":\"1\"}",
                    "{" + round + ",\"rec_id\":\"mine\",\"item_id\":1,\"kind\":\"redeemed\",\"action\":\"tap\"}",
                    "{" + round + ",\"action\":\"exit\",\"signage_no\":1}",
                    "{" + round + ",\"action\":\"enter\",\"forgotten\":\"open\",\"signage_no\":\"1\"}",
                    "{" + round + ",\"items\":[{\"rec_id\":\"mine\",\"item_name\":\"두부\"}],\"forgotten\":[1.0]}",
                    "{" + round + ",\"items\":[{\"rec_id\":\"unknown\"}]}",
                    "{\"chat_id\":\"x\",\"round_id\":\"x\",\"rec_id\":\"x\"}",
                    "{\"chat_id\":\"%s\",\"round_id\":\"%s\",\"rec_id\":\"x\"}"
                            .formatted(chat.chat(), UUID.randomUUID()),
                    "{" + round + ",\"padding\":\"" + "x".repeat(65_536) + "\"}")) {
                assertSameAnswer(api, path, JSON, body);
            }
        }
    }

    private static void assertSameAnswer(Api api, String path, Map<String, String> headers, String body) {
        Reply direct = api.sendUnchecked("POST", path, headers, body.getBytes(UTF_8));
        Reply resource = api.sendUnchecked("POST", path + NO_QUERY, headers, body.getBytes(UTF_8));

        assertThat(comparable(direct)).as(direct + " " + headers).isEqualTo(comparable(resource));
        assertThat(direct.header("X-Request-Id")).isPresent();
    }

    @Test
    void listShouldShowWhatIsNewAtOnce(PackagedServer server) {
        Api api = Api.demo(server);
        String profile = api.newProfile();
        String list = "/v1/chat/" + profile + "/recommend";
        assertThat(api.get(list).expect(200).data().at("/pageInfo/total").asInt())
                .isZero();

        Kickoff chat = api.kickOff(profile, "카레");
        api.awaitCompleted(profile, chat.chat());
        assertThat(rounds(api, list)).isEqualTo(1);
        api.post(list, "{\"prompt\":\"두부\",\"chat_id\":\"%s\"}".formatted(chat.chat()))
                .expect(202);
        assertThat(rounds(api, list)).isEqualTo(2);
        api.delete("/v1/profile/" + profile).expect(200);
        api.get(list).expect(404, "NOT_FOUND");
    }

    private static int rounds(Api api, String list) {
        return api.get(list).expect(200).data().at("/items/0/total_rounds").asInt();
    }

    private static List<Object> comparable(Reply reply) {
        Map<String, List<String>> headers = new HashMap<>(reply.headers().map());
        OWN_HEADERS.forEach(headers::remove);
        Object body = reply.status() >= 400
                ? reply.withoutRequestId()
                : List.of(reply.body().length, reply.status() == 202 ? withoutIds(reply) : reply.text());
        return List.of(reply.status(), headers, body);
    }

    /** What was accepted is new each time. */
    private static String withoutIds(Reply reply) {
        return reply.text().replaceAll("\"(evt_)?[0-9a-f-]{32,36}\"", "\"id\"");
    }
}
