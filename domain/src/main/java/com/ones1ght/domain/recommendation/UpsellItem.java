package com.ones1ght.domain.recommendation;

import com.ones1ght.domain.shared.LocalizedText;
import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.store.ProductId;
import org.jspecify.annotations.Nullable;

/**
 * An item of step 3, recommended in addition to the meal.
 *
 * @param id the upstream's own id of the item; clients may use it in place of {@code recommendationId}
 * @param recommendationId identifies the recommendation in events
 * @param productId the store's product; null when the upstream attached none
 * @param itemName in the response language
 * @param itemNameEn in English
 * @param reasonDetail the analysis, for operators
 * @param reasonDetailMarketing the copy, for shoppers
 * @param analystComment the model's explanation for the tenant; never shown to shoppers
 */
public record UpsellItem(
        @Nullable String id,
        String recommendationId,
        @Nullable ProductId productId,
        @Nullable String itemName,
        @Nullable String itemNameEn,
        SurfaceReason reason,
        @Nullable LocalizedText reasonDetail,
        @Nullable LocalizedText reasonDetailMarketing,
        @Nullable String analystComment) {

    public UpsellItem {
        Require.notBlank(recommendationId, "recommendationId");
        Require.notNull(reason, "reason");
    }
}
