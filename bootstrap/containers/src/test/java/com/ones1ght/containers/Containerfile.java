package com.ones1ght.containers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What the image promises to those who run it. */
final class Containerfile {

    static final Path FILE = Path.of("src", "main", "container", "Containerfile");

    private static final String TEXT = text();

    private Containerfile() {}

    static int port() {
        return Integer.parseInt(last("^EXPOSE (\\d+)$").group(1));
    }

    static long user() {
        return Long.parseLong(last("^USER (\\d+):(\\d+)$").group(1));
    }

    static long group() {
        return Long.parseLong(last("^USER (\\d+):(\\d+)$").group(2));
    }

    static String volume() {
        return last("^VOLUME (\\S+)$").group(1);
    }

    /** The command of the health check, and the one that starts the server, as JSON arrays. */
    static String healthCheck() {
        return last("^ *CMD (\\[.*])$").group(1);
    }

    static String entryPoint() {
        return last("^ENTRYPOINT (\\[.*])$").group(1);
    }

    /** The variables of the image with their values. */
    static Map<String, String> environment() {
        Map<String, String> variables = new TreeMap<>();
        Pattern.compile("(?m)^(?:ENV| {3}) (\\w+)=(\\S+)")
                .matcher(TEXT)
                .results()
                .forEach(found -> variables.put(found.group(1), found.group(2)));
        return variables;
    }

    private static MatchResult last(String line) {
        return Pattern.compile("(?m)" + line)
                .matcher(TEXT)
                .results()
                .reduce((one, next) -> next)
                .orElseThrow();
    }

    private static String text() {
        try {
            return Files.readString(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
