package com.ones1ght.adapters.store.embedded;

import static com.ones1ght.adapters.store.embedded.EmbeddedStore.MAIN;
import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.application.store.port.StoreCatalog;
import com.ones1ght.application.store.port.StoreCatalogContract;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.store.FloorPlan;
import com.ones1ght.domain.store.Location;
import com.ones1ght.domain.store.Product;
import com.ones1ght.domain.store.ProductId;
import com.ones1ght.domain.store.SignageEvent;
import com.ones1ght.domain.store.StoreId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmbeddedStoreTest implements StoreCatalogContract {

    private static final EmbeddedStore STORE = new EmbeddedStore();

    @Override
    public StoreCatalog catalog() {
        return STORE;
    }

    @Override
    public List<StoreCatalog> catalogsWithoutBackend() {
        return List.of();
    }

    @Override
    public StoreId store() {
        return MAIN;
    }

    @Override
    public List<ProductId> someProducts() {
        return List.of(idOf("spaghetti"), idOf("pork belly"));
    }

    @ParameterizedTest
    @CsvSource({
        "soy sauce, 진간장",
        "pork belly, 삼겹살",
        "tofu, 두부",
        "dry red wine, 레드와인",
        "napa cabbage, 배추",
        "Onions, 양파",
        "TOMATOES, 토마토",
        "ｔｏｆｕ, 두부",
        "jalapeño, 청양고추",
        "계란, 계란",
        "돼지목살, 목살",
        "玉ねぎ, 양파",
        "たまごﾔｷ, ''",
        "ﾆﾝｼﾞﾝ, 당근",
        "ニンジン, 당근",
        "豚バラ, 삼겹살",
        "와인, 레드와인",
        "ham, 햄"
    })
    void theFirstHitShouldBeTheExpectedProduct(String query, String expected) {
        List<Product> hits = STORE.search(MAIN, query, 5);

        if (expected.isEmpty()) {
            assertThat(hits).isEmpty();
        } else {
            assertThat(hits).isNotEmpty();
            assertThat(hits.get(0).name()).contains(expected);
        }
    }

    @Test
    void theGenericProductShouldComeBeforeItsVariants() {
        assertThat(STORE.search(MAIN, "tofu", 4))
                .extracting(product -> product.nameIn(Language.EN))
                .first()
                .isEqualTo("Firm tofu 300g");
        assertThat(STORE.search(MAIN, "milk", 10))
                .hasSizeGreaterThan(3)
                .extracting(product -> product.nameIn(Language.EN))
                .first()
                .isEqualTo("Whole milk 1L");
    }

    @Test
    void aShortWordShouldNotBeFoundInsideOthers() {
        assertThat(STORE.search(MAIN, "ham", 100))
                .extracting(product -> product.nameIn(Language.EN))
                .noneMatch(name -> name.startsWith("Shampoo") || name.startsWith("Chamomile"));
    }

    @Test
    void oneDisabledEventShouldBeAmongAtLeastFour() {
        assertThat(STORE.signageEvents(MAIN)).hasSizeGreaterThanOrEqualTo(4);
        assertThat(STORE.signageEvents(MAIN))
                .filteredOn(event -> !event.enabled())
                .hasSize(1);
        assertThat(STORE.signageEvents(MAIN)).allSatisfy(EmbeddedStoreTest::assertComplete);
    }

    @Test
    void signageOneShouldBeAtTheEntranceAndTwoInTheStore() {
        var signages = STORE.signages(MAIN);

        assertThat(signages).hasSize(2);
        assertThat(signages.get(0).location().y())
                .isLessThan(signages.get(1).location().y());
    }

    private static void assertComplete(SignageEvent event) {
        assertThat(List.of(
                        event.title().ko(),
                        event.title().en(),
                        event.title().ja(),
                        event.body().ko(),
                        event.body().en(),
                        event.body().ja()))
                .noneMatch(String::isBlank);
        assertThat(EmbeddedStoreTest.class.getResource("/META-INF/resources" + event.imageUrl()))
                .isNotNull();
    }

    private static ProductId idOf(String key) {
        return STORE.search(MAIN, key, 1).get(0).id();
    }

    @Test
    void planShouldBeOfTheSameStoreAsItsProductsAndSignages() {
        FloorPlan plan = STORE.plan(MAIN).orElseThrow();
        Map<String, FloorPlan.Section> sections =
                plan.sections().stream().collect(Collectors.toMap(FloorPlan.Section::code, Function.identity()));

        assertThat(Catalogue.bundledEntries())
                .extracting(CatalogueEntry::product)
                .allSatisfy(product -> {
                    FloorPlan.Section section = sections.get(product.sectionCode());
                    assertThat(section.name()).isEqualTo(product.localizedSectionName());
                    assertThat(section.location().distanceTo(product.location()))
                            .as(product.name())
                            .isLessThanOrEqualTo(section.location().radius());
                    assertWithin(plan, product.location());
                });
        assertThat(sections).hasSize(15);
        STORE.signages(MAIN).forEach(signage -> assertWithin(plan, signage.location()));
    }

    private static void assertWithin(FloorPlan plan, Location place) {
        assertThat(place.x()).isBetween(0.0, plan.width());
        assertThat(place.y()).isBetween(0.0, plan.height());
    }
}
