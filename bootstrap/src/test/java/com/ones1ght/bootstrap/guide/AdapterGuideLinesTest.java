package com.ones1ght.bootstrap.guide;

import static com.ones1ght.bootstrap.guide.AdapterGuide.REPOSITORY;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The lines that the guide says are all that has to be written outside of the adapter. */
class AdapterGuideLinesTest {

    private static final Path SOURCES = REPOSITORY.resolve("bootstrap/src/main/java/com/ones1ght/bootstrap");
    private static final Path BACKENDS = SOURCES.resolve("wiring/Backends.java");
    private static final Path SETTINGS = SOURCES.resolve("launcher/Settings.java");
    private static final String MODELS = "List.of(\"embedded\", \"llm-demo\", \"openai\")";

    private final List<String> lines = AdapterGuide.listings("java").stream()
            .filter(listing -> listing.lines().count() == 1)
            .map(String::strip)
            .toList();

    @Test
    void thereShouldBeThreeOfThem() {
        assertThat(lines).hasSize(3).allSatisfy(line -> assertThat(line).contains("\"soup\""));
    }

    @Test
    void eachShouldContinueALineOfTheCode() {
        assertThat(AdapterGuide.text(BACKENDS)).contains("case \"embedded\" -> new EmbeddedPipeline(catalog);");
        assertThat(AdapterGuide.text(BACKENDS)).contains(withoutSoup(lines.get(1)));
        assertThat(AdapterGuide.text(SETTINGS)).contains(withoutSoup(lines.get(2)));
    }

    @Test
    void noOtherCodeShouldListTheModels() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            assertThat(files.filter(Files::isRegularFile)
                            .filter(file -> AdapterGuide.text(file).contains(MODELS)))
                    .containsExactlyInAnyOrder(BACKENDS, SETTINGS);
        }
    }

    private static String withoutSoup(String line) {
        return line.replace(", \"soup\"", "");
    }
}
