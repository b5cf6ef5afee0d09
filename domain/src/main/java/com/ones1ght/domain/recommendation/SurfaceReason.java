package com.ones1ght.domain.recommendation;

/** Why an item is shown beside the meal. */
public enum SurfaceReason {
    CROSS_SELL,
    UPSELL,
    IMPULSE
}
