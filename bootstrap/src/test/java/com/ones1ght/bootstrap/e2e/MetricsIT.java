package com.ones1ght.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What operators see at {@code /metrics}. */
@ExtendWith(SharedServer.class)
class MetricsIT {

    @Test
    void scrapersShouldGetTheFormatThatTheyPrefer(PackagedServer server) {
        Api scraper = new Api(server.baseUrl(), null);

        Reply plain = scraper.sendUnchecked("GET", "/metrics", Map.of());
        Reply open = scraper.sendUnchecked("GET", "/metrics", Map.of("Accept", "application/openmetrics-text"));

        assertThat(plain.expect(200).header("Content-Type").orElseThrow().replace(" ", ""))
                .isEqualToIgnoringCase("text/plain;version=0.0.4;charset=utf-8");
        assertThat(open.expect(200).header("Content-Type").orElseThrow().replace(" ", ""))
                .isEqualToIgnoringCase("application/openmetrics-text;version=1.0.0;charset=utf-8");
        assertThat(plain.text())
                .contains("# TYPE ones1ght_products_merged_total counter\n")
                .doesNotContain("# EOF");
        assertThat(open.text())
                .contains("# TYPE ones1ght_products_merged counter\n")
                .endsWith("# EOF\n");
        assertThat(plain.headers().allValues("Vary")).anyMatch(vary -> vary.contains("Accept"));
        assertThat(plain.header("Cache-Control")).contains("no-store");
    }

    @Test
    void theServersOwnMetricsShouldBeOff(PackagedServer server) {
        Api scraper = new Api(server.baseUrl(), null);

        assertThat(scraper.sendUnchecked("GET", "/metrics", Map.of()).text())
                .doesNotContain("mp_scope", "ft_circuitbreaker", "base_");
        for (String path : new String[] {"/metrics/", "/metrics/base", "/metrics/vendor/x"}) {
            assertThat(scraper.sendUnchecked("GET", path, Map.of()).status())
                    .as(path)
                    .isIn(403, 404);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "BREW"})
    void theMetricsShouldOnlyBeRead(String method, PackagedServer server) {
        Reply refused = new Api(server.baseUrl(), null).sendUnchecked(method, "/metrics", Map.of());

        assertThat(refused.status()).isEqualTo(405);
    }
}
