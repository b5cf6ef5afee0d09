package com.ones1ght.adapters.store.embedded;

import com.ones1ght.application.store.port.CouponSpots;
import com.ones1ght.application.store.port.StoreCatalog;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.store.CouponSpot;
import com.ones1ght.domain.store.Location;
import com.ones1ght.domain.store.Product;
import com.ones1ght.domain.store.ProductId;
import com.ones1ght.domain.store.StoreId;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The coupon spots of the demonstration store; names and brands are those of its catalogue. */
public final class EmbeddedCouponSpots implements CouponSpots {

    private final Lazy<List<CouponSpot>> spots;

    /** @param catalog has the products of the spots */
    public EmbeddedCouponSpots(StoreCatalog catalog) {
        this.spots = new Lazy<>(() -> bundled(catalog));
    }

    @Override
    public CompletionStage<List<CouponSpot>> spots(StoreId store) {
        return CompletableFuture.completedFuture(EmbeddedStore.isKnown(store) ? spots.get() : List.of());
    }

    private static List<CouponSpot> bundled(StoreCatalog catalog) {
        List<Table.Row> rows = Table.read("coupon-spots.tsv").rows().toList();
        Map<ProductId, Product> products = catalog.products(
                EmbeddedStore.MAIN,
                rows.stream().map(EmbeddedCouponSpots::productId).toList());
        return rows.stream()
                .map(row -> spot(row, products))
                .sorted(Comparator.comparingInt(CouponSpot::spotNo))
                .toList();
    }

    private static CouponSpot spot(Table.Row row, Map<ProductId, Product> products) {
        Product product = products.get(productId(row));
        if (product == null) {
            throw new IllegalStateException("coupon spot for an unknown product: " + row.text("product_id"));
        }
        return new CouponSpot(
                row.integer("spot_no"),
                product.id(),
                product.name(),
                product.nameIn(Language.EN),
                product.brand(),
                new BigDecimal(row.text("discount_value")),
                new Location(row.decimal("x"), row.decimal("y"), row.decimal("radius")),
                row.flag("enabled"));
    }

    private static ProductId productId(Table.Row row) {
        return new ProductId(row.integer("product_id"));
    }
}
