package com.ones1ght.domain.event;

/** What can happen to a recommendation. */
public enum EventType {
    /** A shopper came near a signage, which shows the ad. */
    ADS_TRIGGERED,
    /** The app gave the shopper a coupon. */
    COUPON_ISSUED,
    /** The shopper redeemed a coupon. */
    COUPON_REDEEMED,
    /** The shopper dismissed a coupon. */
    COUPON_DISMISSED,
    /** The app showed a recommended item. */
    RECOMMEND_IMPRESSION,
    /** The shopper tapped a recommended item. */
    RECOMMEND_TAP
}
