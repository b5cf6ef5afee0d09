package com.ones1ght.domain.recommendation;

/** What a client reports an event about; decides where the item is looked up first, see {@link RoundOffers}. */
public enum OfferKind {
    AD,
    COUPON,
    RECOMMENDATION
}
