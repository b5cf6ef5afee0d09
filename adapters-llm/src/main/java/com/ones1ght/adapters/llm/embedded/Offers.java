package com.ones1ght.adapters.llm.embedded;

import com.ones1ght.domain.recommendation.SurfaceReason;
import com.ones1ght.domain.shared.LocalizedText;
import com.ones1ght.domain.store.CoPurchase;
import com.ones1ght.domain.store.Product;
import com.ones1ght.domain.store.ProductId;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Finds what may stand beside a meal, one list after the other, no product twice. */
final class Offers {

    private static final Set<String> TREATS = Set.of("SN", "SW", "CK", "DR");
    private static final List<String> TREAT_FOODS = List.of(
            "chocolate",
            "ice cream",
            "cookie",
            "sparkling water",
            "green tea",
            "potato chip",
            "candy",
            "strawberry",
            "apple",
            "mineral water",
            "barley tea",
            "orange juice",
            "banana");
    // Above this a "better" product is a different kind of purchase.
    private static final BigDecimal MOST_EXPENSIVE = new BigDecimal("2.5");
    private static final int FEWEST = 4;

    private final Basket basket;
    private final ProductFilter filter;
    private final ProductMatcher matcher;
    private final Foods foods;

    Offers(Basket basket, ProductFilter filter, ProductMatcher matcher, Foods foods) {
        this.basket = basket;
        this.filter = filter;
        this.matcher = matcher;
        this.foods = foods;
    }

    /** What is bought with the list more often than by chance. */
    void crossSells(int most, List<Offer> into) {
        int until = into.size() + most;
        for (CoPurchase pair : basket.pairs().values()) {
            Product product = basket.companions().get(pair.otherId());
            if (into.size() < until && product != null && isCompanion(product) && isNew(product, into)) {
                into.add(crossSell(product, pair));
            }
        }
    }

    private boolean isCompanion(Product product) {
        return !isTreat(product) && !filter.isIngredientOf(product, basket.meal());
    }

    private Offer crossSell(Product product, CoPurchase pair) {
        Evidence evidence = Evidence.of(pair);
        return new Offer(
                product,
                SurfaceReason.CROSS_SELL,
                evidence,
                pairDetail(basket, pair),
                Phrases.sayAll("AL".equals(product.sectionCode()) ? "drink.copy" : "pair.copy", basket.dish()));
    }

    static LocalizedText pairDetail(Basket basket, CoPurchase pair) {
        Evidence evidence = Evidence.of(pair);
        return Phrases.sayAll(
                "pair.detail",
                ProductConcepts.names(basket.get(pair.productId())),
                evidence.lift(),
                evidence.percent(),
                evidence.coCount());
    }

    /** A dearer product of the same kind, for the dearest things on the list. */
    void upsells(int most, List<Offer> into) {
        int until = into.size() + most;
        List<Product> dearest = basket.products().stream()
                .sorted(Comparator.comparing(Product::price).reversed().thenComparing(Product::id))
                .limit(5)
                .toList();
        for (Product listed : dearest) {
            if (into.size() < until) {
                foodOf(listed).stream()
                        .flatMap(food -> matcher.findPlain(food).stream())
                        .filter(product -> isBetter(product, listed) && isNew(product, into))
                        .min(Comparator.comparing(Product::price).thenComparing(Product::id))
                        .ifPresent(product -> into.add(upsell(product, listed)));
            }
        }
    }

    private List<Food> foodOf(Product listed) {
        return basket.meal().ingredients().stream()
                .flatMap(ingredient -> foods.find(ingredient.name().en()).stream())
                .filter(food ->
                        Lexicon.normalise(ProductConcepts.names(listed).en()).contains(food.key()))
                .limit(1)
                .toList();
    }

    private static boolean isBetter(Product product, Product listed) {
        return product.price().compareTo(listed.price()) > 0
                && product.price().compareTo(listed.price().multiply(MOST_EXPENSIVE)) <= 0
                && Objects.equals(product.sectionCode(), listed.sectionCode());
    }

    private static Offer upsell(Product product, Product listed) {
        return new Offer(
                product,
                SurfaceReason.UPSELL,
                Evidence.NONE,
                Phrases.sayAll(
                        "upsell.detail",
                        ProductConcepts.names(listed),
                        listed.priceUnit() + listed.price().toPlainString(),
                        product.priceUnit() + product.price().toPlainString()),
                Phrases.sayAll("upsell.copy", ProductConcepts.names(product)));
    }

    /** Sweets, snacks and drinks: first those bought with the list, then any. */
    void impulses(int most, String seed, List<Offer> into) {
        int until = Math.max(into.size() + most, FEWEST);
        for (CoPurchase pair : basket.pairs().values()) {
            Product product = basket.companions().get(pair.otherId());
            if (into.size() < until && product != null && isTreat(product) && isNew(product, into)) {
                into.add(impulse(product, Evidence.of(pair)));
            }
        }
        int start = StableHash.below(TREAT_FOODS.size(), seed);
        for (int i = 0; i < TREAT_FOODS.size() && into.size() < until; i++) {
            Food food = foods.get(TREAT_FOODS.get((start + i) % TREAT_FOODS.size()));
            matcher.find(food).stream()
                    .filter(product -> isNew(product, into))
                    .findFirst()
                    .ifPresent(product -> into.add(impulse(product, Evidence.NONE)));
        }
    }

    private static Offer impulse(Product product, Evidence evidence) {
        return new Offer(
                product,
                SurfaceReason.IMPULSE,
                evidence,
                Phrases.sayAll("impulse.detail", evidence.coCount()),
                Phrases.sayAll("impulse.copy", ProductConcepts.names(product)));
    }

    private boolean isNew(Product product, List<Offer> into) {
        ProductId id = product.id();
        return !basket.holds(id)
                && into.stream().noneMatch(offer -> offer.product().id().equals(id))
                && filter.allows(product);
    }

    private static boolean isTreat(Product product) {
        return product.sectionCode() != null && TREATS.contains(product.sectionCode());
    }
}
