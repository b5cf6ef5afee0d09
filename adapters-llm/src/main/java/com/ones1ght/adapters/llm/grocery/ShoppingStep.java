package com.ones1ght.adapters.llm.grocery;

import com.ones1ght.adapters.llm.cookbook.Cookbook;
import com.ones1ght.adapters.llm.cookbook.Food;
import com.ones1ght.adapters.llm.cookbook.Measure;
import com.ones1ght.adapters.llm.cookbook.request.MealRequest;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Step 2: a product and a number of pieces for each ingredient that is no staple. */
final class ShoppingStep {

    private final Cookbook cookbook;
    private final StoreCatalog catalog;

    ShoppingStep(Cookbook cookbook, StoreCatalog catalog) {
        this.cookbook = cookbook;
        this.catalog = catalog;
    }

    StepOutput<ShoppingList> shop(PipelineRequest request, MealRequest mealRequest, Meal meal) {
        ProductMatcher matcher = new ProductMatcher(catalog, request.store(), cookbook);
        ProductFilter filter = new ProductFilter(cookbook, mealRequest);
        List<ShoppingLine> lines = new ArrayList<>();
        for (Ingredient ingredient : meal.ingredients()) {
            Optional<Food> food = cookbook.foods().find(ingredient.name().en());
            if (food.map(Food::isStaple).orElse(false)) {
                continue;
            }
            Optional<Product> product =
                    food.map(matcher::find).orElseGet(() -> matcher.findNamed(ingredient.name())).stream()
                            .filter(filter::isSafe)
                            .findFirst();
            lines.add(product.map(found -> line(found, pieces(found, ingredient, food), request.language()))
                    .orElseGet(() -> unmatched(ingredient, request.language())));
        }
        ShoppingList list = new ShoppingList(merged(lines), total(lines));
        return new StepOutput<>(list, Json.write(RawGroceries.shoppingList(list)));
    }

    private static int pieces(Product product, Ingredient ingredient, Optional<Food> food) {
        BigDecimal quantity = ingredient.quantity();
        if (food.isEmpty() || quantity == null || ingredient.quantityUnit() == null) {
            return 1;
        }
        for (Measure measure : Measure.values()) {
            if (measure.label().en().equalsIgnoreCase(ingredient.quantityUnit().en())) {
                return PackSize.pieces(product, quantity, measure, food.get());
            }
        }
        return 1;
    }

    private static ShoppingLine line(Product product, int pieces, Language language) {
        return new ShoppingLine(
                product.id(),
                product.nameIn(language),
                product.nameIn(Language.EN),
                product.price(),
                product.sectionName(),
                pieces,
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
