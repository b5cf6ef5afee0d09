package com.ones1ght.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs when all other end-to-end tests are through, and reads every line that their servers have logged or printed:
 * none holds a secret, none tells what a shopper has said, and none tells of a lost request.
 */
class LogsOfTheRunIT {

    /** A key or a profile token in full, of whatever kind; its first characters alone are no secret. */
    private static final Pattern KEY = Pattern.compile(
            "o[sa]k_[a-z0-9]{1,32}_[0-9a-f]{20}|ost_[a-z0-9]{1,32}_[\\w-]{20}|Bearer [^$\"\\s][^\"\\s]{7}");

    /** A signed token, which opens as much as a key. */
    private static final Pattern TOKEN = Pattern.compile("eyJ[\\w-]{8,}\\.eyJ[\\w-]{8,}");

    /** As the tests set them; see {@link PackagedServer}. */
    private static final Pattern PASSWORD =
            Pattern.compile("(?i)(password|secret|api-key)[\"']?\\s*[=:]\\s*[^\\s,*]{4}");

    /** CDI contexts that an asynchronous request has left behind, or an answer that a client has not waited for. */
    static final Pattern LOST_REQUEST = Pattern.compile(String.join(
            "|",
            " WARN org\\.jboss\\.weld\\.",
            "\\.ServerRuntime\\$Responder ",
            "\\bErrorPage\\b",
            "^\\tat org\\.glassfish\\.grizzly\\.nio\\.(NIOConnection|transport\\.TCPNIOUtils)\\."));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ones1ght.token.secrets",
                "ones1ght.system.key",
                "ones1ght.demo.sdk-key",
                "ones1ght.openai.api-key",
                "ones1ght.db.password",
                "ones1ght.signage.display-token",
                "ones1ght.secrets.two.main"
            })
    void secretsOfASettingShouldBeLookedForOneByOne(String setting) {
        assertThat(EndToEndLogs.secrets(setting, "the-first-one,the-second-one, word"))
                .containsExactly("the-first-one", "the-second-one");
        assertThat(EndToEndLogs.secrets("ones1ght.data.dir", "the-first-one")).isEmpty();
    }

    @Test
    void shouldHoldNoSecret() throws IOException {
        List<String> secrets = Files.readAllLines(EndToEndLogs.SECRETS);
        assertThat(secrets).as("what servers of the run had to keep secret").isNotEmpty();
        List<String> found = new ArrayList<>();
        long lines = 0;
        for (Path log : logs()) {
            for (String line : lines(log)) {
                lines++;
                if (Stream.of(KEY, TOKEN, PASSWORD)
                                .anyMatch(secret -> secret.matcher(line).find())
                        || secrets.stream().anyMatch(line::contains)) {
                    found.add(log.getFileName() + ": " + line);
                }
            }
        }
        assertThat(lines).as("lines that were read").isGreaterThan(100);
        assertThat(found).isEmpty();
    }

    @Test
    void shouldNotTellWhatShoppersHaveSaid() throws IOException {
        List<String> personal = Files.readAllLines(EndToEndLogs.PERSONAL);
        assertThat(personal).as("what shoppers have said in the run").hasSizeGreaterThan(20);
        List<String> found = new ArrayList<>();
        for (Path log : logs()) {
            for (String line : lines(log)) {
                personal.stream()
                        .filter(line::contains)
                        .forEach(words -> found.add(log.getFileName() + " tells \"" + words + "\": " + line));
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void shouldTellOfNoLostRequest() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path log : logs()) {
            lines(log).stream()
                    .filter(line -> LOST_REQUEST.matcher(line).find())
                    .forEach(line -> found.add(log.getFileName() + ": " + line));
        }
        assertThat(found).isEmpty();
    }

    private static List<Path> logs() throws IOException {
        try (Stream<Path> files = Files.walk(EndToEndLogs.DIRECTORY)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.equals(EndToEndLogs.PERSONAL) && !file.equals(EndToEndLogs.SECRETS))
                    .toList();
        }
    }

    /** A server that was killed may have left half a character. */
    private static List<String> lines(Path log) throws IOException {
        return new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }
}
