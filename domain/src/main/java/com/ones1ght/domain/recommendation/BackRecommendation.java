package com.ones1ght.domain.recommendation;

import com.ones1ght.domain.shared.LocalizedText;
import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.store.ProductId;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A recommendation of step 4: an ad on a signage or a coupon in the app.
 *
 * @param recommendationId tracks the recommendation through events
 * @param productId the store's product; null when upstream could not attach one
 * @param itemName in the response language
 * @param itemNameEn in English
 * @param brand the maker's brand
 * @param zoneId the number of the part of the shop
 * @param zoneName its name
 * @param price as upstream knows it
 * @param type ad or coupon
 * @param discountPct per cent off
 * @param appliedScore how well it applies, 0 to 1
 * @param priorityScore by which ads and coupons are ranked, 0 to 1
 * @param reasonType a tag such as {@code cross-sell} or {@code zone_efficiency}
 * @param reasonDetail the analysis, for operators
 * @param reasonDetailMarketing the copy, for shoppers
 * @param method how it was found, for example {@code copurchase_lift}
 * @param scoringEquation how its score was computed, for people
 * @param analystComment the grounds for the tenant's analysts; never shown to shoppers
 */
public record BackRecommendation(
        String recommendationId,
        @Nullable ProductId productId,
        @Nullable String itemName,
        @Nullable String itemNameEn,
        @Nullable String brand,
        @Nullable Long zoneId,
        @Nullable String zoneName,
        @Nullable BigDecimal price,
        NotificationType type,
        @Nullable BigDecimal discountPct,
        @Nullable BigDecimal appliedScore,
        @Nullable BigDecimal priorityScore,
        @Nullable String reasonType,
        @Nullable LocalizedText reasonDetail,
        @Nullable LocalizedText reasonDetailMarketing,
        @Nullable String method,
        @Nullable String scoringEquation,
        @Nullable String analystComment) {

    public BackRecommendation {
        Require.notBlank(recommendationId, "recommendation_id");
        Require.notNull(type, "notification_type");
    }
}
