package com.ones1ght.bootstrap.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the documentation says about spans. */
final class TelemetryGuide {

    private static final Path FILE = Path.of(System.getProperty("basedir", "."), "..", "docs", "telemetry.md");

    private TelemetryGuide() {}

    /** The names of spans. */
    static Set<String> spans() {
        return firstCells("## Spans");
    }

    /** The names of attributes. */
    static Set<String> attributes() {
        return firstCells("## Attributes");
    }

    private static Set<String> firstCells(String chapter) {
        try {
            String text = Files.readString(FILE);
            String after = text.substring(text.indexOf(chapter) + chapter.length());
            int end = after.indexOf("\n## ");
            return Pattern.compile("(?m)^\\| `([^`]+)` \\|")
                    .matcher(end < 0 ? after : after.substring(0, end))
                    .results()
                    .map(found -> found.group(1))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
