package com.ones1ght.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.bootstrap.e2e.Api.Kickoff;
import com.ones1ght.bootstrap.e2e.StreamReader.Event;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The distribution on each Java of this machine that is newer than the one that runs the tests. */
@Tag("servers")
@EnabledIf(value = "isAnyInstalled", disabledReason = "no newer Java is installed")
class NewerJavaIT {

    private static final Path INSTALLED = Path.of("/usr/lib/jvm");

    private static final Predicate<String> ALARM =
            Pattern.compile("^\\S+ (?:WARNING|SEVERE) ").asPredicate();

    /** Of the driver, when the application is undeployed. */
    private static final String OF_EVERY_JAVA = "registered the JDBC driver";

    /** Exit status of a JVM that was terminated. */
    private static final int TERMINATED = 143;

    static boolean isAnyInstalled() throws IOException {
        boolean isAny = !newerJavas().isEmpty();
        if (!isAny) {
            System.err.println("### TESTS SKIPPED: no Java newer than %d is in %s ###"
                    .formatted(Runtime.version().feature(), INSTALLED));
        }
        return isAny;
    }

    static List<Path> newerJavas() throws IOException {
        if (!Files.isDirectory(INSTALLED)) {
            return List.of();
        }
        try (Stream<Path> homes = Files.list(INSTALLED)) {
            return homes.filter(home -> !Files.isSymbolicLink(home) && featureOf(home) > ownFeature())
                    .map(home -> home.resolve("bin/java"))
                    .filter(Files::isExecutable)
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("newerJavas")
    void shopperShouldBeAnsweredAndNothingAlarmingPrinted(Path java) throws Exception {
        try (PackagedServer server =
                PackagedServer.start(Map.of(PackagedServer.JAVA, java.toString(), PackagedServer.JVM_ARGUMENTS, ""))) {
            Api api = Api.demo(server);
            Kickoff kickoff = api.kickOff(api.newProfile(), "돼지고기 빼고 김치찌개");
            try (StreamReader stream =
                    StreamReader.connect(server.baseUrl() + kickoff.roundPath() + "/events", api.key(), null)) {
                assertThat(stream.awaitEnd()).extracting(Event::type).endsWith("completed");
            }
            api.awaitCompleted(kickoff.profile(), kickoff.chat());

            server.stop();

            assertThat(server.awaitEnd()).isEqualTo(TERMINATED);
            assertThat(server.output().strip())
                    .startsWith("OneS1ght Gateway is ready in")
                    .endsWith("Stop with Ctrl-C.");
            assertThat(server.log()).contains("Server Stopped");
            assertThat(server.log().lines().filter(ALARM).filter(line -> !line.contains(OF_EVERY_JAVA)))
                    .isEmpty();
        }
    }

    /** The build writes the class archive with whatever Java it runs on. */
    @ParameterizedTest
    @MethodSource("newerJavas")
    void trainingShouldSucceedWithOrWithoutAnArchive(Path java, @TempDir Path data) throws Exception {
        Process training = new ProcessBuilder(
                        java.toString(),
                        "-Dones1ght.http.port=0",
                        "-Dones1ght.data.dir=" + data,
                        "-jar",
                        PackagedServer.jar().toString(),
                        "--train")
                .redirectErrorStream(true)
                .start();

        String output = new String(training.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(training.waitFor()).as(output).isZero();
    }

    private static int ownFeature() {
        return Runtime.version().feature();
    }

    private static int featureOf(Path home) {
        Properties release = new Properties();
        try (var in = Files.newInputStream(home.resolve("release"))) {
            release.load(in);
            return Runtime.Version.parse(release.getProperty("JAVA_VERSION").replace("\"", ""))
                    .feature();
        } catch (IOException e) {
            return 0;
        }
    }
}
