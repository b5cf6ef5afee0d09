package com.ones1ght.adapters.signage.embedded;

import static com.ones1ght.adapters.signage.embedded.Stage.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.ones1ght.application.signage.port.SignageTriggers;
import com.ones1ght.domain.store.StoreId;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages and their streams over a real socket. */
class DisplayServletTest {

    private final Stage stage = new Stage();
    private final ExecutorService workers = Executors.newFixedThreadPool(2);
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final HttpClient client = HttpClient.newHttpClient();
    private DisplayServer server = serve(open());

    private static DisplaySettings open() {
        return settings("embedded", Optional.empty(), true, Optional.empty());
    }

    private static DisplaySettings settings(
            String signage, Optional<String> token, boolean demo, Optional<String> imageOrigins) {
        return settings(signage, token, demo, imageOrigins, Map.of());
    }

    private static DisplaySettings settings(
            String signage,
            Optional<String> token,
            boolean demo,
            Optional<String> imageOrigins,
            Map<String, String> branding) {
        return new DisplaySettings(
                signage, token, demo, Stage.STORE.value(), imageOrigins, BrandingSettingsTest.with(branding));
    }

    private DisplayServer serve(DisplaySettings settings) {
        return new DisplayServer(stage.hub, settings, workers, timer, stage.clock);
    }

    private void serveAgain(DisplaySettings settings) {
        server.close();
        server = serve(settings);
    }

    @AfterEach
    void stop() {
        server.close();
        timer.shutdownNow();
        workers.shutdownNow();
    }

