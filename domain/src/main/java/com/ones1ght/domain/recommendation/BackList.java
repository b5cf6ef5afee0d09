package com.ones1ght.domain.recommendation;

import java.util.List;

/**
 * The output of step 4: ads and coupons.
 *
 * @param recommendations in the upstream's order, not ranked
 */
public record BackList(List<BackRecommendation> recommendations) {

    public BackList {
        recommendations = List.copyOf(recommendations);
    }
}
