package com.ones1ght.adapters.signage.embedded;

import com.ones1ght.domain.shared.LocalizedText;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A product as it stands on a screen.
 *
 * @param name what to call it
 * @param brand its maker's brand
 * @param copy words for shoppers
 * @param discountPct per cent off, above 0 and at most 100; null when there is none
 * @param price what it costs
 * @param picture where its picture is; null when there is none
 * @param section the two-letter code of its section, for a drawing in place of a picture
 */
record ShownProduct(
        LocalizedText name,
        @Nullable String brand,
        @Nullable LocalizedText copy,
        @Nullable BigDecimal discountPct,
        @Nullable Price price,
        @Nullable String picture,
        @Nullable String section) {}
