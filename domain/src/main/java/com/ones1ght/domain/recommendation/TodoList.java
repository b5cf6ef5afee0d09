package com.ones1ght.domain.recommendation;

import com.ones1ght.domain.dietary.DietaryGuard;
import com.ones1ght.domain.shared.DomainException;
import com.ones1ght.domain.shared.ErrorCode;
import com.ones1ght.domain.shared.NotFoundException;
import com.ones1ght.domain.store.Product;
import com.ones1ght.domain.store.ProductId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The lines of the shopping list, which the shopper changes while shopping. A product may have several lines; a line never
 * leaves the list.
 *
 * @param items in walking order of the store
 */
public record TodoList(List<TodoItem> items) {

    /** Shoppers can add products until a list is this long. Signage events repeat the open lines. */
    public static final int MAX_LINES = 100;

    public TodoList {
        items = List.copyOf(items);
    }

    /** The price of all that is bought. */
    public BigDecimal total() {
        return items.stream().map(TodoItem::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The lines that are still to be picked up, in walking order. */
    public List<TodoItem> open() {
        return items.stream().filter(item -> item.state() == TodoState.OPEN).toList();
    }

    /** Whether the product has a line, in any state. */
    public boolean has(ProductId product) {
        return items.stream().anyMatch(item -> item.isOf(product));
    }

    /**
     * The list after all of the changes; a single one that is refused refuses all.
     *
     * @param catalogue the added products that the store has; those on the list need not be among them
     * @param guard of the round
     * @param policy which products its restrictions keep from the shopper
     * @throws NotFoundException when a changed product is not on the list, or an added one is neither there nor in the
     *     store
     * @throws DomainException CONFLICT when the guard withholds a product, or the list would get too long
     */
    public TodoList changed(
            TodoChanges changes, Map<ProductId, Product> catalogue, RoundGuard guard, DietaryGuard policy) {
        List<TodoItem> lines = new ArrayList<>(items);
        for (TodoChanges.Addition addition : changes.additions()) {
            requireAllowed(addition.product(), lines, catalogue, guard, policy);
            if (!replace(lines, addition.product(), addition::applyTo)) {
                lines.add(new TodoItem(addition.quantity(), found(addition.product(), catalogue)));
            }
        }
        for (TodoChanges.Change change : changes.changes()) {
            if (!replace(lines, change.product(), change::applyTo)) {
                throw guard.withholds(change.product()) ? withheld(change.product()) : new NotFoundException();
            }
        }
        if (lines.size() > items.size() && lines.size() > MAX_LINES) {
            throw new DomainException(
                    ErrorCode.CONFLICT,
                    "A shopping list has at most " + MAX_LINES + " lines; change one of them instead");
        }
        return new TodoList(SectionOrder.inWalkingOrder(lines));
    }

    private static boolean replace(List<TodoItem> lines, ProductId product, UnaryOperator<TodoItem> change) {
        boolean isListed = lines.stream().anyMatch(line -> line.isOf(product));
        lines.replaceAll(line -> line.isOf(product) ? change.apply(line) : line);
        return isListed;
    }

    /** Also for a product on the list: later steps may have learnt of restrictions that the list does not honour. */
    private static void requireAllowed(
            ProductId id,
            List<TodoItem> lines,
            Map<ProductId, Product> catalogue,
            RoundGuard guard,
            DietaryGuard policy) {
        boolean isRefused = guard.withholds(id)
                || lines.stream().filter(line -> line.isOf(id)).anyMatch(line -> guard.refuses(line.product(), policy));
        Product added = catalogue.get(id);
        if (isRefused || added != null && guard.refuses(added, policy)) {
            throw withheld(id);
        }
    }

    private static Product found(ProductId id, Map<ProductId, Product> catalogue) {
        Product product = catalogue.get(id);
        if (product == null) {
            throw new NotFoundException();
        }
        return product;
    }

    private static DomainException withheld(ProductId id) {
        return new DomainException(
                ErrorCode.CONFLICT,
                "Product " + id.value() + " breaks a restriction of the shopper; see the round's guard");
    }
}
