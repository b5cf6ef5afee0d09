package com.ones1ght.adapters.rest.chat;

import com.ones1ght.adapters.rest.shared.WireWords;
import com.ones1ght.domain.recommendation.BackRecommendation;
import com.ones1ght.domain.recommendation.NotificationType;
import com.ones1ght.domain.recommendation.RankedCouponSpot;
import com.ones1ght.domain.recommendation.RankedNotification;
import com.ones1ght.domain.store.CouponSpot;
import com.ones1ght.domain.store.Product;
import com.ones1ght.domain.store.ProductId;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Ads, coupons and coupon spots: the same 19 keys each, so that a client decodes them alike. */
final class NotificationWriter {

    private NotificationWriter() {}

    static void ad(ResultWriter json, RankedNotification ad) throws IOException {
        json.startObject();
        recommendation(json, ad);
        json.endObject();
    }

    static void coupon(ResultWriter json, RankedNotification coupon) throws IOException {
        json.startObject();
        recommendation(json, coupon);
        Product product = coupon.product();
        json.location("location", product == null ? null : product.location());
        json.endObject();
    }

    static void spot(ResultWriter json, RankedCouponSpot ranked) throws IOException {
        CouponSpot spot = ranked.spot();
        json.startObject();
        json.number("item_id", id(spot.productId()));
        json.nothing("rec_id");
        json.text("item_name", spot.itemName());
        json.text("item_name_en", spot.itemNameEn());
        json.text("brand", spot.brand());
        json.nothing("zone_id");
        json.nothing("zone_name");
        json.text("type", WireWords.of(NotificationType.COUPON));
        json.number("discount_pct", spot.discountValue());
        json.nothing("applied_score");
        json.nothing("priority_score");
        json.nothing("method");
        json.nothing("reason_type");
        json.nothing("reason_detail");
        json.nothing("reason_detail_marketing");
        offer(json, ranked.rank(), ranked.product());
        json.location("location", spot.location());
        json.endObject();
    }

    private static void recommendation(ResultWriter json, RankedNotification ranked) throws IOException {
        BackRecommendation given = ranked.recommendation();
        json.number("item_id", id(given.productId()));
        json.text("rec_id", given.recommendationId());
        json.text("item_name", given.itemName());
        json.text("item_name_en", given.itemNameEn());
        json.text("brand", given.brand());
        json.number("zone_id", given.zoneId());
        json.text("zone_name", given.zoneName());
        json.text("type", WireWords.of(given.type()));
        json.number("discount_pct", given.discountPct());
        json.number("applied_score", given.appliedScore());
        json.number("priority_score", given.priorityScore());
        json.text("method", given.method());
        json.text("reason_type", given.reasonType());
        json.reason("reason_detail", given.reasonDetail());
        json.reason("reason_detail_marketing", given.reasonDetailMarketing());
        offer(json, ranked.rank(), ranked.product());
    }

    /** The rank, and what the store says; price and unit stand beside the product for quick reading. */
    private static void offer(ResultWriter json, int rank, @Nullable Product product) throws IOException {
        json.number("rank", rank);
        json.number("price", product == null ? null : product.price());
        json.text("price_unit", product == null ? null : product.priceUnit());
        json.product(product);
    }

    private static @Nullable Long id(@Nullable ProductId product) {
        return product == null ? null : product.value();
    }
}
