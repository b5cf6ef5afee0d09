package com.ones1ght.domain.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.domain.store.ProductId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TodosTest {
    private static final Meal MAPO = new Meal("마파두부", null, null, null, null, List.of());

    @Test
    void totalShouldBeTheSumOfPriceTimesQuantity() {
        ShoppingList list = new ShoppingList(List.of(aLine(1L, 2), aLine(2L, 3)), new BigDecimal("99999"));

        Todos todos = Todos.merge(MAPO, list, Products.byId(Products.priced(1, "1980"), Products.priced(2, "0.50")));

        assertThat(todos.total()).isEqualByComparingTo("3961.50");
    }

    @Test
    void linesThatTheStoreDoesNotKnowShouldBeLeftOutAndCostNothing() {
        ShoppingList list = new ShoppingList(List.of(aLine(null, 1), aLine(7L, 1), aLine(1L, 1)), null);

        Todos todos = Todos.merge(MAPO, list, Products.byId(Products.priced(1, "100")));

        assertThat(todos.items()).containsExactly(new TodoItem(1, Products.priced(1, "100")));
        assertThat(todos.total()).isEqualByComparingTo("100");
    }

    @Test
    void itemsShouldBeInWalkingOrder() {
        ShoppingList list = new ShoppingList(List.of(aLine(1L, 1), aLine(2L, 1), aLine(3L, 1)), null);

        Todos todos = Todos.merge(
                MAPO,
                list,
                Products.byId(Products.inSection(1, "FR"), Products.inSection(2, "PR"), Products.inSection(3, "MT")));

        assertThat(todos.items())
                .extracting(item -> item.product().id().value())
                .containsExactly(2L, 3L, 1L);
    }

    @Test
    void emptyListShouldCostNothing() {
        Todos todos = Todos.merge(MAPO, new ShoppingList(List.of(), null), Map.of());

        assertThat(todos.items()).isEmpty();
        assertThat(todos.total()).isEqualByComparingTo("0");
    }

    private static ShoppingLine aLine(@Nullable Long product, int quantity) {
        return new ShoppingLine(
                product == null ? null : new ProductId(product), "item", null, null, null, quantity, product != null);
    }
}
