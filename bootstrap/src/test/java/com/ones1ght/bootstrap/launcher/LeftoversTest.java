package com.ones1ght.bootstrap.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {

    @TempDir
    private Path folder;

    @Test
    void whatMatchesShouldGoWithAllThatIsInItAndNothingElse() throws Exception {
        Files.createDirectories(folder.resolve("unpacking123/bin"));
        Files.writeString(folder.resolve("unpacking123/bin/postgres"), "half");
        Files.createSymbolicLink(folder.resolve("unpacking123/link"), folder.resolve("data"));
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data/PG_VERSION"), "17");
        Files.writeString(folder.resolve("unpacking.txt"), "a file");

        Leftovers.remove(folder, "unpacking*");

        assertThat(folder).isDirectoryRecursivelyContaining("glob:**/PG_VERSION");
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(folder.resolve("data"));
        }
    }

    @Test
    void absentFolderShouldHaveNone() {
        assertThatCode(() -> Leftovers.remove(folder.resolve("nowhere"), "*")).doesNotThrowAnyException();
    }
}
