package com.ones1ght.domain.recommendation;

import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.store.Product;
import com.ones1ght.domain.store.ProductId;
import java.math.BigDecimal;

/**
 * A line of the shopping list.
 *
 * @param quantity pieces, at least 1
 * @param state what has become of it
 */
public record TodoItem(int quantity, Product product, TodoState state) {

    /** The largest quantity that a shopper may ask for; models are not bound by it. */
    public static final int MAX_QUANTITY = 999;

    public TodoItem {
        Require.that(quantity >= 1, "quantity", "be at least 1");
        Require.notNull(product, "product");
        // Lines that were stored before lists could change.
        state = state == null ? TodoState.OPEN : state;
    }

    /** A line that is still to be picked up. */
    public TodoItem(int quantity, Product product) {
        this(quantity, product, TodoState.OPEN);
    }

    boolean isOf(ProductId id) {
        return product.id().equals(id);
    }

    TodoItem withQuantity(int pieces) {
        return new TodoItem(pieces, product, state);
    }

    TodoItem in(TodoState changed) {
        return new TodoItem(quantity, product, changed);
    }

    /** What it adds to the total: nothing unless it is bought. */
    BigDecimal cost() {
        return state.isBought() ? product.price().multiply(BigDecimal.valueOf(quantity)) : BigDecimal.ZERO;
    }
}
