package com.ones1ght.adapters.llm.grocery;

import com.ones1ght.adapters.llm.cookbook.Amount;
import com.ones1ght.adapters.llm.cookbook.Cookbook;
import com.ones1ght.adapters.llm.cookbook.Food;
import com.ones1ght.adapters.llm.cookbook.request.MealRequest;
import com.ones1ght.adapters.llm.cookbook.request.Pantry;
import com.ones1ght.adapters.llm.shared.Json;
import com.ones1ght.application.chat.port.PipelineRequest;
import com.ones1ght.application.store.port.StoreCatalog;
import com.ones1ght.domain.chat.StepOutput;
import com.ones1ght.domain.recommendation.Ingredient;
import com.ones1ght.domain.recommendation.Meal;
import com.ones1ght.domain.recommendation.ShoppingLine;
import com.ones1ght.domain.recommendation.ShoppingList;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.store.Product;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Step 2: a product and a number of pieces for each ingredient that is not in the kitchen already. */
final class ShoppingStep {

    private final Cookbook cookbook;
    private final StoreCatalog catalog;

    ShoppingStep(Cookbook cookbook, StoreCatalog catalog) {
        this.cookbook = cookbook;
        this.catalog = catalog;
    }

    StepOutput<ShoppingList> shop(PipelineRequest request, MealRequest mealRequest, Meal meal) {
        ShoppingList list = list(request, mealRequest, meal.ingredients());
        return new StepOutput<>(list, Json.write(RawGroceries.shoppingList(list)));
    }

    ShoppingList list(PipelineRequest request, MealRequest mealRequest, List<Ingredient> ingredients) {
        ProductMatcher matcher = new ProductMatcher(catalog, request.store(), cookbook);
        ProductFilter filter = new ProductFilter(cookbook, mealRequest, request.restrictions());
        Pantry pantry = Pantry.of(mealRequest);
        List<ShoppingLine> lines = new ArrayList<>();
        for (Ingredient ingredient : ingredients) {
            Optional<Food> food = cookbook.foods().find(ingredient.name().en());
            Optional<Amount> needed = Amount.of(ingredient);
            Optional<Amount> bought =
                    food.isEmpty() ? needed : needed.flatMap(amount -> pantry.missing(food.get(), amount));
            if (food.map(it -> it.isStaple() || pantry.holds(it) && bought.isEmpty())
                    .orElse(false)) {
                continue;
            }
            Optional<Purchase> purchase = food.map(it -> cheapest(it, bought, matcher, filter))
                    .orElseGet(() -> matcher.findNamed(ingredient.name()).stream()
                            .filter(filter::isSafe)
                            .map(product -> new Purchase(product, 1))
                            .findFirst());
            lines.add(purchase.or(() -> forbidden(candidates(matcher, food, ingredient), request))
                    .map(found -> line(found, request.language()))
                    .orElseGet(() -> unmatched(ingredient, request.language())));
        }
        return new ShoppingList(merged(lines), total(lines));
    }

    /** Of the products that serve equally well, the packs that cost least for what the recipe needs. */
    private static Optional<Purchase> cheapest(
            Food food, Optional<Amount> amount, ProductMatcher matcher, ProductFilter filter) {
        return matcher.best(food, filter::isSafe).stream()
                .map(product -> new Purchase(product, pieces(product, amount, food)))
                .min(Comparator.comparing(Purchase::cost));
    }

    private static List<Product> candidates(ProductMatcher matcher, Optional<Food> food, Ingredient ingredient) {
        return food.map(matcher::find).orElseGet(() -> matcher.findNamed(ingredient.name()));
    }

    /**
     * Where all that the store has is forbidden, that is what the meal needs: it is put on the list, and the gateway
     * withholds it and tells the shopper so.
     */
    private static Optional<Purchase> forbidden(List<Product> candidates, PipelineRequest request) {
        return candidates.stream().allMatch(product -> ProductFilter.isForbidden(product, request.restrictions()))
                ? candidates.stream().map(product -> new Purchase(product, 1)).findFirst()
                : Optional.empty();
    }

    /** The ingredients for which the store has only forbidden products, by their English names. */
    List<String> forbiddenIngredients(PipelineRequest request, Meal meal) {
        ProductMatcher matcher = new ProductMatcher(catalog, request.store(), cookbook);
        return meal.ingredients().stream()
                .filter(ingredient -> {
                    Optional<Food> food =
                            cookbook.foods().find(ingredient.name().en());
                    return forbidden(candidates(matcher, food, ingredient), request)
                            .isPresent();
                })
                .map(ingredient -> ingredient.name().en())
                .toList();
    }

    private static int pieces(Product product, Optional<Amount> amount, Food food) {
        return amount.map(needed -> PackSize.pieces(product, needed.quantity(), needed.measure(), food))
                .orElse(1);
    }

    private record Purchase(Product product, int pieces) {

        BigDecimal cost() {
            return product.price().multiply(BigDecimal.valueOf(pieces));
        }
    }

    private static ShoppingLine line(Purchase purchase, Language language) {
        Product product = purchase.product();
        return new ShoppingLine(
                product.id(),
                product.nameIn(language),
                product.nameIn(Language.EN),
                product.price(),
                product.sectionIn(language),
                purchase.pieces(),
                true);
    }

    private static ShoppingLine unmatched(Ingredient ingredient, Language language) {
        return new ShoppingLine(
                null, ingredient.name().in(language), ingredient.name().en(), null, null, 1, false);
    }

    /** Two ingredients may be the same product, sliced and minced. */
    private static List<ShoppingLine> merged(List<ShoppingLine> lines) {
        Map<Object, ShoppingLine> byProduct = new LinkedHashMap<>();
        for (ShoppingLine line : lines) {
            Object key = line.productId() == null ? line : line.productId();
            byProduct.merge(key, line, ShoppingStep::sum);
        }
        return List.copyOf(byProduct.values());
    }

    private static ShoppingLine sum(ShoppingLine one, ShoppingLine other) {
        return new ShoppingLine(
                one.productId(),
                one.itemName(),
                one.itemNameEn(),
                one.price(),
                one.zoneName(),
                one.quantity() + other.quantity(),
                one.matched());
    }

    private static BigDecimal total(List<ShoppingLine> lines) {
        BigDecimal total = BigDecimal.ZERO;
        for (ShoppingLine line : lines) {
            if (line.price() != null) {
                total = total.add(line.price().multiply(BigDecimal.valueOf(line.quantity())));
            }
        }
        return total;
    }
}
