package com.ones1ght.adapters.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The listings of the guide are the classes that this build has compiled and run. */
class GuideTest {

    private static final int LINES_OF_AN_ADAPTER = 60;

    private static final Path MODULE = Path.of(System.getProperty("basedir", "."));

    @ParameterizedTest
    @ValueSource(strings = {"SoupPipeline", "SoupPipelineTest"})
    void theGuideShouldShowTheClassAsItIs(String name) throws IOException {
        String guide = Files.readString(MODULE.resolve("../docs/swap-a-backend.md"));
        String listing = Files.readString(MODULE.resolve("src/test/java/com/example/dinner/" + name + ".java"));

        assertThat(guide).contains("```java\n" + listing + "```\n");
        assertThat(listing.lines().filter(line -> !line.startsWith("import ") && !line.isBlank()))
                .hasSizeLessThan(LINES_OF_AN_ADAPTER);
    }
}
