package com.ones1ght.adapters.rest.barcode;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.adapters.rest.chat.JsonResultDocuments;
import com.ones1ght.adapters.rest.chat.Results;
import com.ones1ght.application.barcode.port.RoundProducts.Item;
import com.ones1ght.application.barcode.port.RoundProducts.Products;
import com.ones1ght.application.chat.RoundView;
import com.ones1ght.application.shared.JsonFragment;
import com.ones1ght.domain.chat.Progress;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.chat.RoundState;
import com.ones1ght.domain.shared.Language;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StoredRoundProductsTest {

    private static final JsonResultDocuments DOCUMENTS = new JsonResultDocuments();

    private final StoredRoundProducts products = new StoredRoundProducts();

    @Test
    void productsAreReadBackAndItemsWithoutOneAreSkipped() {
        Products found = products.of(round(
                DOCUMENTS.todos(Results.todos(), Language.JA),
                DOCUMENTS.recommendedItems(Results.recommendedItems(), Language.JA),
                DOCUMENTS.notifications(Results.notifications(), Language.JA)));
        Item dressing = new Item("ごまドレッシング", "4906028184943", new BigDecimal("3600"), "₩");
        assertThat(found.todos()).containsExactly(dressing, new Item("Bag", null, BigDecimal.ONE, "₩"));
        assertThat(found.recommends()).containsExactly(dressing);
        assertThat(found.ads()).containsExactly(dressing);
        assertThat(found.coupons()).isEmpty();
    }

    @Test
    void roundWithoutResultsHasNoProducts() {
        assertThat(products.of(round(null, null, null)))
                .isEqualTo(new Products(List.of(), List.of(), List.of(), List.of()));
    }

    private static RoundView round(
            @Nullable JsonFragment todos, @Nullable JsonFragment items, @Nullable JsonFragment notifications) {
        return new RoundView(
                new RoundId(new UUID(0, 1)),
                1,
                "x",
                Instant.EPOCH,
                Instant.EPOCH,
                RoundState.KICKED_OFF,
                Progress.START,
                null,
                todos,
                items,
                notifications,
                null);
    }
}
