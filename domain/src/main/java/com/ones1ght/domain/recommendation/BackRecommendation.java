package com.ones1ght.domain.recommendation;

import com.ones1ght.domain.shared.LocalizedText;
import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.store.ProductId;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A recommendation of step 4: an ad on a signage or a coupon in the app.
 *
 * @param recommendationId identifies the recommendation in events
 * @param productId the store's product; null when the upstream attached none
 * @param itemName in the response language
 * @param itemNameEn in English
 * @param zoneId the number of the zone of the store
 * @param price as the upstream reports it
 * @param discountPct per cent off
 * @param appliedScore relevance, 0 to 1
 * @param priorityScore ranks ads and coupons, 0 to 1
 * @param reasonType a label such as {@code cross-sell} or {@code zone_efficiency}
 * @param reasonDetail the analysis, for operators
 * @param reasonDetailMarketing the copy, for shoppers
 * @param method how it was selected, for example {@code copurchase_lift}
 * @param scoringEquation how its score was computed, for people
 * @param analystComment the model's explanation for the tenant; never shown to shoppers
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
        Require.notBlank(recommendationId, "recommendationId");
        Require.notNull(type, "type");
    }
}
