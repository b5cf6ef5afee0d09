package com.ones1ght.bootstrap.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.adapters.llm.cookbook.Cookbook;
import com.ones1ght.adapters.llm.cookbook.Dish;
import com.ones1ght.adapters.llm.embedded.EmbeddedPipeline;
import com.ones1ght.adapters.store.embedded.EmbeddedCouponSpots;
import com.ones1ght.adapters.store.embedded.EmbeddedStore;
import com.ones1ght.application.chat.port.PipelineRequest;
import com.ones1ght.application.chat.port.RunTexts;
import com.ones1ght.application.shared.port.Scripts;
import com.ones1ght.domain.chat.PipelineSnapshot;
import com.ones1ght.domain.profile.ProfileDocument;
import com.ones1ght.domain.recommendation.RankedCouponSpot;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.store.CouponSpot;
import com.ones1ght.domain.store.Product;
import com.ones1ght.domain.store.ProductId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the embedded backends say to a shopper has no letters of another language. */
class EmbeddedLanguagesTest {

    private final EmbeddedStore store = new EmbeddedStore();
    private final EmbeddedPipeline pipeline = new EmbeddedPipeline(store);

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyDishShouldBeSoldInOneLanguage(Language language) {
        RunTexts texts = new RunTexts(language);
        for (Dish dish : Cookbook.bundled().dishes()) {
            PipelineRequest request = new PipelineRequest(
                    "0199.0",
                    "demo",
                    EmbeddedStore.MAIN,
                    language,
                    dish.title().in(language),
                    dish.title().in(language),
                    List.of(),
                    new ProfileDocument("{}"),
                    List.of());
            PipelineSnapshot run = PipelineSnapshot.empty();
            while (!run.isFinished()) {
                run = pipeline.advance(request, run).toCompletableFuture().join();
            }

            texts.check(run);
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void productsSectionsSpotsAndEventsShouldHaveNamesInEveryLanguage(Language language) {
        List<CouponSpot> spots = new EmbeddedCouponSpots(store)
                .spots(EmbeddedStore.MAIN)
                .toCompletableFuture()
                .join();
        List<ProductId> ids = spots.stream()
                .map(CouponSpot::productId)
                .map(Objects::requireNonNull)
                .toList();
        Map<ProductId, Product> products = store.products(EmbeddedStore.MAIN, ids);

        products.values().forEach(product -> {
            Scripts.requireName("name", product.nameIn(language), language);
            Scripts.requireName("section", product.sectionIn(language), language);
            assertThat(product.namedIn(language).sectionName()).isEqualTo(product.sectionIn(language));
        });
        assertThat(RankedCouponSpot.rank(spots, products))
                .isNotEmpty()
                .allSatisfy(spot -> Scripts.requireName("spot", spot.itemNameIn(language), language));
        store.signageEvents(EmbeddedStore.MAIN).forEach(event -> {
            Scripts.requireName("title", event.title().in(language), language);
            Scripts.requireName("body", event.body().in(language), language);
        });
    }
}
