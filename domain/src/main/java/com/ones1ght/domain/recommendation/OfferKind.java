package com.ones1ght.domain.recommendation;

/** What a client's report is about. It decides where an item is looked for first, see {@link RoundOffers}. */
public enum OfferKind {
    AD,
    COUPON,
    RECOMMENDATION
}
