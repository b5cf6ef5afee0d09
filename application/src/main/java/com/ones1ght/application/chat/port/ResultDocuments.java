package com.ones1ght.application.chat.port;

import com.ones1ght.application.shared.JsonFragment;
import com.ones1ght.application.store.port.CouponSpotDocuments;
import com.ones1ght.domain.recommendation.BackList;
import com.ones1ght.domain.recommendation.Notifications;
import com.ones1ght.domain.recommendation.RecommendedItem;
import com.ones1ght.domain.recommendation.RoundGuard;
import com.ones1ght.domain.recommendation.ShoppingList;
import com.ones1ght.domain.recommendation.TodoList;
import com.ones1ght.domain.recommendation.Todos;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.store.Product;
import com.ones1ght.domain.store.ProductId;
import java.util.List;
import java.util.Map;

/**
 * Writes results in the form of the client API, once, when they arrive; polls serve the stored documents. No I/O.
 */
public interface ResultDocuments extends CouponSpotDocuments {

    /** {@code todos}: an object. */
    JsonFragment todos(Todos todos, Language language);

    /**
     * {@code todos} with another list, and the recipe as it stands in the stored document.
     *
     * @param todos a document that {@link #todos} or this method wrote
     */
    JsonFragment changedTodos(JsonFragment todos, TodoList list, Language language);

    /** {@code guard}: an object. */
    JsonFragment guard(RoundGuard guard);

    /** {@code recommended_items}: an array. */
    JsonFragment recommendedItems(List<RecommendedItem> items, Language language);

    /** {@code notifications} without its coupon spots: an object with {@code ad} and {@code coupon}. */
    JsonFragment notifications(Notifications notifications, Language language);

    /**
     * {@code shopping_list} of a chat session: an object with all lines in upstream's order, including those without a
     * product.
     *
     * @param products the lines' products, as far as the store has them
     */
    JsonFragment sessionShoppingList(ShoppingList list, Map<ProductId, Product> products, Language language);

    /** {@code back_list} of a chat session: an object with all recommendations in upstream's order. */
    JsonFragment sessionBackList(BackList backList);
}
