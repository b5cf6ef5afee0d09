package com.ones1ght.application.barcode;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The products of a round by where they stand in it; one product may stand in several places.
 *
 * @param todos on the shopping list
 * @param recommends beside the meal
 * @param ads on signages
 * @param coupons in the app
 */
public record BarcodeSheet(List<Entry> todos, List<Entry> recommends, List<Entry> ads, List<Entry> coupons) {

    public BarcodeSheet {
        todos = List.copyOf(todos);
        recommends = List.copyOf(recommends);
        ads = List.copyOf(ads);
        coupons = List.copyOf(coupons);
    }

    /**
     * A product at the checkout.
     *
     * @param name in the round's language
     * @param barcode as the store has it
     * @param price per piece
     * @param priceUnit the currency sign
     * @param png a picture of the barcode; null when the barcode is no valid EAN-13
     */
    public record Entry(
            String name, @Nullable String barcode, BigDecimal price, String priceUnit, byte @Nullable [] png) {}
}
