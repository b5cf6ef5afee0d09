package com.ones1ght.bootstrap.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.adapters.llm.embedded.EmbeddedPipeline;
import com.ones1ght.adapters.store.embedded.EmbeddedStore;
import com.ones1ght.application.chat.port.PipelineRequest;
import com.ones1ght.domain.chat.PipelineSnapshot;
import com.ones1ght.domain.profile.ProfileDocument;
import com.ones1ght.domain.recommendation.NotificationType;
import com.ones1ght.domain.recommendation.ShoppingLine;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.store.Product;
import com.ones1ght.domain.store.ProductId;
import com.ones1ght.domain.store.StoreId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Either backend is tested by itself; here the cookbook meets the store that it will be cooked from. */
class EmbeddedBackendsTest {

    private static final StoreId STORE = new StoreId("main");

    private final EmbeddedStore store = new EmbeddedStore();
    private final EmbeddedPipeline pipeline = new EmbeddedPipeline(store);

    @ParameterizedTest
    @CsvSource({
        "KO, 오늘 저녁 카레 땡기는데",
        "KO, 4인분 비빔밥",
        "KO, 돼지고기 빼고 찌개",
        "KO, 매운 국물 요리",
        "JA, 今夜のおかず何がいい?",
        "JA, 簡単な魚料理",
        "JA, 子どもが喜ぶ洋食",
        "EN, Dinner ideas?",
        "EN, something quick with tofu",
        "EN, vegetarian pasta for 4"
    })
    void aDinnerShouldBeForSaleAsAWhole(Language language, String prompt) {
        PipelineSnapshot done = run(language, prompt);

        List<ShoppingLine> lines =
                Objects.requireNonNull(done.shoppingList()).value().items();
        List<ProductId> ids = lines.stream()
                .map(ShoppingLine::productId)
                .filter(Objects::nonNull)
                .toList();
        Map<ProductId, Product> products = store.products(STORE, ids);
        assertThat(lines).hasSizeGreaterThanOrEqualTo(4).allMatch(ShoppingLine::matched);
        assertThat(products.keySet()).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(Objects.requireNonNull(done.upsellSurface()).value().items()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(Objects.requireNonNull(done.backList()).value().recommendations())
                .filteredOn(item -> item.type() == NotificationType.ADS)
                .hasSizeGreaterThanOrEqualTo(3);
    }

    private PipelineSnapshot run(Language language, String prompt) {
        PipelineRequest request = new PipelineRequest(
                "0199.0", "demo", STORE, language, prompt, prompt, List.of(), new ProfileDocument("{}"), List.of());
        PipelineSnapshot snapshot = PipelineSnapshot.empty();
        for (int step = 0; step < 4; step++) {
            snapshot = pipeline.advance(request, snapshot).toCompletableFuture().join();
        }
        assertThat(snapshot.isFinished()).isTrue();
        assertThat(snapshot.failure()).isNull();
        return snapshot;
    }
}
