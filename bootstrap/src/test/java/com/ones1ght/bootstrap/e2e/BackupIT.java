package com.ones1ght.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The launcher's commands, on the embedded database. */
@Tag("database")
@ExtendWith(SharedServer.class)
class BackupIT {

    @TempDir
    private Path folder;

    @Test
    void restoredServerShouldKnowItsShoppersRoundsAndKeys(PackagedServer running) throws Exception {
        Shopper shopper = Shopper.of(running, "en");
        String path = shopper.round().chatPath();
        String before = shopper.api().get(path).expect(200).data().toString();
        Path file = folder.resolve("shop.backup");

        assertThat(command(running.dataDir(), 0, "backup", file.toString())).startsWith("Backed up ");
        assertThat(command(running.dataDir(), 1, "restore", file.toString()))
                .startsWith("Another server uses the data directory ");

        try (PackagedServer restored = PackagedServer.prepare(Map.of())) {
            assertThat(command(restored.dataDir(), 0, "restore", file.toString()))
                    .startsWith("Restored ");
            assertThat(command(restored.dataDir(), 1, "restore", file.toString()))
                    .startsWith("The database is not empty (");
            Path second = folder.resolve("copy.backup");
            assertThat(command(restored.dataDir(), 0, "backup", second.toString()))
                    .startsWith("Backed up ");
            assertThat(restored.dataDir().toFile().list()).containsExactlyInAnyOrder("lock", "postgres");

            restored.startAgain();

            assertThat(restored.sdkKey()).isEqualTo(running.sdkKey());
            Api api = new Api(restored.baseUrl(), shopper.api().key());
            assertThat(api.get(path).expect(200).data()).hasToString(before);
            Api.Kickoff next = api.kickOff(shopper.round().profile(), "tofu soup");
            api.awaitCompleted(next.profile(), next.chat());
        }
    }

    @Test
    void whatIsMissingShouldBeNamed() throws Exception {
        String file = folder.resolve("x").toString();

        assertThat(command(folder.resolve("nothing"), 1, "backup", file))
                .isEqualTo("There are no data in " + folder.resolve("nothing")
                        + ": name another directory with ones1ght.data.dir, or a database with ones1ght.db.url.\n");
        assertThat(command(folder.resolve("nothing"), 2, "backup")).contains("backup FILE");
        assertThat(command(folder.resolve("nothing"), 2, "restore", file, file)).contains("restore FILE");
        assertThat(command(folder.resolve("nothing"), 2, file)).contains("ONES1GHT_HTTP_PORT");
        assertThat(Files.exists(folder.resolve("nothing"))).isFalse();
    }

    private static String command(Path dataDir, int status, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dones1ght.data.dir=" + dataDir,
                "-jar",
                PackagedServer.jar().toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("ONES1GHT_"));
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isEqualTo(status);
        return output;
    }
}
