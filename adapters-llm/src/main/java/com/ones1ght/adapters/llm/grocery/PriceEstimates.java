package com.ones1ght.adapters.llm.grocery;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.ones1ght.adapters.llm.cookbook.Cookbook;
import com.ones1ght.adapters.llm.cookbook.Food;
import com.ones1ght.adapters.llm.cookbook.Measure;
import com.ones1ght.application.store.port.StoreCatalog;
import com.ones1ght.domain.recommendation.Ingredient;
import com.ones1ght.domain.shared.LocalizedText;
import com.ones1ght.domain.store.Product;
import com.ones1ght.domain.store.StoreId;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * What recipes cost in a store, whoever shops: kept for a while, so that a whole cookbook can be compared with a budget at
 * the cost of some look-ups. Thread-safe.
 */
final class PriceEstimates {

    /** Prices change, though seldom within an hour. */
    private static final Duration MAX_AGE = Duration.ofMinutes(10);

    private static final int MAX_KEPT = 10_000;

    private final StoreCatalog catalog;
    private final Cache<Key, BigDecimal> recipes = cache();
    private final Cache<Key, List<Product>> products = cache();

    PriceEstimates(StoreCatalog catalog) {
        this.catalog = catalog;
    }

    /**
     * The price of all that has to be bought for a recipe.
     *
     * @param recipe names the ingredients; the same name always stands for the same ones
     * @throws com.ones1ght.application.store.port.StoreUnavailableException when the store is unavailable
     */
    BigDecimal of(StoreId store, String recipe, Supplier<List<Ingredient>> ingredients) {
        return recipes.get(new Key(store, recipe), ignored -> ingredients.get().stream()
                .map(ingredient -> cost(store, ingredient))
                .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private BigDecimal cost(StoreId store, Ingredient ingredient) {
        return Cookbook.bundled()
                .foods()
                .find(ingredient.name().en())
                .filter(food -> !food.isStaple())
                .flatMap(food -> products(store, food).stream()
                        .map(product -> product.price().multiply(pieces(product, ingredient, food)))
                        .min(BigDecimal::compareTo))
                .orElse(BigDecimal.ZERO);
    }

    private List<Product> products(StoreId store, Food food) {
        return products.get(
                new Key(store, food.key()),
                ignored -> new ProductMatcher(catalog, store, Cookbook.bundled()).best(food, product -> true));
    }

    private static BigDecimal pieces(Product product, Ingredient ingredient, Food food) {
        BigDecimal quantity = ingredient.quantity();
        LocalizedText unit = ingredient.quantityUnit();
        return quantity == null || unit == null
                ? BigDecimal.ONE
                : Measure.labelled(unit.en())
                        .map(measure -> BigDecimal.valueOf(PackSize.pieces(product, quantity, measure, food)))
                        .orElse(BigDecimal.ONE);
    }

    private static <V> Cache<Key, V> cache() {
        return Caffeine.newBuilder()
                .maximumSize(MAX_KEPT)
                .expireAfterWrite(MAX_AGE)
                .executor(Runnable::run)
                .build();
    }

    private record Key(StoreId store, String name) {}
}
