package com.ones1ght.bootstrap.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.bootstrap.launcher.Settings.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerJvmTest {

    @TempDir
    private Path folder;

    /** Several threads may meet in a list of HK2, rarely enough that no test would notice. */
    @Test
    void servicesOfTheServerShouldBeStartedInOneThread() throws IOException {
        Files.createDirectories(folder.resolve("lib/server"));
        Settings settings = Settings.read(
                new Source(Map.of("ones1ght.data.dir", folder.resolve("data").toString()), Map.of()));

        List<String> command = new ServerJvm(new Distribution(folder), settings, 0).command(List.of());

        assertThat(command).contains("-Dorg.glassfish.startupThreadPolicy=USE_NO_THREADS");
        assertThat(command.indexOf("-Dorg.glassfish.startupThreadPolicy=USE_NO_THREADS"))
                .isLessThan(command.indexOf("-jar"));
    }
}
