package com.ones1ght.adapters.signage.embedded;

import com.ones1ght.domain.shared.LocalizedText;
import com.ones1ght.domain.store.Location;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A product as shown on a screen.
 *
 * @param copy the text for shoppers
 * @param discountPct the discount in per cent, above 0 and at most 100; null if there is none
 * @param price before the discount
 * @param picture the URL of its picture; null if there is none
 * @param section the two-letter code of its section, for the drawing that replaces a picture
 * @param location its shelf on the floor plan; null if the store does not say
 */
record ShownProduct(
        LocalizedText name,
        @Nullable String brand,
        @Nullable LocalizedText copy,
        @Nullable BigDecimal discountPct,
        @Nullable Price price,
        @Nullable String picture,
        @Nullable String section,
        @Nullable Location location) {

    /** The price after the discount; empty without a discount. */
    Optional<Price> salePrice() {
        return price == null || discountPct == null ? Optional.empty() : price.reducedBy(discountPct);
    }
}
