package com.ones1ght.adapters.llm.cookbook.meal;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.adapters.llm.cookbook.Amount;
import com.ones1ght.adapters.llm.cookbook.Cookbook;
import com.ones1ght.adapters.llm.cookbook.Measure;
import com.ones1ght.adapters.llm.cookbook.RecipeIngredient;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantitiesTest {

    @ParameterizedTest
    @CsvSource({
        "pork belly, 150, G, 2, 4, 300, G",
        "pork belly, 200, G, 3, 4, 270, G",
        "water, 800, ML, 3, 4, 1050, ML",
        "ginger, 10, G, 2, 1, 5, G",
        "onion, 1, PIECE, 2, 3, 1.5, PIECE",
        "onion, 2, PIECE, 2, 5, 5, PIECE",
        "shiitake mushroom, 4, PIECE, 3, 4, 5, PIECE",
        "egg, 3, PIECE, 2, 1, 2, PIECE",
        "firm tofu, 0.5, BLOCK, 2, 1, 0.25, BLOCK",
        "garlic, 3, CLOVE, 2, 1, 2, CLOVE",
        "tortilla, 8, SHEET, 3, 4, 11, SHEET",
        "soy sauce, 1, TBSP, 4, 1, 1, TSP",
        "soy sauce, 3, TBSP, 2, 3, 5, TBSP",
        "salt, 1, TSP, 1, 6, 2, TBSP",
        "salt, 1, TSP, 12, 1, 0.25, TSP",
        "canned tomato, 1, CAN, 3, 4, 1.5, CAN"
    })
    void quantitiesShouldScaleToWhatACookMeasures(
            String food, BigDecimal quantity, Measure measure, int from, int to, BigDecimal expected, Measure unit) {
        RecipeIngredient ingredient =
                new RecipeIngredient(Cookbook.bundled().foods().get(food), quantity, measure, true, false, List.of());

        Amount amount = Quantities.scale(
                ingredient, BigDecimal.valueOf(to).divide(BigDecimal.valueOf(from), 4, RoundingMode.HALF_UP));

        assertThat(amount.quantity()).isEqualByComparingTo(expected);
        assertThat(amount.measure()).isEqualTo(unit);
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "6"})
    void aPotOfFryingOilShouldBeTheSameForAnyNumber(BigDecimal factor) {
        RecipeIngredient oil = Cookbook.bundled().dish("tonkatsu").orElseThrow().ingredients().stream()
                .filter(ingredient -> ingredient.food().key().equals("canola oil"))
                .findFirst()
                .orElseThrow();

        assertThat(Quantities.scale(oil, factor).quantity()).isEqualByComparingTo("700");
    }
}
