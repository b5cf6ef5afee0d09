package com.ones1ght.adapters.llm.cookbook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecipeIngredientTest {

    @Test
    void aBagOfStockShouldBecomeTheCubesOfALitre() {
        Foods foods = Cookbook.bundled().foods();
        Dish stew = Cookbook.bundled().dish("doenjang-jjigae").orElseThrow();
        RecipeIngredient stock = stew.ingredients().stream()
                .filter(ingredient -> ingredient.food().key().equals("anchovy stock"))
                .findFirst()
                .orElseThrow();

        RecipeIngredient cubes = stock.with(foods.get("vegetable stock"));

        assertThat(cubes.measure()).isEqualTo(Measure.CUBE);
        assertThat(cubes.quantity()).isEqualByComparingTo("2");
    }
}
