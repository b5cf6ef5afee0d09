package com.ones1ght.domain.recommendation;

import java.util.List;

/**
 * Step 3: what goes well with the meal.
 *
 * @param items best first
 */
public record UpsellSurface(List<UpsellItem> items) {

    public UpsellSurface {
        items = List.copyOf(items);
    }
}
