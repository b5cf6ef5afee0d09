package com.ones1ght.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The complete examples of the client guides, as bash scripts, just as a newcomer pastes them into a shell. */
final class SeedScripts {

    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private final Path folder;
    private final Api api;

    /** @param folder for files of the scripts */
    SeedScripts(Path folder, Api api) {
        this.folder = folder;
        this.api = api;
    }

    void koreanExample() throws Exception {
        runsAsPromised("seed-curry.sh", "ko", "오늘 저녁 카레 땡기는데");
    }

    void japaneseExample() throws Exception {
        runsAsPromised("seed-side-dish.sh", "ja", "今夜のおかず何がいい?");
    }

    private void runsAsPromised(String script, String locale, String prompt) throws Exception {
        String profile =
                api.newProfile("{\"name\":\"佐藤花子\",\"gender\":\"F\",\"age\":32,\"locale\":\"" + locale + "\"}");

        List<JsonNode> printed =
                run(script, Map.of("BASE_URL", api.baseUrl(), "SDK_KEY", api.key(), "PROFILE_ID", profile));

        assertThat(printed).as("a round, an answer to the follow-up, a list").hasSize(3);
        JsonNode round = printed.get(0);
        Shapes.assertRound(round);
        assertThat(round.get("status").asText()).isEqualTo("completed");
        assertThat(round.get("prompt").asText()).isEqualTo(prompt);
        assertThat(round.get("round_no").asInt()).isEqualTo(1);
        assertThat(round.get("todos").get("items")).isNotEmpty();
        assertThat(round.get("todos").get("total").asLong()).isPositive();
        assertThat(round.get("recommended_items")).isNotEmpty();
        assertThat(round.get("notifications").get("ad").get("items")).isNotEmpty();

        JsonNode followUp = printed.get(1).get("data");
        assertThat(Json.keys(followUp)).containsExactly("chat_id", "round_id");
        assertThat(followUp.get("round_id")).isNotEqualTo(round.get("round_id"));

        JsonNode list = printed.get(2).get("data");
        assertThat(list.get("pageInfo"))
                .isEqualTo(Json.read("{\"total\":1,\"page\":0,\"limit\":20,\"order\":\"desc\"}"));
        JsonNode chat = list.get("items").get(0);
        assertThat(chat.get("chat_id")).isEqualTo(followUp.get("chat_id"));
        assertThat(chat.get("total_rounds").asInt()).isEqualTo(2);
        assertThat(chat.get("rounds").get(0).get("round_id")).isEqualTo(round.get("round_id"));
        assertThat(chat.get("rounds").get(1).get("round_id")).isEqualTo(followUp.get("round_id"));

        api.awaitCompleted(profile, chat.get("chat_id").asText());
    }

    void sessionExample() throws Exception {
        String profile = api.newProfile("{\"name\":\"Jane\",\"locale\":\"en\"}");

        List<JsonNode> printed = run(
                "seed-session-chat.sh", Map.of("BASE_URL", api.baseUrl(), "SDK_KEY", api.key(), "PROFILE_ID", profile));

        assertThat(printed).as("session, stamp, kickoff, result, end").hasSize(5);
        JsonNode opened = printed.get(0).get("data");
        String session = opened.get("session_id").asText();
        assertThat(opened).isEqualTo(Json.read("""
                        {"session_id":"%1$s","profile_id":"%2$s","query_results":
                         {"session":{"session_id":"%1$s","status":"READY","back_list_status":"not_started"}}}""".formatted(session, profile)));
        assertThat(printed.get(1).at("/data/status").asText()).isEqualTo("CHAT");
        assertThat(printed.get(1).at("/data/session_id").asText()).isEqualTo(session);
        assertThat(printed.get(2).get("data")).isEqualTo(Json.read("""
                        {"session":{"session_id":"%s","status":"CHAT","back_list_status":"not_started"}}""".formatted(session)));
        Shapes.assertSessionResult(printed.get(3));
        assertThat(printed.get(3).at("/shopping_list/items")).isNotEmpty();
        JsonNode ended = printed.get(4).get("data");
        assertThat(Json.keys(ended)).containsExactly("ended", "ended_at", "reason", "session_id");
        assertThat(ended.get("ended").asBoolean()).isTrue();
        assertThat(ended.get("reason").asText()).isEqualTo("explicit");
        api.get(Api.chatPath(profile, session)).expect(404, "NOT_FOUND");
    }

    void personaExample() throws Exception {
        String persona = api.newProfile();

        List<JsonNode> printed = run(
                "seed-persona-session.sh",
                Map.of("BASE_URL", api.baseUrl(), "SDK_KEY", api.key(), "PERSONA_ID", persona));

        assertThat(printed).as("start, stamp, session, end").hasSize(4);
        JsonNode started = printed.get(0).get("data");
        assertThat(Json.keys(started)).containsExactly("persona_id", "session_id", "started_at");
        assertThat(started.get("persona_id").asText()).isEqualTo(persona);
        JsonNode stamp = printed.get(1).get("data");
        assertThat(Json.keys(stamp)).containsExactly("session_id", "status", "timestamp");
        assertThat(stamp.get("status").asText()).isEqualTo("SHOPPING");
        JsonNode current = printed.get(2).get("data");
        assertThat(Json.keys(current)).containsExactly("persona_id", "session_id", "stamps", "started_at");
        JsonNode ended = printed.get(3).get("data");
        assertThat(Json.keys(ended)).containsExactly("ended_at", "persona_id", "session_id", "stamps", "started_at");
        assertThat(ended.get("stamps")).isEqualTo(current.get("stamps"));
        assertThat(ended.at("/stamps/0/status").asText()).isEqualTo("ENTER");
        assertThat(ended.at("/stamps/1/meta")).isEqualTo(Json.read("{\"zone\":\"wine\"}"));
        assertThat(ended.at("/stamps").size()).isEqualTo(2);
    }

    /** The JSON values that the script prints, one after the other. */
    private List<JsonNode> run(String script, Map<String, String> variables) throws IOException, InterruptedException {
        Path file = folder.resolve(script);
        try (var in = SeedScripts.class.getResourceAsStream("/e2e/" + script)) {
            Files.copy(in, file);
        }
        File output = folder.resolve("output").toFile();
        File errors = folder.resolve("errors").toFile();
        ProcessBuilder builder = new ProcessBuilder("bash", file.toString())
                .redirectOutput(output)
                .redirectError(errors);
        builder.environment().putAll(variables);
        Process process = builder.start();
        boolean ended = process.waitFor(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        if (!ended) {
            process.destroyForcibly();
        }
        String said = Files.readString(output.toPath()) + Files.readString(errors.toPath());
        assertThat(ended).as("ends by itself: " + said).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        List<JsonNode> values = new ArrayList<>();
        try (JsonParser parser = Json.MAPPER.getFactory().createParser(output)) {
            Json.MAPPER
                    .readerFor(JsonNode.class)
                    .without(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .<JsonNode>readValues(parser)
                    .forEachRemaining(values::add);
        }
        return values;
    }
}
