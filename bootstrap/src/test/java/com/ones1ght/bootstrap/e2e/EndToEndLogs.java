package com.ones1ght.bootstrap.e2e;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the servers of the run have logged, kept beyond their data directories, and what shoppers have said of
 * themselves meanwhile: {@link LogsOfTheRunIT} then looks for the one in the other.
 */
final class EndToEndLogs {

    /** Empty until a server of the run has been closed. */
    static final Path DIRECTORY = Path.of("target", "end-to-end-logs").toAbsolutePath();

    /** A line for each of the shoppers' own words. */
    static final Path PERSONAL = DIRECTORY.resolve("personal.txt");

    /** A line for each secret that a server was given. */
    static final Path SECRETS = DIRECTORY.resolve("secrets.txt");

    /** The settings whose values are secrets, or lists of them. */
    private static final Pattern SECRET_NAME = Pattern.compile("([.-]key|password|token|\\.secrets|\\.secrets\\..*)$");

    /** What a body says of a person. */
    private static final Set<String> PERSONAL_FIELDS =
            Set.of("name", "persona", "extra", "prompt", "preference", "preferences", "allergies", "meta", "forgotten");

    /** Shorter words would be found by chance. */
    private static final int LEAST_LENGTH = 4;

    /** A secret that is a word, as databases of tests have, would be found in other words. */
    private static final int LEAST_SECRET = 9;

    /** Ids are no words, and the access log shows those in paths. */
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private static final Set<String> NOTED = ConcurrentHashMap.newKeySet();

    private EndToEndLogs() {}

    /** Keeps the logs of a server and what it printed. */
    static void keep(Path dataDir) {
        try {
            Path kept = Files.createTempDirectory(Files.createDirectories(DIRECTORY), "server");
            Path logs = dataDir.resolve("logs");
            List<Path> files;
            try (Stream<Path> consoles = Files.list(dataDir);
                    Stream<Path> written = Files.exists(logs) ? Files.list(logs) : Stream.empty()) {
                files = Stream.concat(
                                consoles.filter(file -> file.toString().endsWith(".out")),
                                written.filter(Files::isRegularFile))
                        .toList();
            }
            for (Path file : files) {
                Files.copy(file, kept.resolve(file.getFileName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Notes what a server is told and must keep to itself. */
    static void noteSecrets(Map<String, String> settings) {
        settings.forEach(
                (name, value) -> secrets(name, value).filter(NOTED::add).forEach(secret -> append(SECRETS, secret)));
    }

    /** The secrets in the value of a setting. */
    static Stream<String> secrets(String setting, String value) {
        return SECRET_NAME.matcher(setting).find()
                ? Stream.of(value.split(",")).map(String::strip).filter(secret -> secret.length() >= LEAST_SECRET)
                : Stream.empty();
    }

    /**
     * Notes what a request says of a person; bodies that nobody can read say nothing. What administrators send names
     * keys, tenants and models, and nobody who shops.
     */
    static void note(String path, byte[] body) {
        if (body == null || path.startsWith("/v1/admin/") || path.startsWith("/v1/system/")) {
            return;
        }
        try {
            JsonNode json = Json.MAPPER.readTree(new String(body, StandardCharsets.UTF_8));
            for (String field : PERSONAL_FIELDS) {
                // The string "open" in place of an array is a word of the API.
                if (!(field.equals("forgotten") && json.path(field).isTextual())) {
                    noteWords(json.path(field));
                }
            }
        } catch (JsonProcessingException | NumberFormatException unreadable) {
            // Sent to be refused.
        }
    }

    private static void noteWords(JsonNode said) {
        if (said.isContainerNode()) {
            said.forEach(EndToEndLogs::noteWords);
        } else if (said.isTextual()) {
            String words = said.asText().strip();
            if (words.length() >= LEAST_LENGTH
                    && words.length() <= 500
                    && words.lines().count() == 1
                    && !ID.matcher(words).matches()
                    && NOTED.add(words)) {
                append(PERSONAL, words);
            }
        }
    }

    private static synchronized void append(Path file, String words) {
        try {
            Files.createDirectories(DIRECTORY);
            // Lone surrogates, which tests send to be refused, become question marks.
            byte[] line = (words + "\n").getBytes(StandardCharsets.UTF_8);
            Files.write(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
