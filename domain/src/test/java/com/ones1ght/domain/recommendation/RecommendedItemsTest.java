package com.ones1ght.domain.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.domain.store.ProductId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecommendedItemsTest {

    @Test
    void onlyMatchedItemsShouldBeShownInThePipelinesOrder() {
        UpsellSurface surface =
                new UpsellSurface(List.of(anItem("r3", 3L), anItem("r0", null), anItem("r9", 9L), anItem("r1", 1L)));

        List<RecommendedItem> items = RecommendedItems.merge(
                        surface, Products.byId(Products.priced(1, "100"), Products.priced(3, "300")))
                .items();

        assertThat(items).extracting(item -> item.item().recommendationId()).containsExactly("r3", "r1");
        assertThat(items)
                .extracting(RecommendedItem::product)
                .containsExactly(Products.priced(3, "300"), Products.priced(1, "100"));
    }

    @Test
    void commentsOnItemsThatAreNotShownShouldBeKeptToo() {
        UpsellSurface surface = new UpsellSurface(List.of(anItem("shown", 1L), anItem("unmatched", null)));

        AnalystComments comments = RecommendedItems.merge(surface, Products.byId(Products.priced(1, "100")))
                .analystComments();

        assertThat(comments.on("shown")).contains("why shown");
        assertThat(comments.on("unmatched")).contains("why unmatched");
        assertThat(comments.on("other")).isEmpty();
    }

    private static UpsellItem anItem(String id, @Nullable Long product) {
        return new UpsellItem(
                null,
                id,
                product == null ? null : new ProductId(product),
                null,
                null,
                SurfaceReason.CROSS_SELL,
                null,
                null,
                "why " + id);
    }
}
