package com.ones1ght.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ones1ght.bootstrap.e2e.Api.Kickoff;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What operators see at {@code /metrics}. */
@ExtendWith(SharedServer.class)
class MetricsIT {

    private static final Map<String, String> OPEN_METRICS = Map.of("Accept", "application/openmetrics-text");

    /** A row of the table in {@code docs/metrics.md}, which a unit test holds against the catalogue. */
    private static final Pattern DOCUMENTED = Pattern.compile("\\| `(\\w+)` \\| (counter|gauge|histogram) ");

    private final PackagedServer server;
    private final Api api;
    private final Api scraper;

    MetricsIT(PackagedServer server) {
        this.server = server;
        this.api = new Api(
                server.baseUrl(), new Database(server).newTenant("ko", 100).key());
        this.scraper = new Api(server.baseUrl(), null);
    }

    private OpenMetricsText scrape() {
        return OpenMetricsText.parse(scraper.sendUnchecked("GET", "/metrics", OPEN_METRICS)
                .expect(200)
                .text());
    }

    private static String requests(String method, String route, int status) {
        return "ones1ght_http_request_duration_seconds_count{method=\"%s\",route=\"%s\",status=\"%d\"}"
                .formatted(method, route, status);
    }

    private static void assertGrown(OpenMetricsText before, OpenMetricsText after, String series, double by) {
        assertThat(after.value(series) - before.value(series)).as(series).isEqualTo(by);
    }

    @Test
    void scrapersShouldGetTheFormatThatTheyPrefer() {
        Reply plain = scraper.sendUnchecked("GET", "/metrics", Map.of());
        Reply open = scraper.sendUnchecked("GET", "/metrics", OPEN_METRICS);

        assertThat(plain.expect(200).header("Content-Type").orElseThrow().replace(" ", ""))
                .isEqualToIgnoringCase("text/plain;version=0.0.4;charset=utf-8");
        assertThat(open.expect(200).header("Content-Type").orElseThrow().replace(" ", ""))
                .isEqualToIgnoringCase("application/openmetrics-text;version=1.0.0;charset=utf-8");
        assertThat(plain.text())
                .contains("# TYPE ones1ght_products_merged_total counter\n")
                .doesNotContain("# EOF");
        assertThat(plain.headers().allValues("Vary")).anyMatch(vary -> vary.contains("Accept"));
        assertThat(plain.header("Cache-Control")).contains("no-store");
    }

