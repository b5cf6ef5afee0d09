package com.ones1ght.adapters.store.storeapi;

import static com.ones1ght.application.store.port.StoreFixtures.CORNER_SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ones1ght.application.shared.Tracing;
import com.ones1ght.application.shared.wire.ScriptedServer;
import com.ones1ght.application.store.port.StoreUnavailableException;
import com.ones1ght.domain.dietary.Allergen;
import com.ones1ght.domain.dietary.ProductDietaryData;
import com.ones1ght.domain.store.CoPurchase;
import com.ones1ght.domain.store.CouponSpot;
import com.ones1ght.domain.store.Location;
import com.ones1ght.domain.store.Product;
import com.ones1ght.domain.store.ProductId;
import com.ones1ght.domain.store.Signage;
import com.ones1ght.domain.store.SignageEvent;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A malformed entry of a list is omitted, and the others are still read. */
class OddEntriesTest {

    private static final ProductId ODD = new ProductId(1);
    private static final ProductId GOOD = new ProductId(2);
    private static final String GOOD_PRODUCT = "{\"id\":2,\"name\":\"good\",\"price\":1,\"price_unit\":\"¥\"}";

    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final ScriptedServer server = new ScriptedServer(ScriptedServer.answering("404 Not Found", "", ""));
    private final StoreApiSettings settings = new StoreApiSettings(
            server.base(),
            null,
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            // Each query reaches the server.
            Duration.ZERO);
    private final StoreApiClient client = new StoreApiClient(settings, Tracing.OFF, (upstream, outcome, time) -> {});
    private final StoreApiCatalog catalog = new StoreApiCatalog(client, settings);
    private final Logger logger = Logger.getLogger(OddEntries.class.getName());
    private final LoggedLines lines = new LoggedLines();

    /** What was logged. */
    private static final class LoggedLines extends Handler {

        private final List<String> texts = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord line) {
            texts.add(line.getLevel() + " " + new SimpleFormatter().formatMessage(line));
        }

        @Override
        public void flush() {
            // Nothing is kept back.
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }

    @AfterEach
    void stop() {
        logger.removeHandler(lines);
        client.close();
        server.close();
        threads.shutdownNow();
    }

    private void answer(String list, String... entries) {
        logger.addHandler(lines);
        server.behave(ScriptedServer.answering(
                "200 OK",
                "Content-Type: application/json\r\n",
                "{\"" + list + "\":[" + String.join(",", entries) + "]}"));
    }

    private Product odd(String fields) {
        answer("products", "{\"id\":1,\"name\":\"n\",\"price\":1,\"price_unit\":\"¥\"," + fields + "}", GOOD_PRODUCT);
        return catalog.products(CORNER_SHOP, List.of(ODD, GOOD)).get(ODD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "[]",
                "\"tofu\"",
                "{\"id\":1,\"price\":1,\"price_unit\":\"¥\"}",
                "{\"id\":1,\"name\":null,\"price\":1}",
                "{\"id\":1,\"name\":\" \",\"price\":1}",
                "{\"id\":1,\"name\":7,\"price\":1}",
                "{\"id\":1,\"name\":\"n\"}",
                "{\"id\":1,\"name\":\"n\",\"price\":null}",
                "{\"id\":1,\"name\":\"n\",\"price\":-5}",
                "{\"id\":1,\"name\":\"n\",\"price\":\"-5\"}",
                "{\"id\":1,\"name\":\"n\",\"price\":\"\"}",
                "{\"id\":1,\"name\":\"n\",\"price\":\"¥5\"}",
                "{\"id\":1,\"name\":\"n\",\"price\":\"1e5\"}",
                "{\"id\":1,\"name\":\"n\",\"price\":true}",
                "{\"id\":1,\"name\":\"n\",\"price\":[1]}",
                "{\"id\":1,\"name\":\"n\",\"price\":1e999999999}",
                "{\"id\":1,\"name\":\"n\",\"price\":1,\"price_unit\":5}",
                "{\"id\":1,\"name\":\"n\",\"price\":1,\"brand\":{}}",
                "{\"id\":1,\"name\":\"n\",\"price\":1,\"allergens\":\"egg\"}",
                "{\"id\":1,\"name\":\"n\",\"price\":1,\"may_contain\":[7]}",
                "{\"id\":1,\"name\":\"n\",\"price\":1,\"diets\":{\"vegan\":true}}",
                "{\"id\":1,\"name\":\"n\",\"price\":1,\"barcode\":true}",
                "{\"id\":1,\"name\":\"n\",\"price\":1,\"barcode\":-49}",
                "{\"id\":1,\"name\":\"n\",\"price\":1,\"barcode\":4.5}",
                "{\"id\":1,\"name\":\"n\",\"price\":1,\"quantity\":\"many\"}",
                "{\"id\":1,\"name\":\"n\",\"price\":1,\"quantity\":99999999999}",
                "{\"id\":1,\"name\":\"n\",\"price\":1,\"location\":[1]}",
                "{\"id\":1,\"name\":\"n\",\"price\":1,\"location\":{\"x\":\"left\",\"y\":1,\"radius\":1}}",
                "{\"id\":1,\"name\":\"n\",\"price\":1,\"name_i18n\":5}",
                "{\"id\":1.5,\"name\":\"n\",\"price\":1}",
                "{\"id\":99999999999999999999,\"name\":\"n\",\"price\":1}",
                "{\"name\":\"n\",\"price\":1}"
            })
    void anUnusableProductShouldCountAsUnknownAndTheOthersBeFound(String entry) {
        answer("products", entry, GOOD_PRODUCT);

        assertThat(catalog.products(CORNER_SHOP, List.of(ODD, GOOD))).containsOnlyKeys(GOOD);
        assertThat(catalog.search(CORNER_SHOP, "x", 10)).extracting(Product::id).containsExactly(GOOD);
        assertThat(client.oddEntries().count()).isEqualTo(2);
        assertThat(lines.texts)
                .singleElement()
                .asString()
                .startsWith("WARNING store-API: entry ")
                .contains("products");
    }

