package com.ones1ght.domain.recommendation;

import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.store.Product;
import com.ones1ght.domain.store.ProductId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The shopping list as step 2 gives it: the recipe, and the products in walking order, all open.
 *
 * @param total the sum of price times quantity
 */
public record Todos(Meal meal, List<TodoItem> items, BigDecimal total) {

    public Todos {
        Require.notNull(meal, "meal");
        items = List.copyOf(items);
        Require.notNull(total, "total");
    }

    /**
     * Merges the shopping list with the store's products. Lines whose product the store does not know are omitted.
     */
    public static Todos merge(Meal meal, ShoppingList list, Map<ProductId, Product> products) {
        List<TodoItem> items = new ArrayList<>();
        for (ShoppingLine line : list.items()) {
            Product product = line.productId() == null ? null : products.get(line.productId());
            if (product != null) {
                items.add(new TodoItem(line.quantity(), product));
            }
        }
        TodoList sorted = new TodoList(SectionOrder.inWalkingOrder(items));
        return new Todos(meal, sorted.items(), sorted.total());
    }
}
