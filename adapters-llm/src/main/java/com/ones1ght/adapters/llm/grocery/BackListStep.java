package com.ones1ght.adapters.llm.grocery;

import com.ones1ght.adapters.llm.cookbook.Cookbook;
import com.ones1ght.adapters.llm.cookbook.request.MealRequest;
import com.ones1ght.adapters.llm.shared.Json;
import com.ones1ght.adapters.llm.shared.Phrases;
import com.ones1ght.application.chat.port.PipelineRequest;
import com.ones1ght.application.store.port.StoreCatalog;
import com.ones1ght.domain.chat.StepOutput;
import com.ones1ght.domain.recommendation.BackList;
import com.ones1ght.domain.recommendation.BackRecommendation;
import com.ones1ght.domain.recommendation.NotificationType;
import com.ones1ght.domain.recommendation.UpsellItem;
import com.ones1ght.domain.recommendation.UpsellSurface;
import com.ones1ght.domain.shared.LocalizedText;
import com.ones1ght.domain.store.CoPurchase;
import com.ones1ght.domain.store.Product;
import com.ones1ght.domain.store.ProductId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Step 4: ads for the signages and coupons for the app, from co-purchases and the route through the store. */
final class BackListStep {

    private static final int PAIR_ADS = 3;
    private static final int ADS = 4;
    private static final int PAIR_COUPONS = 2;
    private static final int COUPONS = 3;
    private static final int LIST_DISCOUNT = 5;

    private final Cookbook cookbook;
    private final StoreCatalog catalog;

    BackListStep(Cookbook cookbook, StoreCatalog catalog) {
        this.cookbook = cookbook;
        this.catalog = catalog;
    }

    StepOutput<BackList> recommend(
            PipelineRequest request, MealRequest mealRequest, Basket basket, UpsellSurface surface) {
        ProductFilter filter = new ProductFilter(cookbook, mealRequest, request.restrictions());
        List<Product> companions = basket.companions().values().stream()
                .filter(product -> filter.allows(product) && filter.goesWith(product, basket))
                .limit(PAIR_ADS + PAIR_COUPONS)
                .toList();
        List<BackOffer> offers = new ArrayList<>();
        companions.stream().limit(PAIR_ADS).forEach(product -> offers.add(pairAd(product, basket)));
        addZoneAds(
                offers,
                basket,
                shown(request, surface).stream().filter(filter::allows).toList());
        companions.stream().skip(PAIR_ADS).forEach(product -> offers.add(pairCoupon(product, basket)));
        addListCoupons(offers, basket);
        List<BackRecommendation> recommendations = offers.stream()
                .map(offer -> offer.in(request.language(), request.requestId()))
                .toList();
        BackList list = new BackList(recommendations);
        return new StepOutput<>(list, Json.write(RawGroceries.backList(list)));
    }

    private List<Product> shown(PipelineRequest request, UpsellSurface surface) {
        Set<ProductId> ids = new LinkedHashSet<>();
        surface.items().stream()
                .map(UpsellItem::productId)
                .filter(Objects::nonNull)
                .forEach(ids::add);
        var known = catalog.products(request.store(), ids);
        return ids.stream().map(known::get).filter(Objects::nonNull).toList();
    }

    private static BackOffer pairAd(Product product, Basket basket) {
        return pair(product, basket, NotificationType.ADS);
    }

    private static BackOffer pairCoupon(Product product, Basket basket) {
        return pair(product, basket, NotificationType.COUPON);
    }

    private static BackOffer pair(Product product, Basket basket, NotificationType type) {
        CoPurchase pair = Objects.requireNonNull(basket.pairs().get(product.id()));
        CoPurchaseEvidence evidence = CoPurchaseEvidence.of(pair);
        int discount = discount(evidence);
        boolean isCoupon = type == NotificationType.COUPON;
        return new BackOffer(
                product,
                type,
                discount,
                PriorityScore.ofPair(evidence),
                "copurchase_lift",
                "cross-sell",
                SurfaceOffers.pairDetail(basket, pair),
                isCoupon
                        ? Phrases.sayAll("coupon.copy", ProductConcepts.names(product), discount)
                        : Phrases.sayAll("pair.copy", basket.dish()));
    }

    /** The less likely the purchase without an incentive, the larger the incentive. */
    private static int discount(CoPurchaseEvidence evidence) {
        double confidence = evidence.confidence().doubleValue();
        return confidence >= 0.4 ? 5 : confidence >= 0.2 ? 10 : 15;
    }

    /** Products in zones where the shopper goes anyway: of the surface first, then of the list. */
    private static void addZoneAds(List<BackOffer> offers, Basket basket, List<Product> shown) {
        List<Product> candidates = new ArrayList<>(shown.stream()
                .filter(product -> listedInZoneOf(product, basket) > 0)
                .toList());
        basket.products().stream().sorted(byPrice()).forEach(candidates::add);
        for (Product product : candidates) {
            boolean isNew =
                    offers.stream().noneMatch(offer -> offer.product().id().equals(product.id()));
            if (offers.size() < ADS && isNew) {
                offers.add(zoneAd(product, basket));
            }
        }
    }

    private static BackOffer zoneAd(Product product, Basket basket) {
        int listed = basket.products().size();
        int inZone = listedInZoneOf(product, basket);
        LocalizedText zone = ProductConcepts.section(product);
        return new BackOffer(
                product,
                NotificationType.ADS,
                LIST_DISCOUNT,
                PriorityScore.ofZone(listed, inZone),
                "zone_efficiency",
                "zone_efficiency",
                Phrases.sayAll("zone.detail", zone, listed, inZone),
                Phrases.sayAll("zone.copy", ProductConcepts.names(product)));
    }

    private static int listedInZoneOf(Product product, Basket basket) {
        return (int) basket.products().stream()
                .filter(listed -> Objects.equals(listed.sectionCode(), product.sectionCode()))
                .count();
    }

    private static void addListCoupons(List<BackOffer> offers, Basket basket) {
        BigDecimal total = basket.products().stream().map(basket::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        long there = offers.stream()
                .filter(offer -> offer.type() == NotificationType.COUPON)
                .count();
        basket.products().stream()
                .sorted(byPrice())
                .limit(COUPONS - there)
                .forEach(product -> offers.add(new BackOffer(
                        product,
                        NotificationType.COUPON,
                        LIST_DISCOUNT,
                        PriorityScore.ofValue(basket.value(product), total),
                        "basket_value_share",
                        "retention",
                        Phrases.sayAll("coupon.list.detail", ProductConcepts.names(product)),
                        Phrases.sayAll("coupon.copy", ProductConcepts.names(product), LIST_DISCOUNT))));
    }

    private static Comparator<Product> byPrice() {
        return Comparator.comparing(Product::price).reversed().thenComparing(Product::id);
    }
}
