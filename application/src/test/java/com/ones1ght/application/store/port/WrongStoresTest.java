package com.ones1ght.application.store.port;

import static com.ones1ght.application.store.port.StoreFixtures.CORNER_SHOP;
import static com.ones1ght.application.store.port.StoreFixtures.KIMCHI;
import static com.ones1ght.application.store.port.StoreFixtures.TOFU;
import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.application.shared.port.ContractRun;
import com.ones1ght.domain.store.ProductId;
import com.ones1ght.domain.store.StoreId;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contracts of stores notice what is wrong, and say it. That right stores pass is in the tests of the fakes. */
class WrongStoresTest {

    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(300);

    private static Function<Boolean, StoreCatalog> catalogs = isAway -> StoreFixtures.aShop();
    private static Function<Boolean, CouponSpots> spots = isAway -> StoreFixtures.someSpots();
    private static Duration patience = LONG;

    static final class CatalogUnderContract implements StoreCatalogContract {

        @Override
        public StoreCatalog catalog() {
            return catalogs.apply(false);
        }

        @Override
        public List<StoreCatalog> catalogsWithoutBackend() {
            return List.of(catalogs.apply(true));
        }

        @Override
        public StoreId store() {
            return CORNER_SHOP;
        }

        @Override
        public List<ProductId> someProducts() {
            return List.of(TOFU.id(), KIMCHI.id());
        }

        @Override
        public Duration patience() {
            return patience;
        }
    }

    static final class SpotsUnderContract implements CouponSpotsContract {

        @Override
        public CouponSpots couponSpots() {
            return spots.apply(false);
        }

        @Override
        public List<CouponSpots> couponSpotsWithoutBackend() {
            return List.of(spots.apply(true));
        }

        @Override
        public StoreId store() {
            return CORNER_SHOP;
        }

        @Override
        public Duration patience() {
            return patience;
        }
    }

    @ParameterizedTest
    @EnumSource
    void aWrongCatalogShouldFailWithItsSentence(WrongCatalog wrong) {
        catalogs = wrong::catalog;
        assertFails(CatalogUnderContract.class, wrong.test, wrong.sentence);
    }

    @ParameterizedTest
    @EnumSource
    void wrongCouponSpotsShouldFailWithTheirSentence(WrongCouponSpots wrong) {
        spots = wrong::spots;
        assertFails(SpotsUnderContract.class, wrong.test, wrong.sentence);
    }

    private static void assertFails(Class<?> underContract, String test, String sentence) {
        patience = sentence.contains(" within") ? SHORT : LONG;

        ContractRun run = ContractRun.of(underContract, test);

        assertThat(run.tests()).isPositive();
        assertThat(run.failures()).anySatisfy(said -> assertThat(said).contains(sentence));
    }
}
