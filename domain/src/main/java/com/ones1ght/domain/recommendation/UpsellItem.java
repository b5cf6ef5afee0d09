package com.ones1ght.domain.recommendation;

import com.ones1ght.domain.shared.LocalizedText;
import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.store.ProductId;
import org.jspecify.annotations.Nullable;

/**
 * An item recommended beside the meal.
 *
 * @param id upstream's own name for the item; a client may use it in place of {@code recommendationId}
 * @param recommendationId tracks the recommendation through events
 * @param productId the store's product; null when upstream could not attach one
 * @param itemName in the response language
 * @param itemNameEn in English
 * @param reason why it is shown
 * @param reasonDetail the analysis, for operators
 * @param reasonDetailMarketing the copy, for shoppers
 * @param analystComment the grounds for the tenant's analysts; never shown to shoppers
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
        Require.notBlank(recommendationId, "recommendation_id");
        Require.notNull(reason, "reason");
    }
}
