package com.ones1ght.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LauncherIT {

    /** One for all tests, which may leave it stopped or with other settings. */
    private static PackagedServer server;

    @BeforeAll
    static void start() throws SQLException {
        server = PackagedServer.start();
        execute(server, "CREATE TABLE kept (word text)");
    }

    @AfterAll
    static void close() {
        server.close();
    }

    private static void ensureRunning() {
        if (!server.isRunning()) {
            server.startAgain();
        }
    }

    /** First, when nobody else has asked yet. */
    @Test
    @Order(0)
    void warmUpShouldLeaveNothingInTheDatabase() throws SQLException {
        await().atMost(Duration.ofSeconds(60)).until(() -> server.log().contains("The warm-up has ended"));

        for (String rows : List.of(
                "profile",
                "chat",
                "round",
                "pipeline_run",
                "credit_entry WHERE kind = 'charge'",
                "sdk_chat_event",
                "run_log")) {
            execute(server, "SELECT 1 / (count(*) = 0)::int FROM " + rows);
        }
        assertThat(server.log()).doesNotContain("warm-up failed");
    }

    @Test
    void terminationShouldLeaveNoProcessAndTheDemoKeysReadableByTheirOwnerAlone() throws Exception {
        ensureRunning();
        Path demoEnv = server.dataDir().resolve("demo.env");
        assertThat(Files.readAllLines(demoEnv))
                .satisfiesExactly(
                        line -> assertThat(line).matches("BASE_URL=http://localhost:\\d+"),
                        line -> assertThat(line).matches("SDK_KEY=osk_demo_[0-9a-f]{64}"),
                        line -> assertThat(line).matches("ADMIN_KEY=oak_demo_[0-9a-f]{64}"),
                        line -> assertThat(line).matches("SIGNAGE_1=http://localhost:\\d+/signage/1"),
                        line -> assertThat(line).matches("SIGNAGE_2=http://localhost:\\d+/signage/2"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(demoEnv)))
                .isEqualTo("rw-------");
        assertThat(statusOf(server)).isBetween(200, 499);
        List<ProcessHandle> processes = List.of(server.process(), server.postgres());
        assertRefusesASecondServerOn(server.dataDir());
        assertThat(statusOf(server)).isBetween(200, 499);

        server.stop();

        assertThat(processes).noneMatch(LauncherIT::runs);
        assertThat(server.dataDir().resolve("postgres/data/postmaster.pid")).doesNotExist();
    }

    private static void assertRefusesASecondServerOn(Path dataDir) {
        try (PackagedServer second = PackagedServer.prepare(Map.of("ones1ght.data.dir", dataDir.toString()))) {
            second.launch();

            assertThat(second.awaitEnd()).isEqualTo(1);
            assertThat(second.output().lines())
                    .containsExactly("Another server uses the data directory " + dataDir
                            + ": stop it, or choose another one with ones1ght.data.dir.");
        }
    }

    @Test
    void killedServerShouldComeBackWithItsDataAndKeys() throws Exception {
        ensureRunning();
        String sdkKey = server.sdkKey();
        String adminKey = server.adminKey();
        String url = server.jdbcUrl();
        execute(server, "INSERT INTO kept VALUES ('still here')");
        ProcessHandle orphan = server.postgres();

        Files.createDirectories(server.dataDir().resolve("postgres/unpacking123/bin"));

        server.kill();
        server.startAgain(Map.of("ones1ght.jvm.max-heap", "700m", "ones1ght.db.pool-size", "33"));

        assertThat(server.process().info().arguments().orElseThrow()).contains("-Xmx700m");
        assertThat(server.log()).contains("This node takes up to 34 of PostgreSQL's 97 connections");
        assertThat(server.dataDir().resolve("postgres/unpacking123")).doesNotExist();
        assertThat(server.postgres()).isEqualTo(orphan);
        assertThat(server.sdkKey()).isEqualTo(sdkKey);
        assertThat(server.adminKey()).isEqualTo(adminKey);
        assertThat(server.jdbcUrl()).isEqualTo(url);
        execute(server, "SELECT 1 / count(*) FROM kept WHERE word = 'still here'");
    }

    @Test
    void demoKeysShouldOpenOnlyWhileTheDemonstrationIsOn() throws Exception {
        ensureRunning();
        int port = URI.create(server.baseUrl()).getPort();
        assertThat(statusOf(server)).isEqualTo(200);
        freezeAndThaw(server);
        server.stop();

        server.startAgain(Map.of("ones1ght.demo", "false", "ones1ght.http.port", Integer.toString(port)));
        assertThat(statusOf(server)).isEqualTo(401);
        server.stop();

        server.startAgain(Map.of("ones1ght.demo", "true"));
        assertThat(statusOf(server)).isEqualTo(200);
    }

    /** A database that accepts connections and says nothing, as on a disk that hangs. */
    private static void freezeAndThaw(PackagedServer server) throws Exception {
        assertThat(readiness(server)).isEqualTo(200);
        List<ProcessHandle> processes = Stream.concat(
                        Stream.of(server.postgres()), server.postgres().descendants())
                .toList();
        signal("-STOP", processes);
        try {
            for (int i = 0; i < 3; i++) {
                long before = System.nanoTime();
                await().pollDelay(Duration.ZERO).until(() -> readiness(server) == 503);
                assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(4));
            }
        } finally {
            signal("-CONT", processes);
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> readiness(server) == 200);
    }

    private static void signal(String signal, List<ProcessHandle> processes) throws Exception {
        List<String> command = new ArrayList<>(List.of("kill", signal));
        processes.forEach(process -> command.add(Long.toString(process.pid())));
        new ProcessBuilder(command).start().waitFor();
    }

    /** Answered within two seconds, whatever the database does. */
    private static int readiness(PackagedServer server) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.baseUrl() + "/health/ready"))
                .timeout(Duration.ofSeconds(2))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void limitOfOpenFilesThatIsTooLowShouldBeNamed() throws Exception {
        Process launcher = new ProcessBuilder(
                        "sh",
                        "-c",
                        "ulimit -n 256 && exec \"$0\" -jar \"$1\"",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        PackagedServer.jar().toString())
                .redirectErrorStream(true)
                .start();

        assertThat(new String(launcher.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("This process may open only 256 files, and the server needs at least 1024");
        assertThat(launcher.waitFor()).isEqualTo(1);
    }

    /** Last, so that nobody has to start the server again. */
    @Test
    @Order(Integer.MAX_VALUE)
    void killedLauncherShouldTakeItsServerAlong() {
        ensureRunning();
        ProcessHandle serving = server.process();

        server.launcher().destroyForcibly();

        await().atMost(Duration.ofSeconds(10)).until(() -> !runs(serving));
    }

    @Test
    void killedPostgresShouldBeBackOnTheSamePortWithItsDataWithinSeconds() throws Exception {
        ensureRunning();
        ProcessHandle first = server.postgres();

        first.destroyForcibly();

        await().atMost(Duration.ofSeconds(20))
                .ignoreExceptions()
                .untilAsserted(() -> execute(server, "INSERT INTO kept VALUES ('again')"));
        assertThat(server.postgres()).isNotEqualTo(first);
        assertThat(server.launcher().isAlive()).isTrue();
        // A connection that was used within the last second is not tested before, and fails once.
        await().atMost(Duration.ofSeconds(3))
                .untilAsserted(() -> assertThat(statusOf(server)).isBetween(200, 499));
    }

    @Test
    void takenPortShouldMakePostgresMoveWithItsData() throws Exception {
        String url = server.jdbcUrl();
        if (server.isRunning()) {
            server.stop();
        }

        int port = Integer.parseInt(url.replaceFirst(".*:(\\d+)/.*", "$1"));
        try (ServerSocket stranger = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            server.startAgain();

            assertThat(stranger.isBound()).isTrue();
            assertThat(server.jdbcUrl()).isNotEqualTo(url);
            execute(server, "INSERT INTO kept VALUES ('still here')");
        }
    }

    /** At once, since each takes a start up to the deployment. */
    @Test
    void valuesThatTheApplicationRefusesShouldStopTheStartWithASentence() {
        Map<String, PackagedServer> servers = Map.of(
                "ones1ght.llm is \"oracle\", but has to be one of embedded, llm-demo, openai.",
                launched(Map.of("ones1ght.llm", "oracle")),
                "The application did not start: ones1ght.chat-session.idle is \"1h\", but has to be a duration",
                launched(Map.of("ones1ght.chat-session.idle", "1h")),
                "The application did not start: ones1ght.signage.accent: #ffd66b has a contrast of 1.24:1",
                launched(Map.of("ones1ght.signage.accent", "#ffd66b")));

        assertThat(servers).allSatisfy(LauncherIT::assertRefused);
    }

    @Test
    void portThatIsNoNumberShouldStopTheStartWithASentence() {
        assertRefused(
                Map.of("ones1ght.http.port", "eighty"),
                "ones1ght.http.port is \"eighty\", but has to be a number from 0 (any free port) to 65535.");
    }

    @Test
    void databaseUrlOfAnotherKindShouldStopTheStartWithASentence() {
        assertRefused(Map.of("ones1ght.db.url", "jdbc:h2:mem:x"), "has to be a JDBC URL of PostgreSQL");
    }

    @Test
    void misspeltSettingShouldBeNamed() {
        try (PackagedServer server = PackagedServer.prepare(Map.of("ones1ght.prot", "1", "ones1ght.store", "nobody"))) {
            server.launch();

            assertThat(server.awaitEnd()).isNotZero();
            assertThat(server.output()).contains("There is no setting ones1ght.prot.");
        }
    }

    private static void assertRefused(Map<String, String> settings, String sentence) {
        assertRefused(sentence, launched(settings));
    }

    private static PackagedServer launched(Map<String, String> settings) {
        PackagedServer server = PackagedServer.prepare(settings);
        server.launch();
        return server;
    }

    private static void assertRefused(String sentence, PackagedServer launched) {
        try (launched) {
            // Some values are looked at by the application, which is there late on a busy machine.
            assertThat(launched.awaitEnd(Duration.ofSeconds(240))).isNotZero();
            assertThat(launched.output()).contains(sentence).doesNotContain("\tat ");
        }
    }

    /** A killed process that nobody waits for stays in the table of processes: that one does not run. */
    private static boolean runs(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }

    private static int statusOf(PackagedServer server) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.baseUrl() + "/v1/validation"))
                .header("Authorization", "Bearer " + server.sdkKey())
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static void execute(PackagedServer server, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        server.jdbcUrl(), server.databaseUser(), server.databasePassword());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
