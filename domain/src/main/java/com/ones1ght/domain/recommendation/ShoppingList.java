package com.ones1ght.domain.recommendation;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The output of step 2: what to buy for the meal.
 *
 * @param items in the order of the ingredients
 * @param total as the pipeline computed it
 */
public record ShoppingList(
        List<ShoppingLine> items, @Nullable BigDecimal total) {

    public ShoppingList {
        items = List.copyOf(items);
    }
}
