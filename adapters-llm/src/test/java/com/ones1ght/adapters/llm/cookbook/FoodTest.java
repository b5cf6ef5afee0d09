package com.ones1ght.adapters.llm.cookbook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FoodTest {

    @Test
    void aStockOfFishShouldMakeNoDishOfFish() {
        Foods foods = Cookbook.bundled().foods();

        assertThat(foods.get("anchovy stock").is("fish")).isFalse();
        assertThat(foods.get("anchovy stock").contains("fish")).isTrue();
        assertThat(foods.get("kimchi").isOrComesFrom("fish")).isFalse();
    }
}
