package com.ones1ght.adapters.llm.cookbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FoodTest {

    @Test
    void aStockOfFishShouldMakeNoDishOfFish() {
        Foods foods = Cookbook.bundled().foods();

        assertThat(foods.get("dried anchovy").is("fish")).isFalse();
        assertThat(foods.get("dried anchovy").contains("fish")).isTrue();
        assertThat(foods.get("kimchi").isOrComesFrom("fish")).isFalse();
    }

    @Test
    void foodsThatAreAskedForShouldComeInTheOrderOfTheCatalogue() {
        List<Food> named = Cookbook.bundled().foods().named(Set.of("tofu", "shrimp", "shrimp-kind", "egg", "chicken"));

        // Sets differ in their order from one JVM to the next, and two nodes must not answer differently.
        assertThat(named)
                .hasSizeGreaterThan(5)
                .doesNotHaveDuplicates()
                .isSortedAccordingTo(Comparator.comparing(Food::number));
    }
}
