package com.ones1ght.application.chat.port;

import com.ones1ght.application.shared.JsonFragment;
import com.ones1ght.application.store.port.CouponSpotDocuments;
import com.ones1ght.domain.recommendation.Notifications;
import com.ones1ght.domain.recommendation.RecommendedItem;
import com.ones1ght.domain.recommendation.Todos;
import com.ones1ght.domain.shared.Language;
import java.util.List;

/**
 * Writes results in the form in which clients get them, once, when they arrive; polls serve them as they are.
 * Pure: no I/O.
 */
public interface ResultDocuments extends CouponSpotDocuments {

    /** {@code todos}: an object. */
    JsonFragment todos(Todos todos, Language language);

    /** {@code recommended_items}: an array. */
    JsonFragment recommendedItems(List<RecommendedItem> items, Language language);

    /** {@code notifications} without its coupon spots: an object with {@code ad} and {@code coupon}. */
    JsonFragment notifications(Notifications notifications, Language language);
}
