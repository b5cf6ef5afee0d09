package com.ones1ght.adapters.llm.grocery;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.adapters.llm.cookbook.Cookbook;
import com.ones1ght.adapters.llm.cookbook.Food;
import com.ones1ght.adapters.llm.cookbook.Measure;
import com.ones1ght.application.store.port.StoreFixtures;
import com.ones1ght.domain.shared.LocalizedText;
import com.ones1ght.domain.store.Product;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackSizeTest {

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

    @Test
    void cubesOfStockShouldBeBoughtByTheBox() {
        Food cubes = Cookbook.bundled().foods().get("vegetable stock");
        Product box = StoreFixtures.product(1, LocalizedText.same("Vegetable stock cubes 8 pcs"), "PA");

        assertThat(PackSize.pieces(box, new BigDecimal("6"), Measure.CUBE, cubes))
                .isEqualTo(1);
    }
}
