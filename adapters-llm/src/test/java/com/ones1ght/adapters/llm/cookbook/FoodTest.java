package com.ones1ght.adapters.llm.cookbook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FoodTest {

    @Test
    void aStockOfFishShouldMakeNoDishOfFish() {
        Foods foods = Cookbook.bundled().foods();

        assertThat(foods.get("dried anchovy").is("fish")).isFalse();
        assertThat(foods.get("dried anchovy").contains("fish")).isTrue();
        assertThat(foods.get("kimchi").isOrComesFrom("fish")).isFalse();
    }
}
