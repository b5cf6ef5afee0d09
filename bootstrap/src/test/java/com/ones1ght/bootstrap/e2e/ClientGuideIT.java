package com.ones1ght.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.ones1ght.domain.shared.ErrorCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The guide for app developers, word by word: its listings in their order, pasted into one shell. */
@ExtendWith(SharedServer.class)
class ClientGuideIT {

    private static final Path GUIDE = Path.of("..", "docs", "client-api.md");
    private static final Pattern LISTING = Pattern.compile("(?ms)^```sh\\n(.*?)^```$");
    private static final int SECONDS = 120;

    /** Stops at the first command that fails, and keeps every answer, with a character behind it that no answer has. */
    private static final String RECORDER = """
            set -euo pipefail
            curl() { command curl "$@" | tee -a answers; printf '\\036' >> answers; }
            """;

    @TempDir
    private Path folder;

    @Test
    void everyListingShouldRunFromTopToBottom(PackagedServer server) throws Exception {
        SeedScriptsIT.assumeTools("bash", "curl", "jq");
        String listings = LISTING.matcher(Files.readString(GUIDE))
                .results()
                .map(listing -> listing.group(1))
                .collect(Collectors.joining());
        Path script = Files.writeString(folder.resolve("guide.sh"), RECORDER + listings);
        Files.createSymbolicLink(folder.resolve("data"), server.dataDir().toAbsolutePath());

        Path output = folder.resolve("output");
        Process bash = new ProcessBuilder("bash", script.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(bash.waitFor(SECONDS, TimeUnit.SECONDS)).as("in time").isTrue();
        } finally {
            bash.destroyForcibly();
        }

        String printed = new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
        assertThat(bash.exitValue()).as(printed).isZero();
        List<JsonNode> answers = answers();
        assertThat(answers.get(0).at("/info/title").asText()).isEqualTo("OneS1ght Gateway");
        assertThat(answers.subList(1, answers.size()).stream()
                        .filter(answer -> !answer.path("success").asBoolean())
                        .map(answer -> answer.path("message").asText()))
                .as("failures, of which the guide shows one")
                .containsExactly("prompt must be a string");
    }

    private List<JsonNode> answers() throws IOException {
        return Arrays.stream(Files.readString(folder.resolve("answers")).split("\u001e"))
                // One is shown with its headers.
                .map(answer -> Json.read(answer.substring(answer.indexOf('{'))))
                .toList();
    }

    @Test
    void everyErrorCodeShouldBeNamed() throws IOException {
        assertThat(Files.readString(GUIDE))
                .contains(Arrays.stream(ErrorCode.values())
                        .map(code -> "`" + code.name() + "`")
                        .toList());
    }
}
