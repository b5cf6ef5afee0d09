package com.ones1ght.adapters.rest.chat;

import com.ones1ght.adapters.rest.shared.WireWords;
import com.ones1ght.domain.dietary.Restriction;
import com.ones1ght.domain.recommendation.RoundGuard;
import com.ones1ght.domain.recommendation.WithheldItem;
import com.ones1ght.domain.store.ProductId;
import java.io.IOException;
import java.util.function.Function;

/** Writes what a round's shopper must not get, and what was withheld for it. */
final class GuardWriter {

    private GuardWriter() {}

    static void guard(ResultWriter json, RoundGuard guard) throws IOException {
        json.object(() -> {
            json.texts("restrictions", guard.restrictions(), Restriction::code);
            json.texts("unknown", guard.unknown(), Function.identity());
            json.texts("unmet", guard.unmet(), Function.identity());
            json.objects("withheld", guard.withheld(), item -> withheld(json, item));
        });
    }

    private static void withheld(ResultWriter json, WithheldItem item) throws IOException {
        ProductId product = item.productId();
        json.text("list", WireWords.of(item.list()));
        json.number("item_id", product == null ? null : product.value());
        json.text("rec_id", item.recommendationId());
        json.text("name", item.name());
        json.texts("because", item.because(), Restriction::code);
    }
}
