package com.ones1ght.domain.store;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A place in the shop where a coupon can be picked up, from the store's own master data; no
 * recommendation.
 *
 * @param spotNo the store's number for it; spots are ranked by it
 * @param productId the product that the coupon is for
 * @param itemName its name
 * @param itemNameEn its name in English
 * @param brand its brand
 * @param discountValue per cent off
 * @param location where the spot is, which need not be where the product is
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
