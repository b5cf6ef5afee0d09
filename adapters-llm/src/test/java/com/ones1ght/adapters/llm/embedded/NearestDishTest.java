package com.ones1ght.adapters.llm.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.adapters.llm.cookbook.Cookbook;
import com.ones1ght.adapters.llm.cookbook.Food;
import com.ones1ght.adapters.llm.shared.Json;
import com.ones1ght.application.store.port.FakeStoreCatalog;
import com.ones1ght.domain.shared.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a wish cannot be met as it is, what comes closest to it is suggested, and the rest is said. */
class NearestDishTest {

    private final FakeStoreCatalog shop = Grocery.open();

    @ParameterizedTest
    @CsvSource({
        "EN, Seafood pasta, vongole",
        "JA, ざるそば そばアレルギーです, kitsune-udon",
        "EN, gluten-free pasta, japchae",
        "JA, お寿司, salmon-shioyaki"
    })
    void theClosestDishShouldBeSuggested(Language language, String prompt, String dish) {
        assertThat(new Ask(shop).in(language).dish(prompt)).isEqualTo(dish);
    }

    @ParameterizedTest
    @CsvSource({
        "JA, 天ぷら, えびアレルギーです, tempura",
        "JA, 豚汁, 野菜だけにして, tonjiru",
        "EN, tacos, just vegetables please, tacos",
        "KO, 볼로네제, 팬케이크로 바꿔줘, pancakes"
    })
    void aFollowUpShouldChangeTheDishAsMuchAsItAsks(Language language, String prompt, String followUp, String dish) {
        Ask ask = new Ask(shop).in(language);
        ask.meal(prompt);

        assertThat(ask.dish(followUp)).isEqualTo(dish);
    }

    @ParameterizedTest
    @CsvSource({"KO, 김치찌개, 디저트로 바꿔줘", "JA, キムチチゲ, デザートに変えて"})
    void aDessertShouldTakeThePlaceOfTheDish(Language language, String prompt, String followUp) {
        Ask ask = new Ask(shop).in(language);
        ask.meal(prompt);

        assertThat(Cookbook.bundled().dish(ask.dish(followUp)))
                .hasValueSatisfying(dish -> assertThat(dish.tags()).contains("dessert"));
    }

    @Test
    void onlyVegetablesShouldLeaveNoMeat() {
        Ask ask = new Ask(shop).in(Language.JA);
        ask.meal("とんかつ");
        ask.meal("野菜だけにして");

        assertThat(ask.lastFoods()).isNotEmpty().noneMatch(food -> food.is("meat") || food.is("seafood"));
    }

    @Test
    void noVegetablesShouldNotMeanOnlyVegetables() {
        Ask ask = new Ask(shop).in(Language.JA);
        ask.meal("とんかつ");

        assertThat(ask.dish("野菜だけ抜いて")).isEqualTo("tonkatsu");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "EN; sushi; I have no recipe for sushi; the closest is salt-grilled salmon",
                "KO; 초밥; 초밥은 요리책에 없어서 가장 가까운 연어 소금구이를; 요리책",
                "JA; sushi; ご希望の料理は手元のレシピにない; 鮭の塩焼き"
            })
    void anAbsentDishShouldBeNamedInTheLanguageOfTheAnswer(
            Language language, String prompt, String absent, String nearest) {
        assertThat(recommendation(new Ask(shop).in(language), prompt)).contains(absent, nearest);
    }

    @Test
    void whatIsAtHandShouldBeSaidInTheNotes() {
        Ask ask = new Ask(shop).as("{\"pantry\": [\"gochugaru\", \"garlic\"]}");

        assertThat(notes(ask, "kimchi stew")).contains("You already have: gochugaru, garlic.");
    }

    @Test
    void allergensShouldBeToldInPlainEnglish() {
        Ask ask = new Ask(shop).as("{\"allergies\": \"peanut\"}");

        assertThat(recommendation(ask, "salad")).contains("peanut-free");
    }

    @Test
    void aStatedSulphiteAllergyShouldKeepWineOutOfAStew() {
        Ask ask = new Ask(shop);
        ask.meal("beef stew, I'm allergic to sulphites");

        assertThat(ask.lastFoods())
                .extracting(Food::key)
                .contains("beef stew meat")
                .doesNotContain("red wine");
    }

    private static String recommendation(Ask ask, String prompt) {
        return Json.read(Ask.rawMeal(ask.meal(prompt)))
                .path("recommendation_message")
                .asText();
    }

    private static String notes(Ask ask, String prompt) {
        return Json.read(Ask.rawMeal(ask.meal(prompt))).path("notes").asText();
    }
}
