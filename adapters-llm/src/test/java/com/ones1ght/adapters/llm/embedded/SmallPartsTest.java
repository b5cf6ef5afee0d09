package com.ones1ght.adapters.llm.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.application.store.port.StoreFixtures;
import com.ones1ght.domain.shared.LocalizedText;
import com.ones1ght.domain.store.CoPurchase;
import com.ones1ght.domain.store.Product;
import com.ones1ght.domain.store.ProductId;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmallPartsTest {

    @ParameterizedTest
    @CsvSource({
        "두부을(를), 두부를",
        "김을(를), 김을",
        "쌀으로(로), 쌀로",
        "면으로(로), 면으로",
        "닭과(와) 무이(가), 닭과 무가",
        "tofu은(는), tofu는",
        "고구마 1kg과(와), 고구마 1kg과",
        "두부 300g을(를), 두부 300g을",
        "우유 1L과(와), 우유 1L와",
        "우유 500ml은(는), 우유 500ml는",
        "토마토(3개)이(가), 토마토(3개)가",
        "라면 3으로(로), 라면 3으로",
        "1000g으로(로), 1000g으로",
        "콜라 1.8이(가), 콜라 1.8이",
        "egg이(가), egg가",
        "(과(와), (와"
    })
    void koreanParticlesShouldFollowTheSound(String text, String expected) {
        assertThat(KoreanParticles.resolve(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "Pork belly 600g, 1300, G, 3",
        "Milk 1L, 400, ML, 1",
        "Rice 5kg, 300, G, 1",
        "Onion, 2, PIECE, 1",
        "Pork belly, 450, G, 2"
    })
    void piecesShouldCoverTheRecipe(String productName, BigDecimal quantity, Measure measure, int pieces) {
        Product product = StoreFixtures.product(1, LocalizedText.same(productName), "MT");
        Food food = Cookbook.bundled().foods().get(productName.startsWith("Onion") ? "onion" : "pork belly");

        assertThat(PackSize.pieces(product, quantity, measure, food)).isEqualTo(pieces);
    }

    @ParameterizedTest
    @CsvSource({
        "150, G, 2, 4, 300",
        "1, PIECE, 2, 3, 1.5",
        "0.5, BLOCK, 2, 1, 0.25",
        "1, TSP, 12, 1, 0.25",
        "200, G, 3, 4, 265",
        "2, PIECE, 2, 10, 10"
    })
    void quantitiesShouldScaleToWhatACookCanMeasure(
            BigDecimal quantity, Measure measure, int from, int to, BigDecimal expected) {
        assertThat(Quantities.scale(quantity, measure, from, to)).isEqualByComparingTo(expected);
    }

    @Test
    void theEquationOfAScoreShouldComeOutAtTheScore() {
        Evidence pair = Evidence.of(new CoPurchase(new ProductId(1), new ProductId(2), 7.5, 0.31, 12));
        Score score = Score.ofPair(pair);

        assertThat(score.priority()).isEqualByComparingTo("0.352");
        assertThat(score.equation()).endsWith("0.6 × 0.38 + 0.4 × 0.31 = 0.352");
        assertThat(Score.ofZone(8, 4).equation()).endsWith("4 / 8 ≈ 0.50");
    }

    @Test
    void recommendationIdsShouldDifferByRunListAndItem() {
        String id = StableHash.recommendationId("r.0", "ads", 1);

        assertThat(id).isEqualTo(StableHash.recommendationId("r.0", "ads", 1));
        assertThat(id).isNotEqualTo(StableHash.recommendationId("r.1", "ads", 1));
        assertThat(id).isNotEqualTo(StableHash.recommendationId("r.0", "coupon", 1));
        assertThat(id).isNotEqualTo(StableHash.recommendationId("r.0", "ads", 2));
    }

    @Test
    void japaneseWordsShouldBeKnownInBothSyllabaries() {
        assertThat(KanaForms.of("えび")).contains("えび", "エビ");
        assertThat(KanaForms.of("牛肉")).containsExactly("牛肉");
    }

    @Test
    void aBagOfStockShouldBecomeTheCubesOfALitreAndNoWholeBox() {
        Foods foods = Cookbook.bundled().foods();
        Dish stew = Cookbook.bundled().dish("doenjang-jjigae").orElseThrow();
        Need stock = stew.needs().stream()
                .filter(need -> need.food().key().equals("anchovy stock"))
                .findFirst()
                .orElseThrow();

        Need cubes = stock.with(foods.get("vegetable stock"));

        assertThat(cubes.measure()).isEqualTo(Measure.CUBE);
        assertThat(cubes.quantity()).isEqualByComparingTo("2");
        Product box = StoreFixtures.product(1, LocalizedText.same("Vegetable stock cubes 8 pcs"), "PA");
        BigDecimal forSix = Quantities.scale(cubes.quantity(), cubes.measure(), 2, 6);
        assertThat(PackSize.pieces(box, forSix, Measure.CUBE, cubes.food())).isEqualTo(1);
    }

    @Test
    void theShareOfAnItemShouldCountAllItsPieces() {
        Score score = Score.ofValue(new BigDecimal("3000"), new BigDecimal("6000"));

        assertThat(score.priority()).isEqualByComparingTo("0.5");
        assertThat(score.equation()).contains("line_value / list_value = 3000 / 6000");
    }
}
