package com.ones1ght.domain.recommendation;

import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.store.Product;
import java.math.BigDecimal;

/**
 * A product to buy.
 *
 * @param quantity pieces, at least 1
 */
public record TodoItem(int quantity, Product product) {

    public TodoItem {
        Require.that(quantity >= 1, "quantity", "be at least 1");
        Require.notNull(product, "product");
    }

    BigDecimal cost() {
        return product.price().multiply(BigDecimal.valueOf(quantity));
    }
}
