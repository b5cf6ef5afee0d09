package com.ones1ght.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ones1ght.adapters.store.embedded.EmbeddedCouponSpots;
import com.ones1ght.adapters.store.embedded.EmbeddedStore;
import com.ones1ght.adapters.store.storeapi.StoreApiServer;
import com.ones1ght.bootstrap.e2e.Database.Tenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;

/**
 * The unit of the guide: by systemd's own check, and by its command, which an ordinary user runs with the settings of the
 * guide: a database and a store-API over TLS with certificates of a private CA.
 */
@ExtendWith(SharedServer.class)
class SystemdIT {

    private static final Pattern UNIT = Pattern.compile("(?ms)^```ini\\n(.*?)^```$");
    private static final Duration START = Duration.ofSeconds(150);

    private static final RequiredTool ANALYZE =
            new RequiredTool("systemd-analyze", "SYSTEMD_ANALYZE", "/usr/bin/systemd-analyze", "E2E_REQUIRE_SYSTEMD");

    private static String unit() throws IOException {
        Matcher unit = UNIT.matcher(Files.readString(Path.of("..", "docs", "deployment.md")));
        assertThat(unit.find()).isTrue();
        return unit.group(1);
    }

    private static String value(String name) throws IOException {
        return unit().lines()
                .filter(line -> line.startsWith(name + "="))
                .map(line -> line.substring(name.length() + 1))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @ExtendWith(Analyzed.class)
    void unitShouldBeValidAndTight(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("ones1ght.service"), unit().replace("/usr/bin/java", java()));

        assertThat(analyze("verify", file.toString())).isEmpty();
        assertThat(analyze("security", "--offline=yes", "--threshold=20", "--no-pager", file.toString()))
                .contains("exposure level");
    }

    private static String analyze(String... arguments) throws Exception {
        List<String> command =
                new ArrayList<>(List.of(ANALYZE.executable().orElseThrow().toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    @Test
    void commandOfTheUnitShouldServeOverTlsAndStopInTime(PackagedServer shared, @TempDir Path folder) throws Exception {
        ThrowAwayCa ca = ThrowAwayCa.in(Files.createDirectory(folder.resolve("ca")));
        Path conf = shared.dataDir().resolve("postgres/data/postgresql.conf");
        String plain = Files.readString(conf);
        offerTls(shared, ca, conf);
        EmbeddedStore store = new EmbeddedStore();
        try (StoreApiServer shop = new StoreApiServer(store, new EmbeddedCouponSpots(store), ca.serverTls())) {
            Tenant tenant = new Database(shared).newTenant("en", 10);
            Path state = Files.createDirectory(folder.resolve("state"));
            Process service = service(folder, state, environment(shared, ca, shop, state), ca);
            try {
                await("the service")
                        .atMost(START)
                        .until(() -> console(folder).contains("is ready in") || !service.isAlive());
                assertThat(console(folder)).contains("is ready in");
                Matcher ready = Pattern.compile("is ready in .*: (http://\\S+)").matcher(console(folder));
                assertThat(ready.find()).isTrue();
                Api api = new Api(ready.group(1), tenant.key());
                assertThat(encryptedConnections(shared)).isPositive();
                api.sendUnchecked("GET", "/v1/validation", Map.of()).expect(200);
                api.sendUnchecked("GET", "/v1/store/" + EmbeddedStore.MAIN.value() + "/plan", Map.of())
                        .expect(200);
                assertThat(shop.authorizations()).isNotEmpty();
                assertThat(console(folder).lines().filter(line -> !line.startsWith("\t")))
                        .allMatch(line -> line.matches("2\\d{3}-\\S+Z (ERROR|WARNING|INFO) .*"));
            } finally {
                service.destroy();
                assertThat(service.waitFor(Integer.parseInt(value("TimeoutStopSec")), TimeUnit.SECONDS))
                        .isTrue();
            }
            assertThat(service.exitValue()).isEqualTo(Integer.parseInt(value("SuccessExitStatus")));
            assertThat(console(folder)).endsWith(" Stopped\n");
        } finally {
            Files.writeString(conf, plain);
            reload(shared);
        }
    }

    private static void offerTls(PackagedServer shared, ThrowAwayCa ca, Path conf) throws IOException {
        Path data = conf.getParent();
        Files.copy(ca.serverCertificate(), data.resolve("server.crt"));
        Path key = Files.createFile(
                data.resolve("server.key"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(key, ca.serverKey());
        Files.writeString(conf, "ssl = on\n", StandardOpenOption.APPEND);
        reload(shared);
    }

    private static void reload(PackagedServer shared) throws IOException {
        new ProcessBuilder("kill", "-HUP", Long.toString(shared.postgres().pid()))
                .start()
                .onExit()
                .join();
    }

    private static List<String> environment(PackagedServer shared, ThrowAwayCa ca, StoreApiServer shop, Path state)
            throws IOException {
        String database = shared.jdbcUrl().replace("127.0.0.1", "localhost") + "?sslmode=verify-full&sslrootcert="
                + ca.certificate();
        List<String> environment = new ArrayList<>(List.of(value("Environment")
                .replace("/var/lib/ones1ght", state.toString())
                .split(" ")));
        environment.addAll(List.of(
                "ONES1GHT_HTTP_PORT=0",
                "ONES1GHT_DB_URL=" + database,
                "ONES1GHT_DB_USER=" + shared.databaseUser(),
                "ONES1GHT_DB_PASSWORD=" + shared.databasePassword(),
                "ONES1GHT_STORE=store-api",
                "ONES1GHT_STORE_API_URL=" + shop.base(),
                "ONES1GHT_RUNNER_ENABLED=false"));
        return environment;
    }

    private static Process service(Path folder, Path state, List<String> environment, ThrowAwayCa ca)
            throws IOException {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            give(folder);
            command.addAll(List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"));
        }
        String trusting = " -Djavax.net.ssl.trustStore=" + ca.trustStore() + " -Djavax.net.ssl.trustStorePassword="
                + ThrowAwayCa.PASSWORD + " -jar ";
        command.addAll(Arrays.asList(value("ExecStart")
                .replace("/usr/bin/java", java())
                .replace(" -jar ", trusting)
                .replace("/opt/ones1ght/ones1ght.jar", PackagedServer.jar().toString())
                .split(" ")));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(state.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("console").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("ONES1GHT_"));
        environment.forEach(line -> builder.environment().put(line.split("=", 2)[0], line.split("=", 2)[1]));
        return builder.start();
    }

    private static void give(Path folder) throws IOException {
        var nobody = folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                Files.setOwner(file, nobody);
            }
        }
    }

    private static String console(Path folder) throws IOException {
        return Files.readString(folder.resolve("console"));
    }

    private static long encryptedConnections(PackagedServer shared) throws Exception {
        try (var connection = java.sql.DriverManager.getConnection(
                        shared.jdbcUrl(), shared.databaseUser(), shared.databasePassword());
                var rows = connection
                        .createStatement()
                        .executeQuery("SELECT count(*) FROM pg_stat_ssl WHERE ssl AND pid <> pg_backend_pid()")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Skips the check where systemd is not installed. */
    static final class Analyzed implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return ANALYZE.condition(context);
        }
    }
}
