package com.ones1ght.bootstrap.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ones1ght.bootstrap.launcher.Settings.Source;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpSettingsTest {

    @Test
    void defaultsShouldBeAllAddressesAndNoDrain() {
        HttpSettings http = HttpSettings.read(new Source(Map.of(), Map.of()));

        assertThat(http.address().isAnyLocalAddress()).isTrue();
        assertThat(http.port()).isEqualTo(8080);
        assertThat(http.threads()).isEqualTo(40);
        assertThat(http.drain()).isZero();
        assertThat(http.baseUrl(8080)).isEqualTo("http://localhost:8080");
    }

    @Test
    void environmentShouldSetThemToo() {
        HttpSettings http = HttpSettings.read(
                new Source(Map.of(), Map.of("ONES1GHT_HTTP_ADDRESS", "127.0.0.1", "ONES1GHT_HTTP_DRAIN", "PT15S")));

        assertThat(http.drain()).isEqualTo(Duration.ofSeconds(15));
        assertThat(http.baseUrl(81)).isEqualTo("http://127.0.0.1:81");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ones1ght.http.port    | eighty       | a number from 0 (any free port) to 65535",
                "ones1ght.http.port    | 65536        | a number from 0 (any free port) to 65535",
                "ones1ght.http.port    | -1           | a number from 0 (any free port) to 65535",
                "ones1ght.http.threads | 3            | a whole number from 4 to 1000",
                "ones1ght.http.threads | 4.5          | a whole number from 4 to 1000",
                "ones1ght.http.drain   | 15s          | a duration in the form of ISO 8601, for example PT15S",
                "ones1ght.http.drain   | PT-1S        | a duration of at least PT0S",
                "ones1ght.http.address | 192.0.2.1    | an address of this machine",
                "ones1ght.http.address | not/a/host   | an address of this machine",
                "ones1ght.http.address | 127.0.0.1:80 | an address of this machine"
            })
    void valueThatCannotBeUsedShouldBeRefused(String name, String value, String expectation) {
        assertThatThrownBy(() -> HttpSettings.read(new Source(Map.of(name, value), Map.of())))
                .isInstanceOf(LaunchException.class)
                .hasMessage("%s is \"%s\", but has to be %s.", name, value, expectation);
    }
}
