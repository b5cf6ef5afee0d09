package com.ones1ght.adapters.llm.grocery;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.adapters.llm.cookbook.Cookbook;
import com.ones1ght.application.store.port.FakeStoreCatalog;
import com.ones1ght.application.store.port.StoreFixtures;
import com.ones1ght.domain.shared.LocalizedText;
import com.ones1ght.domain.store.Product;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Products that are easily taken for one another, under the names that the demonstration store gives them. */
class ProductMatcherTest {

    private final FakeStoreCatalog shop = new FakeStoreCatalog(StoreFixtures.CORNER_SHOP)
            .with(product(9219, "구워 먹는 찹쌀떡(기리모찌)", "Cut rice cakes (kirimochi) 400g", "切り餅", "PA"))
            .with(product(2014, "떡볶이떡", "Rice cake sticks (tteokbokki) 500g", "トッポッキ用餅", "DL"))
            .with(product(2015, "떡국떡", "Sliced rice cakes (tteokguk) 500g", "韓国スライス餅", "DL"))
            .with(product(9094, "핫케이크 가루", "Pancake mix 500g", "ホットケーキミックス", "PA"))
            .with(product(9092, "부침가루", "Korean savory pancake mix 1kg", "チヂミの粉", "PA"))
            .with(product(10014, "소고기 양지 국거리", "Beef brisket for soup 300g", "牛ブリスケット（スープ用）", "MT"))
            .with(product(10016, "소고기 사태 찜·스튜용", "Beef for stew 500g", "牛シチュー用角切り", "MT"));

    @ParameterizedTest
    @CsvSource({
        "rice cake, 2014",
        "sliced rice cake, 2015",
        "pancake flour, 9092",
        "hotcake mix, 9094",
        "beef brisket, 10014",
        "beef stew meat, 10016"
    })
    void aFoodShouldBeBoughtAsWhatItIsCalled(String food, long product) {
        ProductMatcher matcher = new ProductMatcher(shop, StoreFixtures.CORNER_SHOP, Cookbook.bundled());

        assertThat(matcher.find(Cookbook.bundled().foods().get(food)))
                .first()
                .satisfies(found -> assertThat(found.id().value()).isEqualTo(product));
    }

    private static Product product(long id, String ko, String en, String ja, String section) {
        return StoreFixtures.product(id, new LocalizedText(ko, en, ja), section);
    }
}
