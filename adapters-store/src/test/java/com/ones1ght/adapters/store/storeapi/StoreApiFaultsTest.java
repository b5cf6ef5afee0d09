package com.ones1ght.adapters.store.storeapi;

import static com.ones1ght.application.store.port.StoreFixtures.CORNER_SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.ones1ght.application.shared.Tracing;
import com.ones1ght.application.shared.wire.ScriptedServer;
import com.ones1ght.application.shared.wire.WireFault;
import com.ones1ght.application.store.port.StoreUnavailableException;
import com.ones1ght.domain.shared.LocalizedText;
import com.ones1ght.domain.store.FloorPlan;
import com.ones1ght.domain.store.Product;
import com.ones1ght.domain.store.ProductId;
import com.ones1ght.domain.store.StoreId;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** All wire faults, and how they are reported. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class StoreApiFaultsTest {

    private static final String KEY = "key-of-the-store";

    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final ScriptedServer server = new ScriptedServer(WireFault.HTML.behaviour());
    private final StoreApiSettings settings = new StoreApiSettings(
            server.base(),
            KEY,
            Duration.ofSeconds(5),
            Duration.ofMillis(700),
            Duration.ofMillis(1_500),
            Duration.ofMinutes(1));
    private final StoreApiClient client = new StoreApiClient(settings, Tracing.OFF, (upstream, outcome, time) -> {});
    private final StoreApiCatalog catalog = new StoreApiCatalog(client, settings);

    @AfterEach
    void stop() {
        client.close();
        server.close();
        threads.shutdownNow();
    }

    @ParameterizedTest
    @EnumSource
    void everyWireFaultShouldBeReportedAsAnUnavailableStore(WireFault fault) {
        server.behave(fault.behaviour());

        Throwable failure = catchThrowable(() -> catalog.products(CORNER_SHOP, List.of(new ProductId(1))));
        Throwable ofSpots = catchThrowable(() -> new StoreApiCouponSpots(client, threads)
                .spots(CORNER_SHOP)
                .toCompletableFuture()
                .join());

        assertThat(failure).isInstanceOf(StoreUnavailableException.class).hasMessageContaining("store-API");
        assertThat(failure.getMessage()).doesNotContain(KEY, "oops", "Sure!");
        assertThat(ofSpots).hasCauseInstanceOf(StoreUnavailableException.class);
        assertThat(server.heads()).noneMatch(head -> head.contains("/elsewhere"));
    }

    @Test
    void anUnreachableServerShouldBeReportedAsAnUnavailableStore() {
        server.refuse();

        assertThatThrownBy(() -> catalog.search(CORNER_SHOP, "tofu", 10))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("is unreachable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"products\": {}}", "{\"products\": null}", "{\"products\": \"none\"}", "{}"})
    void anAnswerWithoutTheListShouldBeRejected(String answer) {
        server.behave(ScriptedServer.answering("200 OK", "Content-Type: application/json\r\n", answer));

        assertThatThrownBy(() -> catalog.products(CORNER_SHOP, List.of(new ProductId(1))))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("products");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\": \"main\", \"width\": 1, \"height\": 1}",
                "{\"name\": \"main\", \"width\": -1, \"height\": 1, \"sections\": []}",
                "{\"name\": \"main\", \"width\": null, \"height\": 1, \"sections\": []}",
                "{\"name\": \"main\", \"width\": \"wide\", \"height\": 1, \"sections\": []}",
                "{\"name\": \" \", \"width\": 1, \"height\": 1, \"sections\": []}",
                "{\"width\": 1, \"height\": 1, \"sections\": []}",
                "[]"
            })
    void planThatCannotBeReadShouldBeRejected(String answer) {
        server.behave(ScriptedServer.answering("200 OK", "Content-Type: application/json\r\n", answer));

        assertThatThrownBy(() -> catalog.plan(CORNER_SHOP)).isInstanceOf(StoreUnavailableException.class);
    }

    @Test
    void oddSectionShouldNotHarmTheOthers() {
        server.behave(ScriptedServer.answering(
                "200 OK",
                "Content-Type: application/json\r\n",
                "{\"name\": \"main\", \"width\": \"12.5\", \"height\": 8, \"sections\": [null, {\"name\": {\"ko\": \"x\"}},"
                        + " {\"section_code\": \"PR\", \"name\": {\"en\": \"Produce\"}, \"location\": {\"x\": 1}}]}"));

        assertThat(catalog.plan(CORNER_SHOP))
                .contains(new FloorPlan(
                        "main", 12.5, 8, List.of(new FloorPlan.Section("PR", LocalizedText.same("Produce"), null))));
    }

    @Test
    void productsThatWereNotRequestedShouldBeIgnored() {
        server.behave(ScriptedServer.answering(
                "200 OK",
                "Content-Type: application/json\r\n",
                "{\"products\": [{\"id\": 2, \"name\": \"other\", \"price\": 1, \"price_unit\": \"¥\"},"
                        + " {\"id\": 1, \"name\": \"n\", \"price\": 0.5, \"price_unit\": \"¥\", \"more\": [1]}]}"));

        assertThat(catalog.products(CORNER_SHOP, List.of(new ProductId(1))).values())
                .extracting(Product::name)
                .containsExactly("n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a?b=c&d", "a#b", "%2e%2e%2fadmin", "가 게+;x=1", "{store}"})
    void aStoreNameShouldRemainOnePathSegment(String name) {
        server.behave(ScriptedServer.answering("404 Not Found", "", ""));

        assertThat(catalog.signages(new StoreId(name))).isEmpty();

        String target = server.heads().get(0).split(" ")[1];
        assertThat(target).startsWith("/stores/").endsWith("/signages");
        String segment = target.substring("/stores/".length(), target.length() - "/signages".length());
        assertThat(segment).doesNotContain("/", "?", "#").isNotIn(".", "..");
        assertThat(URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8))
                .isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../admin", "..", ".", "a/b", "a\\b"})
    void aStoreNameThatIsNotOnePathSegmentShouldBeUnknown(String name) {
        assertThat(catalog.signages(new StoreId(name))).isEmpty();
        assertThat(catalog.products(new StoreId(name), List.of(new ProductId(1))))
                .isEmpty();

        assertThat(server.heads()).isEmpty();
    }

    @Test
    void aProductWithoutAllThreeNamesShouldHaveThemCompleted() {
        server.behave(ScriptedServer.answering(
                "200 OK",
                "Content-Type: application/json\r\n",
                "{\"products\": [{\"id\": 1, \"name\": \"두부\", \"price\": 1, \"price_unit\": \"₩\","
                        + " \"name_i18n\": {\"ja\": \"豆腐\"}}]}"));

        Product product = catalog.search(CORNER_SHOP, "豆腐", 1).get(0);

        assertThat(product.localizedName()).isNotNull();
        assertThat(product.localizedName().en()).isEqualTo("豆腐");
    }
}
