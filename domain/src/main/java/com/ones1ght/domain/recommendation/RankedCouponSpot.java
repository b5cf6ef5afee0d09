package com.ones1ght.domain.recommendation;

import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.store.CouponSpot;
import com.ones1ght.domain.store.Product;
import com.ones1ght.domain.store.ProductId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A coupon spot with its rank among the enabled ones.
 *
 * @param rank from 1, by the spot's number
 * @param product the store's product for it; null where the store does not know it
 */
public record RankedCouponSpot(
        int rank, CouponSpot spot, @Nullable Product product) {

    public RankedCouponSpot {
        Require.that(rank >= 1, "rank", "be at least 1");
        Require.notNull(spot, "spot");
    }

    /** The product's name in the given language; the spot's own item name where the store has no translations. */
    public @Nullable String itemNameIn(Language language) {
        return product == null || product.localizedName() == null ? spot.itemName() : product.nameIn(language);
    }

    /** Ranks the enabled spots by number and adds their products. */
    public static List<RankedCouponSpot> rank(List<CouponSpot> spots, Map<ProductId, Product> products) {
        List<CouponSpot> shown = spots.stream()
                .filter(CouponSpot::enabled)
                .sorted(Comparator.comparingInt(CouponSpot::spotNo))
                .toList();
        List<RankedCouponSpot> ranked = new ArrayList<>(shown.size());
        for (CouponSpot spot : shown) {
            Product product = spot.productId() == null ? null : products.get(spot.productId());
            ranked.add(new RankedCouponSpot(ranked.size() + 1, spot, product));
        }
        return List.copyOf(ranked);
    }
}
