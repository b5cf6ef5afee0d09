package com.ones1ght.bootstrap.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The listings of {@code docs/swap-a-backend.md}. */
final class AdapterGuide {

    static final Path REPOSITORY = Path.of(System.getProperty("basedir", "."))
            .toAbsolutePath()
            .resolve("..")
            .normalize();

    private static final Pattern LISTING = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");

    private AdapterGuide() {}

    /** The listings in a language, in their order. */
    static List<String> listings(String language) {
        return LISTING.matcher(text(REPOSITORY.resolve("docs/swap-a-backend.md")))
                .results()
                .filter(found -> found.group(1).equals(language))
                .map(found -> found.group(2))
                .toList();
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
