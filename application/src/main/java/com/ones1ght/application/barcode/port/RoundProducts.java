package com.ones1ght.application.barcode.port;

import com.ones1ght.application.chat.RoundView;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the products out of what a round has stored ready to serve. Pure: no I/O. */
public interface RoundProducts {

    /** The products in their order; items without a product are left out, parts not yet there are empty. */
    Products of(RoundView round);

    /**
     * @param todos on the shopping list
     * @param recommends beside the meal
     * @param ads on signages
     * @param coupons in the app
     */
    record Products(List<Item> todos, List<Item> recommends, List<Item> ads, List<Item> coupons) {}

    /**
     * @param name in the round's language
     * @param barcode as the store has it
     * @param price per piece
     * @param priceUnit the currency sign
     */
    record Item(String name, @Nullable String barcode, BigDecimal price, String priceUnit) {}
}
