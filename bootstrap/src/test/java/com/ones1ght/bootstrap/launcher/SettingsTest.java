package com.ones1ght.bootstrap.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ones1ght.bootstrap.launcher.Settings.Source;
import com.ones1ght.bootstrap.launcher.http.BodyLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    private static final Path GUIDE = Path.of(System.getProperty("basedir", "."), "..", "docs", "configuration.md");
    private static final Pattern SETTING = Pattern.compile("(?m)^\\| `(ones1ght\\.[a-z0-9.-]+)` \\|");

    @Test
    void everySettingOfTheGuideIsKnownInBothItsForms() throws IOException {
        Map<String, String> properties = SETTING.matcher(Files.readString(GUIDE))
                .results()
                .collect(Collectors.toMap(found -> found.group(1), found -> "x"));
        Map<String, String> environment = properties.keySet().stream()
                .collect(Collectors.toMap(
                        name -> name.replaceAll("[^a-z0-9]", "_").toUpperCase(Locale.ROOT), name -> "x"));
        assertThat(properties).hasSizeGreaterThan(15);

        assertThat(Settings.unknown(new Source(properties, environment))).isEmpty();
    }

    @Test
    void slipOfThePenIsNamedInTheFormInWhichItWasGiven() {
        Source source = new Source(
                Map.of("ones1ght.htp.port", "1", "java.home", "x"), Map.of("ONES1GHT_DBURL", "x", "HOME", "x"));

        assertThat(Settings.unknown(source)).containsExactly("ONES1GHT_DBURL", "ones1ght.htp.port");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "1001", "many", "-1", "4.5"})
    void aNumberOfThreadsThatServesNobodyShouldBeRefused(String threads) {
        Source source = new Source(Map.of("ones1ght.http.threads", threads), Map.of());

        assertThatThrownBy(() -> Settings.read(source))
                .isInstanceOf(LaunchException.class)
                .hasMessage(
                        "ones1ght.http.threads is \"" + threads + "\", but has to be a whole number from 4 to 1000.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"4", "4gb", "0g", "255m", "-1g", "1.5g", "2048k", "much"})
    void heapThatNoServerCanRunInShouldBeRefused(String heap) {
        Source source = new Source(Map.of("ones1ght.jvm.max-heap", heap), Map.of());

        assertThatThrownBy(() -> Settings.read(source))
                .isInstanceOf(LaunchException.class)
                .hasMessage("ones1ght.jvm.max-heap is \"" + heap
                        + "\", but has to be a size such as 512m or 4g, of at least 256m.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"256m", "4g", "1G", "700M"})
    void heapShouldBeTheOneThatIsSet(String heap) {
        assertThat(Settings.read(new Source(Map.of(), Map.of("ONES1GHT_JVM_MAX_HEAP", heap)))
                        .maxHeap())
                .isEqualTo(heap);
    }

    @Test
    void theNumberOfThreadsShouldBeTheOneThatIsSet() {
        assertThat(Settings.read(new Source(Map.of("ones1ght.http.threads", "4"), Map.of()))
                        .http()
                        .threads())
                .isEqualTo(4);
        assertThat(Settings.read(new Source(Map.of(), Map.of())).http().threads())
                .isEqualTo(40);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "-PT1S", "10", "PT61S", "soon", "PT0.0001S"})
    void aTimeForBodiesThatNobodyMeetsShouldBeRefused(String timeout) {
        Source source = new Source(Map.of("ones1ght.http.body-timeout", timeout), Map.of());

        assertThatThrownBy(() -> Settings.read(source))
                .isInstanceOf(LaunchException.class)
                .hasMessageStartingWith("ones1ght.http.body-timeout is \"" + timeout + "\"");
    }

    @Test
    void limitsOfBodiesShouldBeTheOnesThatAreSet() {
        Source source = new Source(
                Map.of("ones1ght.http.body-timeout", "PT2S"), Map.of("ONES1GHT_HTTP_MAX_BODY_BYTES", "1000"));

        assertThat(Settings.read(source).http().bodies()).isEqualTo(new BodyLimits(1000, Duration.ofSeconds(2)));
        assertThat(Settings.read(new Source(Map.of(), Map.of())).http().bodies())
                .isEqualTo(new BodyLimits(65_536, Duration.ofSeconds(10)));
    }
}
