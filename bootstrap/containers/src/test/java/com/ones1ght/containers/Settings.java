package com.ones1ght.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The settings of {@code docs/configuration.md} as environment variables. */
final class Settings {

    private static final Path GUIDE = Path.of("..", "..", "docs", "configuration.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(ones1ght\\.[a-z0-9.-]+)` \\|");

    /** Of a store, of a tenant's model, of a backend of one's own, and those of MicroProfile. */
    private static final Pattern OPEN = Pattern.compile(
            "ONES1GHT_SIGNAGE_(ACCENT|LOGO|STORE_NAME|TIME_ZONE)_\\w+|ONES1GHT_(SECRETS|BACKENDS)_\\w+|MP_JWT_\\w+");

    private static final Set<String> VARIABLES = read();

    private Settings() {}

    /** Fails for a name that no setting has. */
    static void assertExist(Set<String> variables) {
        assertThat(variables).as("variables of settings").allSatisfy(name -> assertThat(
                        VARIABLES.contains(name) || OPEN.matcher(name).matches())
                .as(name)
                .isTrue());
    }

    /** Whether the value of a variable must not be readable in a manifest. */
    static boolean isSecret(String variable) {
        return variable.matches(".*(PASSWORD|_KEY|TOKEN|SECRETS)(_.*)?");
    }

    private static Set<String> read() {
        try {
            return ROW.matcher(Files.readString(GUIDE))
                    .results()
                    .map(found -> found.group(1).replaceAll("[^a-z0-9]", "_").toUpperCase(Locale.ROOT))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
