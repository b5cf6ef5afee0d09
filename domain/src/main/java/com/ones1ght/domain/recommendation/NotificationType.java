package com.ones1ght.domain.recommendation;

/** Where a recommendation of step 4 is shown. */
public enum NotificationType {
    /** On a signage. */
    ADS,
    /** In the app, as a coupon. */
    COUPON
}
