package com.ones1ght.adapters.llm.embedded;

import com.ones1ght.adapters.llm.cookbook.Cookbook;
import com.ones1ght.adapters.llm.cookbook.Food;
import com.ones1ght.application.store.port.FakeStoreCatalog;
import com.ones1ght.application.store.port.StoreFixtures;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.shared.LocalizedText;
import com.ones1ght.domain.store.CoPurchase;
import com.ones1ght.domain.store.Product;
import com.ones1ght.domain.store.ProductId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A store with one product for each food, and some co-purchases. */
public final class Grocery {

    private static final Map<String, String> SECTIONS = Map.of(
            "Produce",
            "PR",
            "Meat",
            "MT",
            "Seafood",
            "FI",
            "Dairy",
            "DY",
            "Frozen",
            "FR",
            "Bakery",
            "BK",
            "Alcohol",
            "AL",
            "Beverages",
            "DR",
            "Deli",
            "DL",
            "Snacks",
            "SN");

    private Grocery() {}

    public static FakeStoreCatalog open() {
        List<Food> foods = new ArrayList<>(Cookbook.bundled().foods().all());
        foods.removeIf(Food::isStaple);
        FakeStoreCatalog shop = new FakeStoreCatalog(StoreFixtures.CORNER_SHOP);
        for (int i = 0; i < foods.size(); i++) {
            Food food = foods.get(i);
            LocalizedText name =
                    new LocalizedText(food.name().ko(), food.key(), food.name().ja());
            shop.with(StoreFixtures.product(i + 1, name, SECTIONS.getOrDefault(food.category(), "PA")));
        }
        // Every product is bought with a handful of others, alcohol and nuts among them.
        for (int i = 0; i < foods.size(); i++) {
            for (int step : new int[] {7, 31, 53, 90, 120, 150, 170, 185}) {
                int other = (i + step) % foods.size();
                shop.with(new CoPurchase(new ProductId(i + 1), new ProductId(other + 1), 1.5 + step % 7, 0.3, 5));
            }
        }
        return shop;
    }

    public static Food foodOf(Product product) {
        return Cookbook.bundled().foods().get(product.nameIn(Language.EN));
    }
}
