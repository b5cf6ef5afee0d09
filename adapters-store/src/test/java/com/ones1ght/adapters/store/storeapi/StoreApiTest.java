package com.ones1ght.adapters.store.storeapi;

import static com.ones1ght.application.store.port.StoreFixtures.CORNER_SHOP;
import static com.ones1ght.application.store.port.StoreFixtures.KIMCHI;
import static com.ones1ght.application.store.port.StoreFixtures.ONION;
import static com.ones1ght.application.store.port.StoreFixtures.TOFU;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ones1ght.application.shared.JsonFragment;
import com.ones1ght.application.shared.Tracing;
import com.ones1ght.application.shared.port.AtOnce;
import com.ones1ght.application.store.CouponSpotBoard;
import com.ones1ght.application.store.StoreCalls;
import com.ones1ght.application.store.port.CouponSpots;
import com.ones1ght.application.store.port.CouponSpotsContract;
import com.ones1ght.application.store.port.FakeStoreCatalog;
import com.ones1ght.application.store.port.StoreCatalog;
import com.ones1ght.application.store.port.StoreCatalogContract;
import com.ones1ght.application.store.port.StoreFixtures;
import com.ones1ght.application.store.port.StoreUnavailableException;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.store.ProductId;
import com.ones1ght.domain.store.StoreId;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StoreApiTest implements StoreCatalogContract, CouponSpotsContract {

    private static final String KEY = "key-of-the-store";

    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final FakeStoreCatalog shop = StoreFixtures.aShop();
    private final StoreApiServer server = new StoreApiServer(shop, StoreFixtures.someSpots());
    private final StoreApiSettings settings = settings(server.base(), KEY);
    private final StoreApiClient client = new StoreApiClient(settings, Tracing.OFF, (upstream, outcome, time) -> {});
    private final StoreApiCatalog catalog = new StoreApiCatalog(client, settings);
    private final StoreApiCouponSpots couponSpots = new StoreApiCouponSpots(client, threads);

    static StoreApiSettings settings(URI url, String key) {
        return new StoreApiSettings(
                url,
                key,
                Duration.ofSeconds(10),
                Duration.ofSeconds(10),
                Duration.ofSeconds(20),
                Duration.ofMinutes(10));
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
        threads.shutdownNow();
    }

    @Override
    public StoreCatalog catalog() {
        return catalog;
    }

    @Override
    public CouponSpots couponSpots() {
        return couponSpots;
    }

    @Override
    public List<StoreCatalog> catalogsWithoutBackend() {
        server.setAway(true);
        return List.of(catalog);
    }

    @Override
    public List<CouponSpots> couponSpotsWithoutBackend() {
        server.setAway(true);
        return List.of(couponSpots);
    }

    @Override
    public StoreId store() {
        return CORNER_SHOP;
    }

    @Override
    public List<ProductId> someProducts() {
        return List.of(TOFU.id(), KIMCHI.id());
    }

    @Test
    void productsShouldBeReturnedAsTheStoreHasThem() {
        assertThat(catalog.products(CORNER_SHOP, List.of(TOFU.id(), ONION.id())).values())
                .containsExactlyInAnyOrder(TOFU, ONION);
        assertThat(catalog.signages(CORNER_SHOP)).isEqualTo(shop.signages(CORNER_SHOP));
        assertThat(catalog.signageEvents(CORNER_SHOP)).isEqualTo(shop.signageEvents(CORNER_SHOP));
        assertThat(catalog.coPurchases(CORNER_SHOP, List.of(TOFU.id())))
                .isEqualTo(shop.coPurchases(CORNER_SHOP, List.of(TOFU.id())));
        assertThat(couponSpots.spots(CORNER_SHOP).toCompletableFuture().join())
                .isEqualTo(StoreFixtures.someSpots()
                        .spots(CORNER_SHOP)
                        .toCompletableFuture()
                        .join());
    }

    @Test
    void knownAndUnknownProductsShouldBeCached() {
        List<ProductId> ids = List.of(TOFU.id(), UNKNOWN_PRODUCT);

        assertThat(catalog.products(CORNER_SHOP, ids)).containsOnlyKeys(TOFU.id());
        assertThat(catalog.products(CORNER_SHOP, ids)).containsOnlyKeys(TOFU.id());

        assertThat(server.asked("products")).isEqualTo(1);
    }

    @Test
    void concurrentMissesOfTheSameProductsShouldShareOneCall() {
        AtOnce.on(32, i -> catalog.products(CORNER_SHOP, someProducts()));

        assertThat(server.asked("products")).isEqualTo(1);
    }

    @Test
    void moreThanTwoHundredProductsShouldTakeSeveralCalls() {
        List<ProductId> ids =
                LongStream.rangeClosed(1, 401).mapToObj(ProductId::new).toList();

        assertThat(catalog.products(CORNER_SHOP, ids)).containsOnlyKeys(TOFU.id(), KIMCHI.id(), ONION.id());
        assertThat(server.asked("products")).isEqualTo(3);
    }

    @Test
    void concurrentPollsInAllLanguagesShouldShareOneCall() {
        CouponSpotBoard board = new CouponSpotBoard(
                couponSpots,
                catalog,
                (spots, language) -> JsonFragment.of("[]"),
                new StoreCalls(threads, threads),
                InstantSource.system());
        Language[] languages = Language.values();

        List<CompletableFuture<?>> polls = AtOnce.on(32, i -> board.shown(CORNER_SHOP, languages[i % languages.length])
                .toCompletableFuture());

        assertThat(polls).allSatisfy(poll -> assertThat(poll).succeedsWithin(Duration.ofSeconds(20)));
        // Two where the second of sharing ends between the first and the last of them.
        assertThat(server.asked("coupon-spots")).isBetween(1, 2);
    }

    @Test
    void anUnavailableStoreShouldBeReportedAndCalledAgainNextTime() {
        server.setAway(true);
        assertThatThrownBy(() -> catalog.products(CORNER_SHOP, someProducts()))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("store-API");
        assertThatThrownBy(() ->
                        couponSpots.spots(CORNER_SHOP).toCompletableFuture().join())
                .hasCauseInstanceOf(StoreUnavailableException.class);

        server.setAway(false);
        assertThat(catalog.products(CORNER_SHOP, someProducts())).hasSize(2);
        assertThat(couponSpots.spots(CORNER_SHOP).toCompletableFuture().join()).hasSize(3);
    }

    @Test
    void theKeyShouldBeSentButNeverPrinted() {
        catalog.signages(CORNER_SHOP);

        assertThat(server.authorizations()).containsExactly("Bearer " + KEY);
        assertThat(settings.toString()).doesNotContain(KEY);
    }

    @Test
    void aStoreNameShouldArriveUnchanged() {
        StoreId odd = new StoreId("odd name?&#%2e가+;x=1");
        FakeStoreCatalog oddShop = new FakeStoreCatalog(odd).with(TOFU);
        try (StoreApiServer its = new StoreApiServer(oddShop, StoreFixtures.someSpots())) {
            StoreApiSettings settings = settings(its.base(), null);
            StoreApiCatalog catalog = new StoreApiCatalog(
                    new StoreApiClient(settings, Tracing.OFF, (upstream, outcome, time) -> {}), settings);

            assertThat(catalog.search(odd, "豆腐 100%+&=?", 10)).isEmpty();
            assertThat(catalog.search(odd, "豆腐", 10)).containsExactly(TOFU);
        }
    }

    @Test
    void planShouldBeReadAsTheStoreSendsIt() {
        assertThat(catalog.plan(CORNER_SHOP)).isEmpty();

        shop.with(StoreFixtures.aPlan());

        assertThat(catalog.plan(CORNER_SHOP)).contains(StoreFixtures.aPlan());
    }
}
