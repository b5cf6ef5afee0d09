package com.ones1ght.adapters.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.store.Product;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProductSearchTest {

    private static final ProductSearch SEARCH = new ProductSearch(Catalogue.bundledEntries());

    @ParameterizedTest
    @CsvSource({
        "Onions, onion",
        "tomatoes, tomato",
        "cookies, cookie",
        "peaches, peach",
        "radishes, radish",
        "bay leaves, bay leaf",
        "jalapeños, jalapeno",
        "ＴＯＦＵ, tofu",
        "ﾆﾝｼﾞﾝ, にんじん",
        "extra-virgin olive oil, Extra virgin  Olive Oil",
        "돼지 목살, 돼지목살"
    })
    void spellingVariantsShouldBeEqual(String one, String other) {
        assertThat(SEARCH.find(one, 1)).isNotEmpty().isEqualTo(SEARCH.find(other, 1));
    }

    @ParameterizedTest
    @CsvSource({
        "asparagus, asparagus",
        "hummus, hummus",
        "swiss cheese, cheese",
        "豆乳, soy milk",
        "チョコ, chocolate",
        "포도 주스, grape juice"
    })
    void theFirstHitShouldBeOfTheKindThatIsNamed(String query, String kind) {
        assertThat(SEARCH.find(query, 1))
                .singleElement()
                .extracting(product -> product.nameIn(Language.EN).toLowerCase(Locale.ROOT))
                .asString()
                .contains(kind);
    }

    @ParameterizedTest
    @CsvSource({"cola, chocolate", "ham, shampoo", "무, 나물", "파, 파스타", "배, 배추"})
    void aShortWordShouldNotBeFoundInsideOthers(String query, String other) {
        assertThat(SEARCH.find(query, 100))
                .isNotEmpty()
                .noneMatch(product -> product.name().contains(other)
                        || product.nameIn(Language.EN).toLowerCase(Locale.ROOT).contains(other));
    }

    @Test
    void aCompoundShouldBeFoundByAPartOfIt() {
        assertThat(SEARCH.find("와인", 100)).extracting(Product::name).anyMatch(name -> name.startsWith("레드와인"));
    }

    @Test
    void punctuationAloneShouldFindNothing() {
        assertThat(SEARCH.find(" - & ()　", 5)).isEmpty();
    }
}