    @Test
    void numbersMayBeTexts() {
        answer(
                "products",
                "{\"id\":\"1\",\"name\":\"n\",\"price\":\"1280.50\",\"quantity\":\" 5 \","
                        + "\"location\":{\"x\":\"1.5\",\"y\":2,\"radius\":\"0\"}}");

        Product odd = catalog.products(CORNER_SHOP, List.of(ODD)).get(ODD);

        assertThat(odd.price()).isEqualByComparingTo("1280.50");
        assertThat(odd.quantity()).isEqualTo(5);
        assertThat(odd.location()).isEqualTo(new Location(1.5, 2, 0));
        assertThat(client.oddEntries().count()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "4901234567894, 4901234567894",
        "49012347, 0000049012347",
        "0, 0000000000000",
        "4.901234567894e12, 4901234567894",
        "14901234567891, 14901234567891",
        "'\"49012347\"', 49012347"
    })
    void aNumericBarcodeShouldRegainItsLeadingZeros(String written, String barcode) {
        assertThat(odd("\"barcode\":" + written).barcode()).isEqualTo(barcode);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"x\":1,\"y\":2}",
                "{\"x\":1,\"y\":null,\"radius\":1}",
                "{\"x\":1,\"y\":2,\"radius\":-1}",
                "null"
            })
    void anIncompleteLocationShouldBeNull(String location) {
        assertThat(odd("\"location\":" + location).location()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"price_unit\":null", "\"price_unit\":\"\"", "\"price_unit\":\" \""})
    void aMissingPriceUnitShouldBeNull(String unit) {
        assertThat(odd(unit).priceUnit()).isNull();
    }

    @Test
    void aFractionalQuantityShouldBeRoundedDown() {
        assertThat(odd("\"quantity\":2.5").quantity()).isEqualTo(2);
    }

    @Test
    void dietaryDataShouldBeReadAndNullWhereTheStoreSaysNothing() {
        assertThat(odd("\"allergens\":[\"egg\",\"tree_nut\",\"egg\"],\"may_contain\":[],\"diets\":null")
                        .dietary())
                .isEqualTo(new ProductDietaryData(List.of(Allergen.EGG, Allergen.TREE_NUT), List.of(), null));
        assertThat(odd("\"brand\":null").dietary()).isEqualTo(ProductDietaryData.UNKNOWN);
    }

    @Test
    void unknownCodesShouldBeIgnoredAndNeverSayThatThereIsNothing() {
        assertThat(odd("\"allergens\":[\"dust\",\"egg\"],\"diets\":[\"paleo\"],\"may_contain\":[\"dust\"]")
                        .dietary())
                .isEqualTo(new ProductDietaryData(List.of(Allergen.EGG), null, null));
    }

    @Test
    void aDuplicateFieldShouldNotAffectOtherEntries() {
        assertThat(odd("\"name\":\"m\"").name()).isEqualTo("m");
        assertThat(catalog.products(CORNER_SHOP, List.of(GOOD))).hasSize(1);
    }

    @Test
    void anEntryShouldBeLoggedOnceAndCountedEachTime() {
        answer("products", "{\"id\":1,\"name\":\"n\"}", "{\"id\":3,\"name\":\"secret words\",\"price\":\"oops\"}");

        for (int i = 0; i < 5; i++) {
            catalog.products(CORNER_SHOP, List.of(ODD));
        }

        assertThat(client.oddEntries().count()).isEqualTo(10);
        assertThat(lines.texts).hasSize(2).noneMatch(line -> line.contains("oops") || line.contains("secret"));
        assertThat(lines.texts.get(0)).contains("entry 1 ", "products", CORNER_SHOP.value(), "price");
    }

    @Test
    void malformedCouponSpotsShouldBeOmittedAndIncompleteOnesKept() {
        answer(
                "coupon_spots",
                "null",
                "{\"spot_no\":null,\"enabled\":true}",
                "{\"spot_no\":3,\"enabled\":\"perhaps\"}",
                "{\"spot_no\":\"2\",\"product_id\":\"7\",\"discount_value\":\"10\",\"location\":{\"x\":1},\"enabled\":true}",
                "{\"spot_no\":1,\"enabled\":true}");

        List<CouponSpot> spots = new StoreApiCouponSpots(client, threads)
                .spots(CORNER_SHOP)
                .toCompletableFuture()
                .join();

        assertThat(spots).extracting(CouponSpot::spotNo).containsExactly(1, 2);
        assertThat(spots.get(1).productId()).isEqualTo(new ProductId(7));
        assertThat(spots.get(1).location()).isNull();
    }

    @Test
    void malformedSignagesEventsAndPairsShouldBeOmitted() {
        answer(
                "signages",
                "null",
                "{\"signage_no\":1,\"name\":\"a\",\"location\":{\"x\":1}}",
                "{\"signage_no\":\"2\",\"name\":\"b\",\"location\":{\"x\":1,\"y\":1,\"radius\":1}}");
        assertThat(catalog.signages(CORNER_SHOP)).extracting(Signage::signageNo).containsExactly(2);
        answer(
                "signage_events",
                "5",
                "{\"id\":1,\"title\":{},\"body\":{\"ko\":\"b\"},\"enabled\":true}",
                "{\"id\":\"2\",\"title\":{\"ko\":\"t\"},\"body\":{\"en\":\"b\"},\"enabled\":true}");
        assertThat(catalog.signageEvents(CORNER_SHOP))
                .extracting(SignageEvent::id)
                .containsExactly(2L);
        answer(
                "pairs",
                "{\"product_id\":1,\"other_id\":2,\"lift\":null,\"confidence\":1,\"co_count\":1}",
                "{\"product_id\":\"1\",\"other_id\":3,\"lift\":\"2.5\",\"confidence\":0.5,\"co_count\":4}");
        assertThat(catalog.coPurchases(CORNER_SHOP, List.of(ODD)))
                .extracting(CoPurchase::otherId)
                .containsExactly(new ProductId(3));
        assertThat(client.oddEntries().count()).isEqualTo(5);
    }

    @Test
    void anOpenCircuitBreakerShouldNameTheFailureThatOpenedIt() {
        StoreApiClient open = new StoreApiClient(settings, Tracing.OFF, (upstream, outcome, time) -> {}) {

            private boolean isOpen;

            @Override
            public StoreReply ask(Function<StoreApi, Response> call) {
                if (isOpen) {
                    throw new CircuitBreakerOpenException();
                }
                isOpen = true;
                return super.ask(call);
            }
        };
        server.behave(ScriptedServer.answering("401 Unauthorized", "", ""));
        StoreApiCatalog failing = new StoreApiCatalog(open, settings);
        assertThatThrownBy(() -> failing.signages(CORNER_SHOP)).hasMessageContaining("answered 401");

        assertThatThrownBy(() -> failing.signages(CORNER_SHOP))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("circuit breaker open")
                .hasMessageContaining("answered 401");
        open.close();
    }
}
