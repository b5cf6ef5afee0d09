package com.ones1ght.domain.store;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A place in the store where a coupon is available, from the store's master data; not a recommendation.
 *
 * @param spotNo the store's number of it; spots are ranked by it
 * @param productId the product of the coupon
 * @param discountValue per cent off
 * @param location of the spot, not of the product
 * @param enabled whether the store shows it at present
 */
public record CouponSpot(
        int spotNo,
        @Nullable ProductId productId,
        @Nullable String itemName,
        @Nullable String itemNameEn,
        @Nullable String brand,
        @Nullable BigDecimal discountValue,
        @Nullable Location location,
        boolean enabled) {}