    private HttpResponse<String> send(String method, String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(server.address(path))
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .timeout(Duration.ofSeconds(30))
                        .build(),
                BodyHandlers.ofString());
    }

    private PageStream listen(String path) throws IOException {
        return new PageStream(server.address(path));
    }

    @Test
    void pageShouldHaveAStrictPolicyAndReferToExistingFiles() throws Exception {
        HttpResponse<String> page = send("GET", "/signage/1");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(page.headers().firstValue("Content-Security-Policy")).hasValueSatisfying(policy -> assertThat(policy)
                .startsWith("default-src 'none';")
                .contains("script-src 'self'", "img-src 'self';")
                .doesNotContain("unsafe"));
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        List<String> assets = Pattern.compile("(?:src|href)=\"\\.\\./([^\"]+)\"")
                .matcher(page.body())
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(assets).hasSize(8);
        for (String asset : assets) {
            assertThat(send("GET", "/" + asset).statusCode()).as(asset).isEqualTo(200);
        }
    }

    @Test
    void configuredOriginsShouldBeInThePolicy() throws Exception {
        serveAgain(settings("embedded", Optional.empty(), true, Optional.of("https://images.example")));

        assertThat(send("GET", "/signage/2").headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("img-src 'self' https://images.example;"));
    }

    @Test
    void pageShouldCarryTheBrandingOfItsStoreAsText() throws Exception {
        serveAgain(settings(
                "embedded",
                Optional.empty(),
                true,
                Optional.empty(),
                Map.of(
                        "ones1ght.signage.store-name.corner-shop", "Kim \"&\" <Sons>",
                        "ones1ght.signage.logo.corner-shop", "data:image/png;base64,AAAA",
                        "ones1ght.signage.accent", "#0A4D8C",
                        "ones1ght.signage.time-zone", "Asia/Tokyo")));

        HttpResponse<String> own = send("GET", "/signage/1");
        HttpResponse<String> other = send("GET", "/signage/1?store=other");

        assertThat(own.body())
                .contains(
                        " data-store-name=\"Kim &quot;&amp;&quot; &lt;Sons&gt;\"",
                        " data-logo=\"data:image/png;base64,AAAA\"",
                        " data-accent=\"#0a4d8c\"",
                        " data-time-zone=\"Asia/Tokyo\"");
        assertThat(own.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("img-src 'self' data:;"));
        assertThat(other.body())
                .contains(" data-accent=\"#0a4d8c\"")
                .doesNotContain("data-store-name", "data-logo", "data-branding");
        assertThat(other.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("img-src 'self';"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/signage",
                "/signage/",
                "/signage/0",
                "/signage/01",
                "/signage/x",
                "/signage/1/x",
                "/signage/12345"
            })
    void unknownSignagePathsShouldNotBeFound(String path) throws Exception {
        HttpResponse<String> answer = send("GET", path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/plain;charset=UTF-8");
    }

    @Test
    void externalSignagesShouldHaveNoPages() throws Exception {
        serveAgain(settings("store-api", Optional.empty(), true, Optional.empty()));

        assertThat(send("GET", "/signage/1").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE"})
    void pagesShouldBeReadOnly(String method) throws Exception {
        HttpResponse<String> answer = send(method, "/signage/1");

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue("GET, HEAD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/signage/1", "/signage/1/stream"})
    void headShouldReturnOnlyTheHeaders(String path) throws Exception {
        HttpResponse<String> answer = send("HEAD", path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(server.connected()).isZero();
    }

    @Test
    void storeWithTooLongANameShouldBeRefused() throws Exception {
        assertThat(send("GET", "/signage/1?store=" + "x".repeat(101)).statusCode())
                .isEqualTo(400);
        assertThat(send("GET", "/signage/1?store=").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "secret, true, secret, 200",
        "secret, true, wrong, 403",
        "secret, true, , 403",
        "secret, false, secret, 200",
        "' ', false, ' ', 403",
        ", false, , 403",
        ", false, secret, 403",
        ", true, , 200",
        ", true, anything, 200"
    })
    void tokenShouldBeRequiredExceptInTheDemonstration(String token, boolean demo, String given, int status)
            throws Exception {
        serveAgain(settings("embedded", Optional.ofNullable(token), demo, Optional.empty()));
        String query = given == null ? "" : "?token=" + given.replace(" ", "%20");

        HttpResponse<String> page = send("GET", "/signage/1" + query);

        assertThat(page.statusCode()).isEqualTo(status);
        assertThat(send("HEAD", "/signage/1/stream" + query).statusCode()).isEqualTo(status);
        if (status == 403) {
            assertThat(page.body()).contains("token").doesNotContain("secret");
        }
    }

    @Test
    void streamShouldStartWithTheCompleteState() throws Exception {
        stage.forward(stage.anna().items("[" + item("milk", "5") + "]").enter());

        try (PageStream stream = listen("/signage/1/stream")) {
            await().until(() -> stream.state().at("/idle/slides").size() == 1);

            assertThat(stream.state().at("/signage").intValue()).isEqualTo(1);
            assertThat(stream.state().at("/timeout_ms").longValue()).isEqualTo(60_000);
            assertThat(stream.state().at("/entry/card/name/ko").textValue()).isEqualTo("milk");
            assertThat(stream.state().at("/idle/slides/0/title/ko").textValue()).isEqualTo("Sale 1");
            assertThat(stream.state().at("/idle/products")).isEmpty();
        }
    }

    @Test
    void streamShouldSendChangesOnly() throws Exception {
        try (PageStream stream = listen("/signage/2/stream")) {
            await().until(() -> stream.state().at("/idle/products").size() == 3);
            int before = stream.states().size();

            stage.forward(stage.anna()
                    .items("[" + item("milk") + "]")
                    .forgotten("[{\"name\":\"양파\"}]")
                    .enter());
            await().until(() ->
                    stream.state().at("/entry/offer/name/en").asText().equals("milk"));
            assertThat(stream.state().at("/entry/forgotten/name/ko").textValue())
                    .isEqualTo("양파");
            assertThat(stream.state().at("/entry/event/title/ko").textValue()).isEqualTo("Sale 1");
            // The remaining time has changed, but nothing visible.
            stage.clock.advance(Duration.ofSeconds(5));
            stage.forward(stage.ben().exit());
            stage.forward(stage.anna().exit());
            await().until(() -> stream.state().get("entry").isNull());

            assertThat(stream.states()).hasSize(before + 2);
        }
    }

    @Test
    void streamShouldReportTheExpiryOfAnEntry() throws Exception {
        try (PageStream stream = listen("/signage/1/stream")) {
            stage.forward(stage.anna().items("[" + item("milk") + "]").enter());
            await().until(() -> stream.state().path("entry").isObject());

            stage.clock.advance(Stage.TIMEOUT);

            await().until(() -> stream.state().get("entry").isNull());
        }
    }

    @Test
    void pageShouldCatchUpWhenItReconnects() throws Exception {
        try (PageStream first = listen("/signage/1/stream")) {
            await().until(() -> !first.states().isEmpty());
        }
        stage.forward(stage.anna().items("[" + item("milk") + "]").enter());

        try (PageStream second = listen("/signage/1/stream")) {
            await().until(() ->
                    second.state().at("/entry/card/name/en").asText().equals("milk"));
        }
    }

    @Test
    void storesShouldBeIsolated() throws Exception {
        try (PageStream other = listen("/signage/1/stream?store=other");
                PageStream own = listen("/signage/1/stream")) {
            stage.forward(SignageTriggers.at(new StoreId("other"), stage.clock.instant())
                    .items("[" + item("elsewhere") + "]")
                    .enter());
            await().until(() -> other.state().at("/entry/card/name/en").asText().equals("elsewhere"));

            assertThat(own.state().path("entry").isObject()).isFalse();
            assertThat(other.state().at("/idle/slides")).isEmpty();
        }
    }

    @Test
    void stateShouldContainNothingOfTheProfile() throws Exception {
        stage.forward(stage.anna()
                .items(
                        "[{\"rec_id\":\"rec-77\",\"item_name\":\"milk\",\"analyst_comment\":\"likes it\",\"name\":\"Anna\"}]")
                .forgotten("[{\"name\":\"양파\",\"owner\":\"Anna\"}]")
                .enter());

        try (PageStream stream = listen("/signage/2/stream")) {
            await().until(() -> stream.state().path("entry").isObject());

            assertThat(stream.state().toString())
                    .doesNotContain(
                            "Anna", "rec-77", "likes it", Stage.ANNA.value().toString());
            List<String> fields = new ArrayList<>();
            stream.state().at("/entry/offer").fieldNames().forEachRemaining(fields::add);
            assertThat(fields)
                    .containsExactly(
                            "name",
                            "brand",
                            "copy",
                            "discount_pct",
                            "price",
                            "sale_price",
                            "price_unit",
                            "picture",
                            "section",
                            "way");
        }
    }

    @Test
    void stateShouldContainTheSalePriceAndTheWayFromTheScreen() throws Exception {
        stage.forward(stage.anna().items("""
                        [{"item_name": "milk", "discount_pct": 17, "price": 4900, "price_unit": "₩",
                          "product": {"location": {"x": 17.96, "y": 18.5, "radius": 1}}}]""").enter());

        try (PageStream aisle = listen("/signage/2/stream");
                PageStream unknown = listen("/signage/3/stream")) {
            await().until(() -> aisle.state().at("/entry/offer/way").isObject());
            await().until(() -> unknown.state().at("/entry/offer").isObject());

            assertThat(aisle.state().at("/entry/offer/price").decimalValue()).isEqualByComparingTo("4900");
            assertThat(aisle.state().at("/entry/offer/sale_price").decimalValue())
                    .isEqualByComparingTo("4067");
            assertThat(aisle.state().at("/entry/offer/way").toString()).isEqualTo("{\"dx\":-2.0,\"dy\":3.5}");
            assertThat(aisle.state().at("/idle/products/0/way").toString()).isEqualTo("{\"dx\":-19.0,\"dy\":-13.0}");
            assertThat(unknown.state().at("/entry/offer/way").isNull()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "{}",
                "{\"x\": 1}",
                "{\"x\": \"1\", \"y\": 2}",
                "{\"x\": 1, \"y\": 1e300}",
                "{\"x\": 1, \"y\": 1e999}",
                "[1, 2]"
            })
    void productWithoutAUsableLocationShouldHaveNoWay(String location) throws Exception {
        stage.forward(stage.anna()
                .items("[{\"item_name\": \"milk\", \"location\": " + location + "}]")
                .enter());

        try (PageStream stream = listen("/signage/1/stream")) {
            await().until(() -> stream.state().at("/idle/slides").size() == 1);

            assertThat(stream.state().at("/entry/card/way").isNull()).isTrue();
        }
    }

    @Test
    void picturesOfUnknownOriginsShouldBeOmitted() throws Exception {
        stage.forward(stage.anna()
                .items("[{\"item_name\":\"milk\",\"product\":{\"src_url\":\"https://evil.example/x.png\"}}]")
                .enter());

        try (PageStream stream = listen("/signage/1/stream")) {
            await().until(() -> stream.state().path("entry").isObject());

            assertThat(stream.state().at("/entry/card/picture").isNull()).isTrue();
            assertThat(stream.state().at("/idle/slides/0/picture").textValue()).isEqualTo("/store/sale.svg");
        }
    }

    @Test
    void heartbeatsShouldKeepAQuietStreamAlive() throws Exception {
        try (PageStream stream = listen("/signage/1/stream")) {
            await().until(() -> !stream.states().isEmpty());
            assertThat(stream.heartbeats()).isZero();

            stage.clock.advance(Displays.HEARTBEAT);
            await().until(() -> stream.heartbeats() == 1);
            stage.clock.advance(Displays.HEARTBEAT);

            await().until(() -> stream.heartbeats() == 2);
        }
    }

    @Test
    void disconnectedPageShouldBeRemoved() throws Exception {
        PageStream stream = listen("/signage/1/stream");
        await().until(() -> !stream.states().isEmpty());
        assertThat(server.connected()).isEqualTo(1);

        stream.close();

        await().atMost(Duration.ofSeconds(30)).until(() -> {
            stage.clock.advance(Displays.HEARTBEAT);
            return server.connected() == 0;
        });
    }

    @Test
    void slowReaderShouldBeDroppedAndTheOthersServed() throws Exception {
        Socket deaf = PageStream.connect(server.address("/signage/2/stream"), 1_024);
        try (deaf;
                PageStream good = listen("/signage/2/stream")) {
            await().until(() -> server.connected() == 2);
            // Until its socket accepts no more: only the latest state is kept, and each has some kilobytes.
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> {
                        for (int i = 0; i < 20; i++) {
                            stage.forward(stage.anna()
                                    .items("[" + item("長".repeat(300)) + "]")
                                    .enter());
                        }
                        stage.clock.advance(Duration.ofSeconds(1));
                        return server.connected() == 1;
                    });

            stage.forward(stage.anna().items("[" + item("milk") + "]").enter());

            await().until(() -> good.state().at("/entry/offer/name/en").asText().equals("milk"));
            deaf.setSoTimeout(30_000);
            assertThat(deaf.getInputStream().readAllBytes())
                    .as("the state in flight, then the end of the connection")
                    .isNotEmpty();
        }
    }

    @Test
    void manyPagesShouldCostNoThreads() throws Exception {
        int threads = Thread.activeCount();
        List<Socket> pages = new ArrayList<>();
        try {
            for (int i = 0; i < 300; i++) {
                pages.add(PageStream.connect(server.address("/signage/1/stream"), 0));
            }
            await().until(() -> server.connected() == 300);

            assertThat(Thread.activeCount()).isLessThan(threads + 50);
        } finally {
            for (Socket page : pages) {
                page.close();
            }
        }
    }

    @Test
    void stoppingShouldEndTheStreams() throws Exception {
        try (PageStream stream = listen("/signage/1/stream")) {
            await().until(() -> !stream.states().isEmpty());

            server.close();

            await().until(stream::hasEnded);
        }
    }

    @Test
    void statesShouldArriveInOrderUnderConcurrentTriggers() throws Exception {
        try (PageStream stream = listen("/signage/1/stream")) {
            await().until(() -> !stream.states().isEmpty());
            for (int i = 0; i < 500; i++) {
                stage.forward(stage.anna().items("[" + item("item " + i) + "]").enter());
            }
            await().until(() ->
                    stream.state().at("/entry/card/name/en").asText().equals("item 499"));

            List<Long> numbers = stream.states().stream()
                    .map(state -> state.path("entry").path("number"))
                    .filter(JsonNode::isNumber)
                    .map(JsonNode::longValue)
                    .toList();
            assertThat(numbers).isSorted().doesNotHaveDuplicates();
        }
    }
}
