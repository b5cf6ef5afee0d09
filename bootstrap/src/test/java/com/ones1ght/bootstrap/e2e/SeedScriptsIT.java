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
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The complete examples of the client guides, as bash scripts, just as a newcomer pastes them into a shell. */
@ExtendWith(SharedServer.class)
class SeedScriptsIT {

    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    @Test
    void koreanExampleShouldPrintTheRoundAndAcceptTheFollowUpAndListBoth(PackagedServer server) throws Exception {
        runsAsPromised(server, "seed-curry.sh", "ko", "오늘 저녁 카레 땡기는데");
    }

    @Test
    void japaneseExampleShouldPrintTheRoundAndAcceptTheFollowUpAndListBoth(PackagedServer server) throws Exception {
        runsAsPromised(server, "seed-side-dish.sh", "ja", "今夜のおかず何がいい?");
    }

    private void runsAsPromised(PackagedServer server, String script, String locale, String prompt) throws Exception {
        assumeTools("bash", "curl", "jq");
        Api api = Api.demo(server);
        String profile =
                api.newProfile("{\"name\":\"佐藤花子\",\"gender\":\"F\",\"age\":32,\"locale\":\"" + locale + "\"}");

        List<JsonNode> printed =
                run(script, Map.of("BASE_URL", server.baseUrl(), "SDK_KEY", server.sdkKey(), "PROFILE_ID", profile));

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

    /** The JSON values that the script prints, one after the other. */
    private List<JsonNode> run(String script, Map<String, String> variables) throws IOException, InterruptedException {
        Path file = folder.resolve(script);
        try (var in = SeedScriptsIT.class.getResourceAsStream("/e2e/" + script)) {
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

    private static void assumeTools(String... tools) {
        List<String> missing =
                Stream.of(tools).filter(tool -> !isInstalled(tool)).toList();
        if (!missing.isEmpty()) {
            System.err.println("NOT TESTED: the examples of the client guides need " + String.join(" and ", missing)
                    + ", which this machine does not have.");
        }
        Assumptions.assumeTrue(missing.isEmpty(), "This machine has no " + String.join(" and no ", missing));
    }

    private static boolean isInstalled(String tool) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
    }
}
