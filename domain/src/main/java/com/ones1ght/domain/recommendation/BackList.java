package com.ones1ght.domain.recommendation;

import java.util.List;

/**
 * Step 4: ads and coupons.
 *
 * @param recommendations in upstream's order, not yet ranked
 */
public record BackList(List<BackRecommendation> recommendations) {

    public BackList {
        recommendations = List.copyOf(recommendations);
    }
}
