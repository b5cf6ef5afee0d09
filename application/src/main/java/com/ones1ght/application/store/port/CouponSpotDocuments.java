package com.ones1ght.application.store.port;

import com.ones1ght.application.shared.JsonFragment;
import com.ones1ght.domain.recommendation.RankedCouponSpot;
import com.ones1ght.domain.shared.Language;
import java.util.List;

/** Writes coupon spots in the form in which clients get them. Pure: no I/O. */
public interface CouponSpotDocuments {

    /** {@code notifications.coupon_spot}: an array. */
    JsonFragment couponSpots(List<RankedCouponSpot> spots, Language language);
}
