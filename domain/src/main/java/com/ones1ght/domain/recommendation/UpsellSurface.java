package com.ones1ght.domain.recommendation;

import java.util.List;

/**
 * The output of step 3: items recommended in addition to the meal.
 *
 * @param items best first
 */
public record UpsellSurface(List<UpsellItem> items) {

    public UpsellSurface {
        items = List.copyOf(items);
    }
}
