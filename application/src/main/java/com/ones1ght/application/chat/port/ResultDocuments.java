package com.ones1ght.application.chat.port;

import com.ones1ght.application.shared.JsonFragment;
import com.ones1ght.application.store.port.CouponSpotDocuments;
import com.ones1ght.domain.recommendation.BackList;
import com.ones1ght.domain.recommendation.Notifications;
import com.ones1ght.domain.recommendation.RecommendedItem;
import com.ones1ght.domain.recommendation.ShoppingList;
import com.ones1ght.domain.recommendation.Todos;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.store.Product;
import com.ones1ght.domain.store.ProductId;
import java.util.List;
import java.util.Map;

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

    /**
     * {@code shopping_list} of the session form: an object with all lines in upstream's order, those without a product
     * included.
     *
     * @param products those of the lines that the store knows
     */
    JsonFragment sessionShoppingList(ShoppingList list, Map<ProductId, Product> products, Language language);

    /** {@code back_list} of the session form: an object with all recommendations in upstream's order. */
    JsonFragment sessionBackList(BackList backList);
}
