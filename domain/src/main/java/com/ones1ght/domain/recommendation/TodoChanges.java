package com.ones1ght.domain.recommendation;

import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.store.ProductId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a shopper changes on the shopping list at once. Additions come first, so that one request can add a product and
 * mark it as picked; of two changes to one product the later wins.
 *
 * @param changes of products on the list
 * @param additions of products that may be on the list
 */
public record TodoChanges(List<Change> changes, List<Addition> additions) {

    public TodoChanges {
        changes = List.copyOf(changes);
        additions = List.copyOf(additions);
        Require.that(!changes.isEmpty() || !additions.isEmpty(), "changes", "change something");
    }

    /**
     * A change to every line of a product.
     *
     * @param state null leaves it as it is
     * @param quantity of each line; null leaves it as it is
     */
    public record Change(
            ProductId product,
            @Nullable TodoState state,
            @Nullable Integer quantity) {

        public Change {
            Require.notNull(product, "product");
            Require.that(quantity == null || isQuantity(quantity), "quantity", "be from 1 to 999");
        }

        TodoItem applyTo(TodoItem item) {
            TodoItem counted = quantity == null ? item : item.withQuantity(quantity);
            return state == null ? counted : counted.in(state);
        }
    }

    /**
     * A product that is to be on the list, open, in this quantity: an addition to a quantity would count twice when a
     * client repeats its request.
     */
    public record Addition(ProductId product, int quantity) {

        public Addition {
            Require.notNull(product, "product");
            Require.that(isQuantity(quantity), "quantity", "be from 1 to 999");
        }

        TodoItem applyTo(TodoItem item) {
            return item.withQuantity(quantity).in(TodoState.OPEN);
        }
    }

    private static boolean isQuantity(int quantity) {
        return quantity >= 1 && quantity <= TodoItem.MAX_QUANTITY;
    }
}
