package com.ones1ght.adapters.llm.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.adapters.llm.cookbook.Cookbook;
import com.ones1ght.adapters.llm.cookbook.Dish;
import com.ones1ght.application.store.port.FakeStoreCatalog;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConversationTest {

    private final FakeStoreCatalog shop = Grocery.open();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not json",
                "{}",
                "[]",
                "null",
                "{\"gateway\": 3}",
                "{\"gateway\": {\"dish\": \"no-such\"}}",
                "{\"recipe_title\": \"Boeuf\", \"gateway\": {\"dish\": [], \"constraints\": \"x\"}}"
            })
    void aMealOfAnotherPipelineShouldBeSkipped(String foreign) {
        assertThat(new Ask(shop).after("hello", foreign).dish("carbonara")).isEqualTo("carbonara");
    }

    @Test
    void whatAForeignTurnRuledOutShouldStillCount() {
        Ask ask = new Ask(shop).after("no pork please", "{\"recipe_title\": \"Coq au vin\"}");
        ask.dish("dinner");

        assertThat(ask.lastFoods()).noneMatch(food -> food.is("pork"));
    }

    @Test
    void constraintsShouldAccumulate() {
        Ask ask = new Ask(shop);
        ask.dish("kimchi stew");
        ask.dish("no pork");
        ask.dish("no tuna");
        ask.dish("for 4");

        assertThat(ask.lastFoods()).noneMatch(food -> food.is("pork") || food.is("canned tuna"));
    }

    @Test
    void somethingElseShouldNeverRepeatADishOfTheConversation() {
        Ask ask = new Ask(shop);
        Set<String> seen = new HashSet<>(Set.of(ask.dish("noodles")));
        for (int i = 0; i < 6; i++) {
            assertThat(seen.add(ask.dish("something else"))).isTrue();
        }
    }

    @Test
    void anAllergyOfTheConversationShouldOutliveANewWish() {
        Ask ask = new Ask(shop);
        ask.dish("I am allergic to eggs");
        ask.dish("ramen");

        assertThat(ask.lastFoods()).noneMatch(food -> food.contains("egg"));
    }

    @Test
    void anAllergyShouldHoldWhateverAForeignMealClaims() {
        Ask ask = new Ask(shop)
                .after("I am allergic to eggs", "{\"gateway\": {\"dish\": \"carbonara\", \"constraints\": {}}}");
        ask.dish("ramen");

        assertThat(ask.lastFoods()).isNotEmpty().noneMatch(food -> food.contains("egg"));
    }

    @Test
    void aReplacedProteinShouldAppearInTitleAndMethod() {
        Ask ask = new Ask(shop);
        ask.meal("bulgogi");
        var meal = ask.meal("no beef").meal();

        assertThat(meal).isNotNull();
        assertThat(meal.value().recipeTitle()).isEqualTo("Bulgogi with pork");
        assertThat(meal.value().recipeDescription()).contains("pork").doesNotContain("beef");
        assertThat(meal.value().notes()).doesNotContain("beef");
        assertThat(meal.value().recommendationMessage()).contains("Pork instead of beef.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no fish", "I do not eat fish", "생선 빼고", "魚抜きで"})
    void aStockOfFishShouldGoWhereFishIsUnwanted(String prompt) {
        for (Dish dish : Cookbook.bundled().dishes()) {
            Ask ask = new Ask(shop);
            ask.dish(dish.title().ko());
            ask.dish(prompt);

            assertThat(ask.lastFoods())
                    .as(dish.id())
                    .noneMatch(food -> food.is("fish")
                            || Set.of("dried anchovy", "dashi powder", "fish sauce")
                                    .contains(food.key()));
        }
    }

    @Test
    void aPizzaMargheritaShouldHoldNoMeat() {
        Ask ask = new Ask(shop);
        ask.dish("pizza margherita");

        assertThat(ask.lastFoods()).noneMatch(food -> food.is("meat"));
    }
}
