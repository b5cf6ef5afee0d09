package com.ones1ght.domain.recommendation;

/** Why an item is recommended in addition to the meal. */
public enum SurfaceReason {
    CROSS_SELL,
    UPSELL,
    IMPULSE
}
