package com.ones1ght.application.store.port;

import com.ones1ght.domain.dietary.Allergen;
import com.ones1ght.domain.dietary.Diet;
import com.ones1ght.domain.dietary.ProductDietaryData;
import com.ones1ght.domain.shared.LocalizedText;
import com.ones1ght.domain.store.CoPurchase;
import com.ones1ght.domain.store.CouponSpot;
import com.ones1ght.domain.store.FloorPlan;
import com.ones1ght.domain.store.Location;
import com.ones1ght.domain.store.Product;
import com.ones1ght.domain.store.ProductId;
import com.ones1ght.domain.store.Signage;
import com.ones1ght.domain.store.SignageEvent;
import com.ones1ght.domain.store.StoreId;
import java.math.BigDecimal;
import java.util.List;

/** A small shop for tests. */
public final class StoreFixtures {

    public static final StoreId CORNER_SHOP = new StoreId("corner-shop");

    public static final Product TOFU = with(
            new ProductDietaryData(List.of(Allergen.SOY), List.of(), List.of(Diet.VEGAN, Diet.HALAL)),
            product(1, new LocalizedText("두부", "Tofu", "豆腐"), "DL"));
    public static final Product KIMCHI = with(
            new ProductDietaryData(List.of(Allergen.SHRIMP, Allergen.FISH), null, null),
            product(2, new LocalizedText("김치", "Kimchi", "キムチ"), "DL"));
    public static final Product ONION = product(3, new LocalizedText("양파", "Onion", "玉ねぎ"), "PR");

    private StoreFixtures() {}

    /** A product whose other fields are plausible and follow from its id. */
    public static Product product(long id, LocalizedText name, String sectionCode) {
        return new Product(
                new ProductId(id),
                name.ko(),
                name,
                "Sunfield",
                "2113000370375",
                BigDecimal.valueOf(1000 + id),
                "₩",
                "/store/no_image.png",
                10,
                sectionCode,
                sectionCode,
                null,
                new Location(id, 2 * id, 0.5),
                ProductDietaryData.UNKNOWN);
    }

    /** The same product with what the store says about what is in it. */
    public static Product with(ProductDietaryData dietary, Product product) {
        return new Product(
                product.id(),
                product.name(),
                product.localizedName(),
                product.brand(),
                product.barcode(),
                product.price(),
                product.priceUnit(),
                product.imageUrl(),
                product.quantity(),
                product.sectionCode(),
                product.sectionName(),
                product.localizedSectionName(),
                product.location(),
                dietary);
    }

    /** The shop with three products, two signages, two events and the pair tofu and kimchi, both ways. */
    public static FakeStoreCatalog aShop() {
        return new FakeStoreCatalog(CORNER_SHOP)
                .with(ONION, TOFU, KIMCHI)
                .with(
                        new Signage(2, "aisle", new Location(20, 15, 3)),
                        new Signage(1, "entrance", new Location(2, 1, 3)))
                .with(event(2, false), event(1, true))
                .with(
                        new CoPurchase(KIMCHI.id(), TOFU.id(), 2.5, 0.5, 10),
                        new CoPurchase(TOFU.id(), ONION.id(), 1.5, 0.25, 5),
                        new CoPurchase(TOFU.id(), KIMCHI.id(), 2.5, 0.5, 10));
    }

    /** The plan of the shop, which {@link #aShop} does not have by itself. */
    public static FloorPlan aPlan() {
        return new FloorPlan(
                "Corner shop",
                24.5,
                20,
                List.of(
                        new FloorPlan.Section("DL", new LocalizedText("델리", "Deli", "惣菜"), new Location(4, 4, 3)),
                        new FloorPlan.Section("PR", LocalizedText.same("Produce"), null)));
    }

    /** The shop's three spots; number 2 is disabled. */
    public static FakeCouponSpots someSpots() {
        return new FakeCouponSpots(CORNER_SHOP).with(spot(3, ONION, true), spot(1, TOFU, true), spot(2, KIMCHI, false));
    }

    public static CouponSpot spot(int spotNo, Product product, boolean enabled) {
        return new CouponSpot(
                spotNo,
                product.id(),
                product.name(),
                product.name(),
                product.brand(),
                BigDecimal.TEN,
                new Location(spotNo, spotNo, 1.5),
                enabled);
    }

    public static SignageEvent event(long id, boolean enabled) {
        return new SignageEvent(
                id,
                LocalizedText.same("Sale " + id),
                LocalizedText.same("Today only"),
                "/store/sale.svg",
                enabled,
                List.of(TOFU.id()));
    }
}
