package com.ones1ght.adapters.rest.chat;

import com.ones1ght.adapters.rest.shared.WireWords;
import com.ones1ght.application.shared.JsonFragment;
import com.ones1ght.domain.recommendation.Offer;
import com.ones1ght.domain.recommendation.RankedNotification;
import com.ones1ght.domain.recommendation.RecommendedItem;
import com.ones1ght.domain.recommendation.UpsellItem;
import com.ones1ght.domain.store.Product;
import java.io.IOException;

/** A single offer, as events contain it: an ad or a coupon as clients see it, a recommended item in more detail. */
public final class OfferDocument {

    private OfferDocument() {}

    /** An object. */
    public static JsonFragment of(Offer offer) {
        return ResultWriter.document(json -> json.object(() -> {
            if (offer instanceof RecommendedItem item) {
                recommended(json, item);
            } else if (offer instanceof RankedNotification ranked) {
                JsonResultDocuments.notification(json, ranked);
            }
        }));
    }

    /** Clients see the product; here the fields that ads and coupons have are repeated beside it. */
    private static void recommended(ResultWriter json, RecommendedItem recommended) throws IOException {
        UpsellItem item = recommended.item();
        Product product = recommended.product();
        json.number("item_id", product.id().value());
        json.text("rec_id", item.recommendationId());
        json.text("item_name", item.itemName() == null ? product.name() : item.itemName());
        json.text("item_name_en", item.itemNameEn());
        json.text("brand", product.brand());
        json.text("reason_type", WireWords.of(item.reason()));
        json.number("price", product.price());
        json.text("price_unit", product.priceUnit());
        json.text("reason", WireWords.of(item.reason()));
        json.reason("reason_detail", item.reasonDetail());
        json.reason("reason_detail_marketing", item.reasonDetailMarketing());
        json.product(product);
    }
}
