package com.ones1ght.containers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Builds the image and runs it, with the embedded database and with one that the environment names. */
@ExtendWith(RequiredTool.Images.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ImageIT {

    /** The status of a process that SIGTERM ends: 128 + 15. */
    private static final int TERMINATED = 143;

    private Image image;
    private RunningImage container;

    @BeforeAll
    void start() throws Exception {
        image = Image.build();
        container = RunningImage.start(image, Map.of("ONES1GHT_HTTP_PORT", "0", "ONES1GHT_DEMO", "true"));
    }

    @AfterAll
    void close() throws Exception {
        if (container != null) {
            container.close();
        }
    }

    @Test
    void imageShouldBeWhatTheManifestsRelyOn() throws IOException {
        assertThat(image.user()).isEqualTo(Containerfile.user() + ":" + Containerfile.group());
        assertThat(image.ports()).containsExactly(Containerfile.port() + "/tcp");
        assertThat(image.volumes()).containsExactly(Containerfile.volume());
        assertThat(image.workingDirectory()).isEqualTo(Containerfile.volume());
        assertThat(image.stopSignal()).isEqualTo("SIGTERM");
        assertThat(image.entryPoint()).isEqualTo(array(Containerfile.entryPoint()));
        assertThat(image.healthCheck()).isEqualTo(array(Containerfile.healthCheck()));
        assertThat(image.environment()).contains("ONES1GHT_DEMO=false", "ONES1GHT_LOG_OUTPUT=console", "LANG=C.UTF-8");
        assertThat(image.labels())
                .containsEntry("org.opencontainers.image.version", System.getProperty("containers.version"))
                .containsKeys(
                        "org.opencontainers.image.title",
                        "org.opencontainers.image.licenses",
                        "org.opencontainers.image.revision");
    }

    @Test
    void everyProcessShouldRunAsTheImagesUserWithoutCapabilities() {
        assertThat(container.processes()).hasSizeGreaterThan(2).allSatisfy(process -> {
            assertThat(status(process, "Uid")).startsWith(Containerfile.user() + "\t" + Containerfile.user());
            assertThat(status(process, "CapEff")).isEqualTo("0000000000000000");
            assertThat(status(process, "CapBnd")).isEqualTo("0000000000000000");
            assertThat(status(process, "NoNewPrivs")).isEqualTo("1");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"/opt/ones1ght/x", "/opt/ones1ght/lib/x", "/etc/x", "/x", "/home/x"})
    void rootFileSystemShouldBeReadOnlyEvenForRoot(String file) throws Exception {
        assertThat(container.run(List.of("touch", file))).isNotZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health/started", "/health/live", "/health/ready", "/metrics"})
    void addressesOfProbesAndScrapesShouldAnswer(String path) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(container.baseUrl() + path)).build();

        assertThat(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void healthCheckShouldFindTheServerAndNoticeWhenThereIsNone() throws Exception {
        int port = URI.create(container.baseUrl()).getPort();

        assertThat(healthCheck("ONES1GHT_HTTP_PORT=" + port)).isZero();
        assertThat(healthCheck("ONES1GHT_HTTP_PORT=1")).isOne();
    }

    @Test
    void classArchiveOfTheImageShouldBeInUse() {
        assertThat(container.processes().filter(process -> mapsArchive(process.pid())))
                .hasSize(1);
    }

    @Test
    void questionShouldBeAnswered() throws Exception {
        Shopper shopper = new Shopper(container.baseUrl(), container.value("demo.env", "SDK_KEY"));

        shopper.awaitCompleted(container.baseUrl(), shopper.ask(container.baseUrl(), "something quick with tofu"));
    }

    @Test
    @Order(1)
    void billOfMaterialsAndLicencesShouldBeInTheImage() throws Exception {
        assertThat(container.run(List.of("test", "-s", "/opt/ones1ght/sbom.cdx.json")))
                .isZero();
        assertThat(container.run(List.of("test", "-s", "/opt/ones1ght/licences/Apache-2.0.txt")))
                .isZero();
    }

    @Test
    @Order(Integer.MAX_VALUE - 1)
    void nodeOnTheDatabaseOfTheEnvironmentShouldLoseNothingWhenItIsStopped() throws Exception {
        try (RunningImage second = RunningImage.start(
                image,
                Map.of(
                        "ONES1GHT_HTTP_PORT", "0",
                        "ONES1GHT_DEMO", "true",
                        "ONES1GHT_DB_URL",
                                "jdbc:postgresql://127.0.0.1:%s/%s"
                                        .formatted(connection("port"), connection("database")),
                        "ONES1GHT_DB_USER", connection("user"),
                        "ONES1GHT_DB_PASSWORD", connection("password")))) {
            assertThat(second.hasFile("postgres")).isFalse();
            Shopper shopper = new Shopper(second.baseUrl(), container.value("demo.env", "SDK_KEY"));
            List<String> chats = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                chats.add(shopper.ask(second.baseUrl(), "dinner for " + (i + 1)));
            }

            assertThat(second.stop()).isEqualTo(TERMINATED);

            chats.forEach(chat -> shopper.awaitCompleted(container.baseUrl(), chat));
        }
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void stopSignalShouldEndTheContainerAndItsDatabaseInOrder() throws Exception {
        report();

        assertThat(container.stop()).isEqualTo(TERMINATED);
        assertThat(container.hasFile("postgres/data/postmaster.pid")).isFalse();
        assertThat(container.output().strip()).endsWith("Stopped").doesNotContain(" ERROR ");
        assertThat(container.hasFile("logs/server.0.log")).isFalse();
    }

    /** The figures of docs/containers.md. */
    private void report() throws IOException {
        long memory = container.processes().mapToLong(ImageIT::memory).sum();
        Image.Mounted mounted = Image.mount();
        long distribution = Image.size(mounted.root().resolve("opt/ones1ght"));
        long all = Image.size(mounted.root());
        mounted.unmount();
        System.out.printf(
                "### The image: %d MB, %d MB of them the product; ready in %.1f s; %d MB in %d processes ###%n",
                all / 1_000_000,
                distribution / 1_000_000,
                container.startTime(),
                memory / 1000,
                container.processes().count());
    }

    private static List<String> array(String json) throws IOException {
        return List.of(new ObjectMapper().readValue(json, String[].class));
    }

    private int healthCheck(String variable) throws Exception {
        List<String> command = new ArrayList<>(List.of(variable));
        command.addAll(image.healthCheck());
        return container.run(command);
    }

    private String connection(String name) throws IOException {
        return container.value("postgres/connection.properties", name);
    }

    private static boolean mapsArchive(long pid) {
        try {
            return Files.readString(Path.of("/proc/" + pid + "/maps")).contains("/opt/ones1ght/lib/classes-");
        } catch (IOException ended) {
            return false;
        }
    }

    /** The resident memory of a process in KiB; of what it shares with others, its part. */
    private static long memory(ProcessHandle process) {
        return Long.parseLong(value(process, "smaps_rollup", "Pss").replaceAll("\\D", ""));
    }

    private static String status(ProcessHandle process, String name) {
        return value(process, "status", name);
    }

    private static String value(ProcessHandle process, String file, String name) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), file)).stream()
                    .filter(line -> line.startsWith(name + ":"))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("0");
        } catch (IOException ended) {
            return "0";
        }
    }
}
