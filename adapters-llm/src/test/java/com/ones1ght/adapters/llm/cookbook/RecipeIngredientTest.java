package com.ones1ght.adapters.llm.cookbook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecipeIngredientTest {

    @ParameterizedTest
    @CsvSource({
        "doenjang-jjigae, dried anchovy, kelp, 5, G",
        "doenjang-jjigae, dried anchovy, vegetable stock, 1, CUBE",
        "kimchi-jjigae, pork for stew, canned tuna, 1, CAN",
        "bulgogi, sliced beef, chicken thigh, 400, G",
        "bulgogi, soy sauce, tamari, 4, TBSP",
        "teriyaki-chicken, mirin, sugar, 1.5, TBSP"
    })
    void aReplacementShouldComeInItsOwnQuantity(
            String dish, String food, String other, String quantity, Measure measure) {
        RecipeIngredient ingredient = Cookbook.bundled().dish(dish).orElseThrow().ingredients().stream()
                .filter(it -> it.food().key().equals(food))
                .findFirst()
                .orElseThrow();

        assertThat(ingredient.alternatives())
                .filteredOn(it -> it.food().key().equals(other))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.quantity()).isEqualByComparingTo(quantity);
                    assertThat(it.measure()).isEqualTo(measure);
                });
    }
}
