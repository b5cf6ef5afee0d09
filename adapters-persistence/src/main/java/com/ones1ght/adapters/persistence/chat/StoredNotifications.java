package com.ones1ght.adapters.persistence.chat;

import com.ones1ght.domain.recommendation.AnalystComments;
import com.ones1ght.domain.recommendation.BackRecommendation;
import com.ones1ght.domain.recommendation.NotificationType;
import com.ones1ght.domain.recommendation.Notifications;
import com.ones1ght.domain.recommendation.RankedNotification;
import com.ones1ght.domain.shared.LocalizedText;
import com.ones1ght.domain.store.Location;
import com.ones1ght.domain.store.ProductId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of step 4 in the shape in which they are stored: what is shown, and beside it notes on recommendations. */
record StoredNotifications(Shown shown, @Nullable List<StoredNote> noted) {

    record Shown(Ad ad, List<Item> coupon) {}

    record Ad(@Nullable Location signage, List<Item> items) {}

    /** Without what no client is shown: upstream's price, and how the score was computed. */
    record Item(
            @Nullable Long itemId,
            String recId,
            @Nullable String itemName,
            @Nullable String itemNameEn,
            @Nullable String brand,
            @Nullable Long zoneId,
            @Nullable String zoneName,
            @Nullable BigDecimal discountPct,
            @Nullable BigDecimal appliedScore,
            @Nullable BigDecimal priorityScore,
            @Nullable String method,
            @Nullable String reasonType,
            @Nullable LocalizedText reasonDetail,
            @Nullable LocalizedText reasonDetailMarketing,
            @Nullable StoredProduct product) {

        static Item of(RankedNotification ranked) {
            BackRecommendation given = ranked.recommendation();
            ProductId product = given.productId();
            return new Item(
                    product == null ? null : product.value(),
                    given.recommendationId(),
                    given.itemName(),
                    given.itemNameEn(),
                    given.brand(),
                    given.zoneId(),
                    given.zoneName(),
                    given.discountPct(),
                    given.appliedScore(),
                    given.priorityScore(),
                    given.method(),
                    given.reasonType(),
                    given.reasonDetail(),
                    given.reasonDetailMarketing(),
                    ranked.product() == null ? null : StoredProduct.of(ranked.product()));
        }

        RankedNotification toDomain(int rank, NotificationType type, @Nullable String comment) {
            BackRecommendation recommendation = new BackRecommendation(
                    recId,
                    itemId == null ? null : new ProductId(itemId),
                    itemName,
                    itemNameEn,
                    brand,
                    zoneId,
                    zoneName,
                    null,
                    type,
                    discountPct,
                    appliedScore,
                    priorityScore,
                    reasonType,
                    reasonDetail,
                    reasonDetailMarketing,
                    method,
                    null,
                    comment);
            return new RankedNotification(rank, recommendation, product == null ? null : product.toDomain());
        }
    }

    static StoredNotifications of(Notifications notifications) {
        Ad ad = new Ad(
                notifications.signage(),
                notifications.ads().stream().map(Item::of).toList());
        List<Item> coupons = notifications.coupons().stream().map(Item::of).toList();
        return new StoredNotifications(new Shown(ad, coupons), StoredNote.of(notifications.analystComments()));
    }

    Notifications toDomain() {
        AnalystComments comments = StoredNote.comments(StoredNote.byRecommendation(noted));
        return new Notifications(
                shown.ad().signage(),
                ranked(shown.ad().items(), NotificationType.ADS, comments),
                ranked(shown.coupon(), NotificationType.COUPON, comments),
                comments);
    }

    private static List<RankedNotification> ranked(List<Item> items, NotificationType type, AnalystComments comments) {
        List<RankedNotification> ranked = new ArrayList<>();
        for (Item item : items) {
            ranked.add(item.toDomain(
                    ranked.size() + 1, type, comments.on(item.recId()).orElse(null)));
        }
        return ranked;
    }
}
