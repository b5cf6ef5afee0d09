package com.ones1ght.domain.recommendation;

import com.ones1ght.domain.dietary.DietaryGuard;
import com.ones1ght.domain.dietary.Restriction;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.store.Product;
import com.ones1ght.domain.store.ProductId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of a backend's output what its shopper must not get, before anything is made of it: so the order, the
 * totals, the ranking and the best three are those of what remains.
 *
 * @param guard decides
 * @param restrictions of the run
 * @param products of the step that the store knows
 * @param language of the names by which withheld items are reported
 */
public record ProductScreening(
        DietaryGuard guard, List<Restriction> restrictions, Map<ProductId, Product> products, Language language) {

    public ProductScreening {
        Require.notNull(guard, "guard");
        restrictions = List.copyOf(restrictions);
        products = Map.copyOf(products);
        Require.notNull(language, "language");
    }

    /**
     * A step's output without what is withheld.
     *
     * @param <T> the output of the step
     * @param kept the rest, in its order
     * @param withheld in the order of the output
     */
    public record Screened<T>(T kept, List<WithheldItem> withheld) {

        public Screened {
            withheld = List.copyOf(withheld);
        }
    }

    /**
     * Screens the shopping list, and names the ingredients of the meal that are known to break a restriction by the
     * products that were found for them.
     *
     * @param meal that the list is for
     * @param isWhole whether clients are shown lines without a product too
     */
    public Screened<ShoppingList> screen(Meal meal, ShoppingList list, boolean isWhole) {
        List<ShoppingLine> kept = new ArrayList<>();
        List<WithheldItem> withheld = new ArrayList<>();
        List<WithheldItem> needed = new ArrayList<>();
        for (ShoppingLine line : list.items()) {
            Product product = product(line.productId());
            List<Restriction> objections = objections(product);
            if (objections.isEmpty()) {
                kept.add(line);
            } else if (product != null || isWhole) {
                withheld.add(new WithheldItem(
                        GuardedList.TODOS,
                        line.productId(),
                        null,
                        null,
                        name(product, line.itemName(), line.itemNameEn()),
                        objections));
                needed.addAll(ingredients(meal, line, product));
            }
        }
        needed.stream().filter(ingredient -> !withheld.contains(ingredient)).forEach(withheld::add);
        return withheld.isEmpty() && kept.size() == list.items().size()
                ? new Screened<>(list, List.of())
                : new Screened<>(new ShoppingList(kept, list.total() == null ? null : total(kept)), withheld);
    }

    private static BigDecimal total(List<ShoppingLine> lines) {
        return lines.stream()
                .filter(line -> line.price() != null)
                .map(line -> line.price().multiply(BigDecimal.valueOf(line.quantity())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private List<WithheldItem> ingredients(Meal meal, ShoppingLine line, @Nullable Product product) {
        List<Restriction> known =
                product == null ? List.of() : DietaryGuard.DECLARED.objections(product.dietary(), restrictions);
        if (known.isEmpty()) {
            return List.of();
        }
        return meal.ingredients().stream()
                .filter(ingredient -> IngredientNames.areOf(ingredient, line, product))
                .map(ingredient -> new WithheldItem(
                        GuardedList.INGREDIENTS,
                        null,
                        null,
                        null,
                        ingredient.name().in(language),
                        known))
                .toList();
    }

    /** Screens the items that are recommended beside the meal. */
    public Screened<UpsellSurface> screen(UpsellSurface surface) {
        Screened<List<UpsellItem>> screened = screen(
                surface.items(),
                UpsellItem::productId,
                (item, product, because) -> product == null
                        ? null
                        : new WithheldItem(
                                GuardedList.RECOMMENDED_ITEMS,
                                item.productId(),
                                item.recommendationId(),
                                item.id(),
                                product.nameIn(language),
                                because));
        return new Screened<>(new UpsellSurface(screened.kept()), screened.withheld());
    }

    /** Screens ads and coupons. */
    public Screened<BackList> screen(BackList backList) {
        Screened<List<BackRecommendation>> screened = screen(
                backList.recommendations(),
                BackRecommendation::productId,
                (item, product, because) -> new WithheldItem(
                        item.type() == NotificationType.ADS ? GuardedList.AD : GuardedList.COUPON,
                        item.productId(),
                        item.recommendationId(),
                        null,
                        name(product, item.itemName(), item.itemNameEn()),
                        because));
        return new Screened<>(new BackList(screened.kept()), screened.withheld());
    }

    /** Reports an item; null for one that nobody would have been shown. */
    private interface Reporter<T> {

        @Nullable
        WithheldItem report(T item, @Nullable Product product, List<Restriction> because);
    }

    private <T> Screened<List<T>> screen(
            List<T> items, Function<T, @Nullable ProductId> productId, Reporter<T> reporter) {
        List<T> kept = new ArrayList<>();
        List<WithheldItem> withheld = new ArrayList<>();
        for (T item : items) {
            Product product = product(productId.apply(item));
            List<Restriction> objections = objections(product);
            if (objections.isEmpty()) {
                kept.add(item);
                continue;
            }
            WithheldItem report = reporter.report(item, product, objections);
            if (report != null) {
                withheld.add(report);
            }
        }
        return new Screened<>(kept, withheld);
    }

    private @Nullable Product product(@Nullable ProductId id) {
        return id == null ? null : products.get(id);
    }

    private List<Restriction> objections(@Nullable Product product) {
        return guard.objections(product == null ? null : product.dietary(), restrictions);
    }

    private @Nullable String name(@Nullable Product product, @Nullable String itemName, @Nullable String itemNameEn) {
        if (product != null) {
            return product.nameIn(language);
        }
        return itemName == null ? itemNameEn : itemName;
    }
}
