package com.ones1ght.adapters.llm.grocery;

import com.ones1ght.adapters.llm.cookbook.Food;
import com.ones1ght.adapters.llm.cookbook.Foods;
import com.ones1ght.adapters.llm.cookbook.language.TextNormalizer;
import com.ones1ght.adapters.llm.shared.Phrases;
import com.ones1ght.adapters.llm.shared.StableHash;
import com.ones1ght.domain.recommendation.SurfaceReason;
import com.ones1ght.domain.shared.LocalizedText;
import com.ones1ght.domain.store.CoPurchase;
import com.ones1ght.domain.store.Product;
import com.ones1ght.domain.store.ProductId;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Finds the offers to go with a meal: cross-sells, upsells and impulse purchases, no product twice. */
final class SurfaceOffers {

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
    // A product still more expensive is a different kind of purchase.
    private static final BigDecimal MAX_PRICE_RATIO = new BigDecimal("2.5");
    private static final int MIN_OFFERS = 4;

    private final Basket basket;
    private final ProductFilter filter;
    private final ProductMatcher matcher;
    private final Foods foods;

    SurfaceOffers(Basket basket, ProductFilter filter, ProductMatcher matcher, Foods foods) {
        this.basket = basket;
        this.filter = filter;
        this.matcher = matcher;
        this.foods = foods;
    }

    /** Products bought with the list more often than by chance. */
    void crossSells(int max, List<SurfaceOffer> into) {
        int until = into.size() + max;
        for (CoPurchase pair : basket.pairs().values()) {
            Product product = basket.companions().get(pair.otherId());
            if (into.size() < until && product != null && isCompanion(product) && isNew(product, into)) {
                into.add(crossSell(product, pair));
            }
        }
    }

    private boolean isCompanion(Product product) {
        return !isTreat(product) && filter.goesWith(product, basket);
    }

    private SurfaceOffer crossSell(Product product, CoPurchase pair) {
        CoPurchaseEvidence evidence = CoPurchaseEvidence.of(pair);
        return new SurfaceOffer(
                product,
                SurfaceReason.CROSS_SELL,
                evidence,
                pairDetail(basket, pair),
                Phrases.sayAll("AL".equals(product.sectionCode()) ? "drink.copy" : "pair.copy", basket.dish()));
    }

    static LocalizedText pairDetail(Basket basket, CoPurchase pair) {
        CoPurchaseEvidence evidence = CoPurchaseEvidence.of(pair);
        return Phrases.sayAll(
                "pair.detail",
                ProductConcepts.names(basket.get(pair.productId())),
                evidence.lift(),
                evidence.percent(),
                evidence.coCount());
    }

    /** A more expensive product of the same kind, for the most expensive ones on the list. */
    void upsells(int max, List<SurfaceOffer> into) {
        int until = into.size() + max;
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
        String name = TextNormalizer.normalize(ProductConcepts.names(listed).en());
        return basket.meal().ingredients().stream()
                .flatMap(ingredient -> foods.find(ingredient.name().en()).stream())
                .filter(food -> name.contains(food.key()))
                .limit(1)
                .toList();
    }

    private static boolean isBetter(Product product, Product listed) {
        return product.price().compareTo(listed.price()) > 0
                && product.price().compareTo(listed.price().multiply(MAX_PRICE_RATIO)) <= 0
                && Objects.equals(product.sectionCode(), listed.sectionCode())
                && costsMoreByAmount(product, listed);
    }

    /** A larger pack is no better product. */
    private static boolean costsMoreByAmount(Product product, Product listed) {
        Optional<PackSize> size = PackSize.of(product);
        Optional<PackSize> other = PackSize.of(listed);
        return size.isEmpty()
                || other.isEmpty()
                || size.get().measure() != other.get().measure()
                || product.price()
                                .multiply(other.get().quantity())
                                .compareTo(listed.price().multiply(size.get().quantity()))
                        > 0;
    }

    private static SurfaceOffer upsell(Product product, Product listed) {
        return new SurfaceOffer(
                product,
                SurfaceReason.UPSELL,
                CoPurchaseEvidence.NONE,
                Phrases.sayAll("upsell.detail", ProductConcepts.names(listed), listed.priceText(), product.priceText()),
                Phrases.sayAll("upsell.copy", ProductConcepts.names(product)));
    }

    /** Sweets, snacks and drinks: first those bought with the list, then others. */
    void impulses(int max, String seed, List<SurfaceOffer> into) {
        int until = Math.max(into.size() + max, MIN_OFFERS);
        for (CoPurchase pair : basket.pairs().values()) {
            Product product = basket.companions().get(pair.otherId());
            if (into.size() < until && product != null && isTreat(product) && isNew(product, into)) {
                into.add(impulse(product, CoPurchaseEvidence.of(pair)));
            }
        }
        int start = StableHash.below(TREAT_FOODS.size(), seed);
        for (int i = 0; i < TREAT_FOODS.size() && into.size() < until; i++) {
            Food food = foods.get(TREAT_FOODS.get((start + i) % TREAT_FOODS.size()));
            matcher.find(food).stream()
                    .filter(product -> isNew(product, into))
                    .findFirst()
                    .ifPresent(product -> into.add(impulse(product, CoPurchaseEvidence.NONE)));
        }
    }

    private static SurfaceOffer impulse(Product product, CoPurchaseEvidence evidence) {
        return new SurfaceOffer(
                product,
                SurfaceReason.IMPULSE,
                evidence,
                Phrases.sayAll("impulse.detail", evidence.coCount()),
                Phrases.sayAll("impulse.copy", ProductConcepts.names(product)));
    }

    private boolean isNew(Product product, List<SurfaceOffer> into) {
        ProductId id = product.id();
        return !basket.holds(id)
                && into.stream().noneMatch(offer -> offer.product().id().equals(id))
                && filter.allows(product);
    }

    private static boolean isTreat(Product product) {
        return product.sectionCode() != null && TREATS.contains(product.sectionCode());
    }
}
