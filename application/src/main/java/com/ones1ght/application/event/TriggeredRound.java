package com.ones1ght.application.event;

import com.ones1ght.application.shared.JsonFragment;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.store.StoreId;
import org.jspecify.annotations.Nullable;

/**
 * A round as a trigger needs it: what it offers, as it is stored.
 *
 * @param store where the shopper is; null means the installation's default store
 * @param language the round's
 * @param offers what the round has shown
 */
public record TriggeredRound(@Nullable StoreId store, Language language, Offers offers) {

    /**
     * What a round has shown, and what was noted beside it for later; each part is null until its step is done.
     *
     * @param recommendedItems as clients get them, an array
     * @param notifications as clients get them, an object with {@code ad} and {@code coupon}
     * @param upsellIndex further facts about the recommended items
     * @param backListIndex further facts about the ads and coupons
     */
    public record Offers(
            @Nullable JsonFragment recommendedItems,
            @Nullable JsonFragment notifications,
            @Nullable JsonFragment upsellIndex,
            @Nullable JsonFragment backListIndex) {}
}
