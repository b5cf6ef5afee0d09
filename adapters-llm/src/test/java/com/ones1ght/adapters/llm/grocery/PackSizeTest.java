package com.ones1ght.adapters.llm.grocery;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.adapters.llm.cookbook.Cookbook;
import com.ones1ght.adapters.llm.cookbook.Food;
import com.ones1ght.adapters.llm.cookbook.Measure;
import com.ones1ght.application.store.port.StoreFixtures;
import com.ones1ght.domain.shared.LocalizedText;
import com.ones1ght.domain.store.Product;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackSizeTest {

    @ParameterizedTest
    @CsvSource({
        "Pork belly 600g, pork belly, 1300, G, 2",
        "Pork belly 600g, pork belly, 1400, G, 3",
        "Milk 1L, milk, 400, ML, 1",
        "Rice 5kg, rice, 300, G, 1",
        "Onions 1.5kg, onion, 2, PIECE, 1",
        "Onions 1.5kg, onion, 10, PIECE, 2",
        "Large eggs 30 pcs, egg, 12, PIECE, 1",
        "Free-range eggs 10 pcs, egg, 12, PIECE, 2",
        "Frozen udon noodles 5 servings, udon noodle, 4, SERVING, 1",
        "Dried udon noodles 400g, udon noodle, 2, SERVING, 1",
        "Vegetable stock cubes 8 pcs, vegetable stock, 6, CUBE, 1",
        "Green onions 1 bunch, green onion, 2, STALK, 1",
        "Mackerel 2 pcs, mackerel, 4, FILLET, 1",
        "Canned tuna 150g×3, canned tuna, 2, CAN, 1",
        "Sparkling water 500ml×6, sparkling water, 150, ML, 1",
        "Zucchini, zucchini, 1.5, PIECE, 2",
        "Firm tofu 300g, firm tofu, 1.5, BLOCK, 2",
        "Soy sauce 930ml, soy sauce, 4, TBSP, 1"
    })
    void piecesShouldCoverTheRecipe(String name, String key, BigDecimal quantity, Measure measure, int pieces) {
        Product product = StoreFixtures.product(1, LocalizedText.same(name), "PA");
        Food food = Cookbook.bundled().foods().get(key);

        assertThat(PackSize.pieces(product, quantity, measure, food)).isEqualTo(pieces);
    }
}
