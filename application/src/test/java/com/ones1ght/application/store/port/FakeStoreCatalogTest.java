package com.ones1ght.application.store.port;

import static com.ones1ght.application.store.port.StoreFixtures.CORNER_SHOP;
import static com.ones1ght.application.store.port.StoreFixtures.KIMCHI;
import static com.ones1ght.application.store.port.StoreFixtures.TOFU;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.ones1ght.domain.store.ProductId;
import com.ones1ght.domain.store.StoreId;
import java.util.List;
import org.junit.jupiter.api.Test;

class FakeStoreCatalogTest implements StoreCatalogContract {

    private final FakeStoreCatalog catalog = StoreFixtures.aShop();

    @Override
    public StoreCatalog catalog() {
        return catalog;
    }

    @Override
    public List<StoreCatalog> catalogsWithoutBackend() {
        FakeStoreCatalog away = StoreFixtures.aShop();
        away.goAway();
        return List.of(away);
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
    void aStoreThatIsAwayShouldRefuseEveryQuestionUntilItIsBack() {
        catalog.goAway();

        assertThatExceptionOfType(StoreUnavailableException.class)
                .isThrownBy(() -> catalog.products(CORNER_SHOP, List.of(TOFU.id())));
        assertThatExceptionOfType(StoreUnavailableException.class)
                .isThrownBy(() -> catalog.search(CORNER_SHOP, "tofu", 1));
        assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(() -> catalog.signages(CORNER_SHOP));
        assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(() -> catalog.signageEvents(CORNER_SHOP));
        assertThatExceptionOfType(StoreUnavailableException.class)
                .isThrownBy(() -> catalog.coPurchases(CORNER_SHOP, List.of(TOFU.id())));

        catalog.comeBack();

        assertThat(catalog.search(CORNER_SHOP, "tofu", 1)).containsExactly(TOFU);
    }

    @Test
    void emptyQuestionsShouldNotReachTheBackend() {
        catalog.products(CORNER_SHOP, List.of());
        catalog.coPurchases(CORNER_SHOP, List.of());

        assertThat(catalog.calls()).isZero();
    }
}