    @Test
    void theServersOwnMetricsShouldBeOff() {
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
    void theMetricsShouldOnlyBeRead(String method) {
        assertThat(scraper.sendUnchecked(method, "/metrics", Map.of()).status()).isEqualTo(405);
    }

    /** The embedded backends have no calls and no model. */
    @Test
    void everyMetricOfThisInstallationShouldBeShownAndNoOther() throws IOException {
        Kickoff kickoff = kickOff();
        api.awaitCompleted(kickoff.profile(), kickoff.chat());

        Set<String> shown = scrape().types().keySet();

        assertThat(shown)
                .containsExactlyInAnyOrderElementsOf(documented().stream()
                        .filter(name -> !name.contains("_upstream_")
                                && !name.startsWith("ones1ght_model_")
                                && !name.startsWith("ones1ght_store_"))
                        .map(name -> name.replaceAll("_total$", ""))
                        .toList());
    }

    private static List<String> documented() throws IOException {
        return Files.readAllLines(Path.of("../docs/metrics.md")).stream()
                .map(DOCUMENTED::matcher)
                .filter(Matcher::lookingAt)
                .map(row -> row.group(1))
                .toList();
    }

    private Kickoff kickOff() {
        return api.kickOff(api.newProfile(), "오늘 저녁 카레 땡기는데");
    }

    @Test
    void aRoundShouldBeCountedFromItsRequestToItsEnd() {
        String profile = api.newProfile();
        OpenMetricsText before = scrape();

        Kickoff kickoff = api.kickOff(profile, "오늘 저녁 카레 땡기는데");
        api.awaitCompleted(profile, kickoff.chat());

        OpenMetricsText after = scrape();
        assertGrown(before, after, requests("POST", "/v1/chat/{profile_id}/recommend", 202), 1);
        assertThat(after.value(requests("GET", "/v1/chat/{profile_id}/recommend/{chat_id}", 200)))
                .isGreaterThan(before.value(requests("GET", "/v1/chat/{profile_id}/recommend/{chat_id}", 200)));
        assertGrown(before, after, "ones1ght_rounds_accepted_total", 1);
        assertGrown(before, after, "ones1ght_rounds_settled_total{outcome=\"completed\"}", 1);
        assertGrown(before, after, "ones1ght_leases_lost_total", 0);
        for (String step : List.of("meal_suggest", "shopping_list", "upsell_surface", "back_list")) {
            assertGrown(
                    before,
                    after,
                    "ones1ght_step_duration_seconds_count{backend=\"embedded\",step=\"%s\"}".formatted(step),
                    1);
        }
        assertThat(after.value("ones1ght_products_merged_total"))
                .isGreaterThan(before.value("ones1ght_products_merged_total"));
        assertThat(after.value("ones1ght_rounds_held")).isZero();
        assertThat(after.value("ones1ght_rounds_waiting")).isZero();
        assertThat(after.value("process_cpu_seconds_total")).isPositive();
    }

    @Test
    void connectionsInUseShouldBeCounted() throws SQLException {
        String profile = api.newProfile();
        List<CompletableFuture<Reply>> waiting = new ArrayList<>();
        try (Connection other = DriverManager.getConnection(
                        server.jdbcUrl(), server.databaseUser(), server.databasePassword());
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("LOCK TABLE profile IN ACCESS EXCLUSIVE MODE");
            for (int i = 0; i < 3; i++) {
                waiting.add(api.getLater("/v1/profile/" + profile, Map.of()));
            }
            await().untilAsserted(() ->
                    assertThat(scrape().value("ones1ght_db_connections_in_use")).isBetween(3.0, 20.0));
            assertThat(scrape().value("ones1ght_db_connection_waiters")).isZero();
        }
        waiting.forEach(reply -> reply.join().expect(200));

        await().untilAsserted(() ->
                assertThat(scrape().value("ones1ght_db_connections_in_use")).isZero());
    }

    @Test
    void refusalsShouldBeCountedByTheirCode() {
        String profile = api.newProfile();
        OpenMetricsText before = scrape();

        api.withKey("sdk_unknown").get("/v1/profile/" + profile).expect(401);
        api.post(Api.recommend(profile), "{}").expect(400);
        api.get("/v1/profile/00000000-0000-0000-0000-000000000000").expect(404);
        Api poor = new Api(
                server.baseUrl(), new Database(server).newTenant("ko", 0).key());
        poor.post(Api.recommend(poor.newProfile()), Api.prompt("카레")).expect(402);
        scraper.sendUnchecked("DELETE", "/docs", Map.of()).expect(405);

        OpenMetricsText after = scrape();
        for (String code : List.of(
                "INVALID_API_KEY", "INVALID_REQUEST", "NOT_FOUND", "INSUFFICIENT_CREDIT", "METHOD_NOT_ALLOWED")) {
            assertGrown(before, after, "ones1ght_http_refusals_total{code=\"%s\"}".formatted(code), 1);
        }
        assertGrown(before, after, requests("GET", "/v1/*", 401), 1);
        assertGrown(before, after, requests("POST", "/v1/chat/{profile_id}/recommend", 400), 1);
        assertGrown(before, after, requests("GET", "/v1/{word}/{profile_id}", 404), 1);
        assertGrown(before, after, requests("DELETE", "/docs", 405), 1);
    }

    @Test
    void whateverClientsSendShouldMakeFewSeries() {
        Pattern known = Pattern.compile("other|/|/v1/\\*|/\\w+(/\\*?)?|(/(\\w|-|\\.|\\{\\w+})+)+");
        for (int i = 0; i < 40; i++) {
            String strange = "x" + Integer.toHexString(i * 7919);
            for (String path : List.of(
                    "/" + strange,
                    "/v1/" + strange,
                    "/v1/profile/" + strange,
                    "/v1/chat/" + strange + "/recommend/" + strange,
                    "/v1/chat/" + strange + "/recommend/" + strange + "/" + strange + "/events",
                    "/v1/profile;" + strange + "/x",
                    "/docs/" + strange,
                    "/assets/" + strange,
                    "/signage/" + strange,
                    "/store/products/" + strange)) {
                api.sendUnchecked(i % 2 == 0 ? "GET" : "M" + strange.toUpperCase(Locale.ROOT), path, Map.of());
            }
        }

        OpenMetricsText after = scrape();

        Set<String> series = after.samples().keySet().stream()
                .filter(key -> key.startsWith("ones1ght_http_request_duration_seconds_count"))
                .collect(Collectors.toSet());
        assertThat(series).hasSizeLessThan(400).noneMatch(key -> key.matches(".*\\bM?[xX][0-9a-fA-F]{3,}.*"));
        Pattern labels = Pattern.compile(".*\\{method=\"([^\"]*)\",route=\"([^\"]*)\",status=\"(\\d{3})\"}");
        assertThat(series).allSatisfy(key -> {
            var matched = labels.matcher(key);
            assertThat(matched.matches()).as(key).isTrue();
            assertThat(matched.group(1))
                    .isIn("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "other");
            assertThat(matched.group(2)).matches(known);
        });
    }

    @Test
    void whoIsConnectedShouldBeCounted() throws IOException {
        Kickoff kickoff = kickOff();
        api.awaitCompleted(kickoff.profile(), kickoff.chat());
        OpenMetricsText before = scrape();
        String tag = api.get(kickoff.chatPath()).expect(200).header("ETag").orElseThrow();

        CompletableFuture<Reply> poll = api.getLater(kickoff.chatPath() + "?wait=20", Map.of("If-None-Match", tag));
        try (StreamReader events =
                        StreamReader.connect(server.baseUrl() + "/v1/admin/stream", server.adminKey(), null);
                Socket screen =
                        RawHttp.open(server.baseUrl(), "GET /signage/1/stream HTTP/1.1\r\nHost: localhost\r\n\r\n")) {
            assertThat(events).as("open until the end of the block").isNotNull();
            assertThat(screen.getInputStream().read()).isEqualTo('H');
            await().untilAsserted(() -> {
                OpenMetricsText now = scrape();
                assertGrown(before, now, "ones1ght_streams_open{kind=\"events\"}", 1);
                assertGrown(before, now, "ones1ght_screens_connected", 1);
                assertGrown(before, now, "ones1ght_polls_waiting", 1);
                assertGrown(before, now, requests("GET", "/v1/admin/stream", 200), 1);
            });
        }
        api.post(Api.recommend(kickoff.profile()), Api.followUp(kickoff.chat(), "카레"))
                .expect(202);
        poll.join().expect(200);

        await().untilAsserted(() -> {
            OpenMetricsText now = scrape();
            assertGrown(before, now, "ones1ght_polls_waiting", 0);
            assertThat(now.value(requests("GET", "/v1/chat/{profile_id}/recommend/{chat_id}", 200)))
                    .isGreaterThan(before.value(requests("GET", "/v1/chat/{profile_id}/recommend/{chat_id}", 200)));
        });
        api.awaitCompleted(kickoff.profile(), kickoff.chat());
    }
}
