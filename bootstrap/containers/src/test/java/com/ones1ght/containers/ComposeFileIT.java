package com.ones1ght.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.ones1ght.containers.ComposeFile.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Reads the compose file strictly, and compares it with the image and the settings. */
class ComposeFileIT {

    private static final Path FILE = Path.of("src", "main", "compose", "compose.yaml");

    /** {@code ${NAME}}, {@code ${NAME:-default}}, {@code ${NAME:?message}}. */
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)(?::([-?])[^}]*)?}");

    private final ComposeFile file = read();

    @Test
    void everyVolumeAndServiceThatIsNamedShouldExist() {
        assertThat(file.volumes().keySet())
                .containsExactlyInAnyOrder("gateway", "database")
                .isEqualTo(file.services().values().stream()
                        .flatMap(service -> service.volumes().stream())
                        .map(volume -> volume.substring(0, volume.indexOf(':')))
                        .collect(Collectors.toSet()));
        file.services().values().forEach(service -> {
            assertThat(file.services().keySet()).containsAll(service.dependsOn().keySet());
            service.dependsOn().forEach((name, how) -> {
                assertThat(how.condition()).isEqualTo("service_healthy");
                assertThat(file.services().get(name).healthcheck()).isNotNull();
            });
        });
    }

    @Test
    void gatewayShouldRunAsTheImagePromises() throws IOException {
        Service gateway = file.services().get("gateway");

        assertThat(gateway.readOnly()).isTrue();
        assertThat(gateway.capDrop()).containsExactly("ALL");
        assertThat(gateway.securityOpt()).containsExactly("no-new-privileges:true");
        assertThat(gateway.volumes()).containsExactly("gateway:" + Containerfile.volume());
        assertThat(gateway.tmpfs()).containsExactly("/tmp");
        assertThat(gateway.ports()).hasSize(1).first().asString().endsWith(":" + Containerfile.port());
        assertThat(gateway.healthcheck().test().subList(1, 7))
                .isEqualTo(List.of(new ObjectMapper().readValue(Containerfile.healthCheck(), String[].class)));
        assertThat(seconds(gateway.stopGracePeriod())).isGreaterThanOrEqualTo(Duration.ofSeconds(25));
    }

    @Test
    void variablesOfTheGatewayShouldBeSettings() {
        Set<String> variables =
                new TreeSet<>(file.services().get("gateway").environment().keySet());

        Settings.assertExist(variables);
        assertThat(variables).contains("ONES1GHT_DB_URL", "ONES1GHT_DB_USER", "ONES1GHT_DB_PASSWORD");
    }

    @Test
    void gatewayShouldFindTheDatabaseOfTheFile() {
        Map<String, String> gateway = file.services().get("gateway").environment();
        Map<String, String> database = file.services().get("database").environment();

        assertThat(gateway)
                .containsEntry("ONES1GHT_DB_URL", "jdbc:postgresql://database:5432/" + database.get("POSTGRES_DB"))
                .containsEntry("ONES1GHT_DB_USER", database.get("POSTGRES_USER"))
                .containsEntry("ONES1GHT_DB_PASSWORD", database.get("POSTGRES_PASSWORD"));
        assertThat(file.services().get("database").image()).contains("postgres:17");
    }

    @Test
    void secretsShouldHaveNoDefault() {
        file.services().values().forEach(service -> service.environment().forEach((name, value) -> {
            if (Settings.isSecret(name)) {
                assertThat(VARIABLE.matcher(value).results().toList())
                        .as(name)
                        .hasSize(1)
                        .allSatisfy(found -> assertThat(found.group(2)).isEqualTo("?"));
            }
        }));
    }

    @Test
    void readingShouldRefuseWhatComposeWouldNotKnow() throws IOException {
        String text = Files.readString(FILE);

        assertThatThrownBy(() -> ComposeFile.parse(text.replace("healthcheck:", "health_check:")))
                .hasMessageContaining("health_check");
        assertThatThrownBy(() -> ComposeFile.parse(text.replace("start_period: 120s", "start_period: 2 minutes")))
                .hasMessageContaining("2 minutes");
        assertThatThrownBy(() -> ComposeFile.parse(text.replace("restart: unless-stopped", "restart: sometimes")))
                .hasMessageContaining("sometimes");
        assertThatThrownBy(() -> ComposeFile.parse(text.replace("mem_limit: 2g", "mem_limit: two")))
                .hasMessageContaining("two");
        assertThatThrownBy(() -> ComposeFile.parse(text.replace("name: ones1ght\n", "name: ones1ght\nname: twice\n")))
                .hasMessageContaining("name");
    }

    private static Duration seconds(String duration) {
        return Duration.parse("PT" + duration);
    }

    private static ComposeFile read() {
        try {
            return ComposeFile.parse(Files.readString(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
