package com.ones1ght.bootstrap.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.bootstrap.e2e.FreePort;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server of one's own is not restarted for a new version: what was undeployed has to leave its memory. */
@Tag("servers")
class RedeployIT {

    private static final int DEPLOYMENTS = 6;
    private static final int MINUTES = 4;

    /**
     * The share of the JDK and of the server, which does not grow: the comparison of records remembers the last type that
     * it was linked for, and the server's resizer the pool that it looked at last, until the next one takes its place.
     */
    private static final long REMEMBERED_BY_OTHERS = 2;

    @TempDir
    private Path folder;

    @Test
    void redeploymentsShouldLeaveNothingInMemory() throws Exception {
        Path output = folder.resolve("console.out");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
            Process server = new ProcessBuilder(command(postgres.getPort()))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            try {
                assertThat(server.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
            } finally {
                server.destroyForcibly();
            }
        }
        List<Long> inMemory = Files.readAllLines(output).stream()
                .filter(line -> line.startsWith(Redeployments.COUNT))
                .map(line -> Long.valueOf(line.substring(Redeployments.COUNT.length())))
                .toList();

        assertThat(inMemory).as(Files.readString(output)).hasSize(DEPLOYMENTS);
        assertThat(inMemory).allSatisfy(count -> assertThat(count).isLessThanOrEqualTo(REMEMBERED_BY_OTHERS));
    }

    private List<String> command(int databasePort) throws Exception {
        String microJar = System.getProperty("payara.microJar");
        String secret = "0123456789abcdef".repeat(4);
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(opens(microJar));
        command.addAll(List.of(
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                // What is held softly goes when memory is needed: here at each collection. Threads of the server hold
                // the buffers of the WAR's Jackson like that.
                "-XX:SoftRefLRUPolicyMSPerMB=0",
                "-Dones1ght.db.url=jdbc:postgresql://127.0.0.1:" + databasePort + "/postgres",
                "-Dones1ght.db.user=postgres",
                "-Dones1ght.db.password=postgres",
                "-Dones1ght.telemetry.traces=true",
                "-Dones1ght.telemetry.endpoint=http://127.0.0.1:1",
                "-Dones1ght.demo.sdk-key=osk_demo_" + secret,
                "-Dones1ght.demo.admin-key=oak_demo_" + secret,
                "-cp",
                System.getProperty("payara.microJar")
                        + System.getProperty("path.separator")
                        + Path.of("target", "test-classes"),
                Redeployments.class.getName(),
                Path.of("target", "ones1ght.war").toAbsolutePath().toString(),
                Integer.toString(DEPLOYMENTS),
                folder.resolve("server").toString(),
                Integer.toString(FreePort.next()),
                "osk_demo_" + secret));
        return command;
    }

    /** What {@code java -jar} would take from the manifest. */
    private static List<String> opens(String jar) throws IOException {
        try (JarFile file = new JarFile(jar)) {
            return Arrays.stream(file.getManifest()
                            .getMainAttributes()
                            .getValue("Add-Opens")
                            .split(" "))
                    .map(opened -> "--add-opens=" + opened + "=ALL-UNNAMED")
                    .toList();
        }
    }
}
