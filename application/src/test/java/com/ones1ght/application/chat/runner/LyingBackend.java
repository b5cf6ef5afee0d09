package com.ones1ght.application.chat.runner;

import com.ones1ght.application.store.port.StoreFixtures;
import com.ones1ght.domain.chat.PipelineSnapshot;
import com.ones1ght.domain.chat.StepOutput;
import com.ones1ght.domain.dietary.Allergen;
import com.ones1ght.domain.dietary.Diet;
import com.ones1ght.domain.dietary.ProductDietaryData;
import com.ones1ght.domain.recommendation.BackList;
import com.ones1ght.domain.recommendation.BackRecommendation;
import com.ones1ght.domain.recommendation.Ingredient;
import com.ones1ght.domain.recommendation.Meal;
import com.ones1ght.domain.recommendation.NotificationType;
import com.ones1ght.domain.recommendation.ShoppingLine;
import com.ones1ght.domain.recommendation.ShoppingList;
import com.ones1ght.domain.recommendation.SurfaceReason;
import com.ones1ght.domain.recommendation.UpsellItem;
import com.ones1ght.domain.recommendation.UpsellSurface;
import com.ones1ght.domain.shared.LocalizedText;
import com.ones1ght.domain.store.Product;
import com.ones1ght.domain.store.ProductId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A store with random labels, and a backend that recommends its products regardless, under any name. */
final class LyingBackend {

    private static final int PRODUCTS = 12;
    private static final long UNKNOWN = 999;

    private final Random random;
    private final List<Product> products;
    private final ShoppingList list;
    private final UpsellSurface surface;
    private final BackList backList;

    LyingBackend(Random random) {
        this.random = random;
        this.products = IntStream.rangeClosed(1, PRODUCTS)
                .mapToObj(id -> StoreFixtures.with(
                        new ProductDietaryData(
                                maybe(Allergen.values(), 3), maybe(Allergen.values(), 2), maybe(Diet.values(), 3)),
                        StoreFixtures.product(id, LocalizedText.same("p" + id), "PR")))
                .toList();
        this.list = new ShoppingList(
                some(8).map(id -> new ShoppingLine(
                                id, "tofu", "tofu", BigDecimal.TEN, null, 1 + random.nextInt(3), random.nextBoolean()))
                        .toList(),
                BigDecimal.valueOf(random.nextInt(1000)));
        this.surface = new UpsellSurface(numbered(
                some(5).toList(),
                (number, id) -> new UpsellItem(
                        "up-" + number,
                        "surface-" + number,
                        id,
                        "tofu",
                        null,
                        SurfaceReason.UPSELL,
                        null,
                        null,
                        null)));
        this.backList = new BackList(numbered(some(10).toList(), this::recommendation));
    }

    private BackRecommendation recommendation(int number, @Nullable ProductId id) {
        return new BackRecommendation(
                "back-" + number,
                id,
                "tofu",
                null,
                null,
                null,
                null,
                null,
                random.nextBoolean() ? NotificationType.ADS : NotificationType.COUPON,
                null,
                null,
                random.nextInt(3) == 0 ? null : BigDecimal.valueOf(random.nextInt(100)),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private interface Numbered<T> {
        T of(int number, @Nullable ProductId id);
    }

    private static <T> List<T> numbered(List<@Nullable ProductId> ids, Numbered<T> item) {
        List<T> items = new ArrayList<>();
        for (ProductId id : ids) {
            items.add(item.of(items.size(), id));
        }
        return items;
    }

    private <T> @Nullable List<T> maybe(T[] values, int max) {
        return random.nextInt(3) == 0
                ? null
                : random.ints(random.nextInt(max + 1), 0, values.length)
                        .mapToObj(at -> values[at])
                        .distinct()
                        .toList();
    }

    /** Products of the store, one that it does not know, and none at all. */
    private Stream<@Nullable ProductId> some(int max) {
        return random.ints(1 + random.nextInt(max), 0, PRODUCTS + 2).mapToObj(at -> {
            if (at == PRODUCTS) {
                return null;
            }
            return new ProductId(at > PRODUCTS ? UNKNOWN : at + 1);
        });
    }

    List<Product> products() {
        return products;
    }

    /** The snapshot with the output of a step. */
    PipelineSnapshot answer(int step, PipelineSnapshot before) {
        return switch (step) {
            case 1 -> before.withMeal(new StepOutput<>(meal(), "{}"));
            case 2 -> before.withShoppingList(new StepOutput<>(list, "{}"));
            case 3 -> before.withUpsellSurface(new StepOutput<>(surface, "{}"));
            default -> before.withBackList(new StepOutput<>(backList, "{}"));
        };
    }

    private static Meal meal() {
        return new Meal(
                "Tofu",
                null,
                null,
                null,
                null,
                Stream.of("p1", "p2", "tofu")
                        .map(name -> new Ingredient(LocalizedText.same(name), null, null, null))
                        .toList());
    }

    /** The products that lists without a limit would show. */
    List<Product> shownProducts() {
        Stream<@Nullable ProductId> shown = Stream.of(
                        list.items().stream().map(ShoppingLine::productId),
                        surface.items().stream().map(UpsellItem::productId),
                        backList.recommendations().stream()
                                .filter(item -> item.type() == NotificationType.COUPON)
                                .map(BackRecommendation::productId))
                .flatMap(ids -> ids);
        return shown.filter(id -> id != null && id.value() != UNKNOWN)
                .map(id -> products.get((int) id.value() - 1))
                .toList();
    }

    /** How the recommendations of these products are named. */
    List<String> recommendationIdsOf(Collection<Long> ids) {
        return Stream.concat(
                        surface.items().stream()
                                .filter(item -> isOf(ids, item.productId()))
                                .map(UpsellItem::recommendationId),
                        backList.recommendations().stream()
                                .filter(item -> isOf(ids, item.productId()))
                                .map(BackRecommendation::recommendationId))
                .toList();
    }

    private static boolean isOf(Collection<Long> ids, @Nullable ProductId product) {
        return product != null && ids.contains(product.value());
    }
}
