package com.ones1ght.adapters.llm.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.adapters.llm.cookbook.Cookbook;
import com.ones1ght.adapters.llm.cookbook.Dish;
import com.ones1ght.adapters.llm.shared.Phrases;
import com.ones1ght.application.store.port.FakeStoreCatalog;
import com.ones1ght.domain.recommendation.Meal;
import com.ones1ght.domain.shared.Language;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts of a meal have to be true. */
class MealTextTest {

    private static final String CHANGED = "changed as you asked";
    private static final String FITS = "already meets your wish";
    private static final String STAYS = "stays as it was";

    private final FakeStoreCatalog shop = Grocery.open();

    @Test
    void aDrinkThatIsTakenAwayShouldBeAChange() {
        Ask ask = new Ask(shop);
        ask.meal("pizza, and add wine");

        assertThat(said(ask, "without the wine")).contains(CHANGED).doesNotContain(FITS);
        assertThat(ask.lastFoods()).noneMatch(food -> food.is("wine"));
    }

    @ParameterizedTest
    @CsvSource({"make it for 8, true", "for 2, false"})
    void otherQuantitiesShouldBeAChangeAndTheSameOnesNone(String prompt, boolean isChange) {
        Ask ask = new Ask(shop);
        ask.meal("pizza");

        assertThat(said(ask, prompt)).contains(isChange ? CHANGED : FITS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"can the kids eat bulgogi?", "子どもが食べられるハンバーグ"})
    void whatAnswersAQuestionShouldBeSaidOnce(String prompt) {
        assertThat(said(new Ask(shop), prompt)).containsOnlyOnce("so children can share it");
    }

    @Test
    void theSameDrinkAskedForTwiceShouldBeNoChange() {
        Ask ask = new Ask(shop);
        ask.meal("bulgogi");
        assertThat(said(ask, "add wine")).contains(CHANGED);
        assertThat(said(ask, "add wine")).contains(FITS).doesNotContain(CHANGED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"blorp", "asdf"})
    void wordsThatAreNotUnderstoodShouldBeReported(String prompt) {
        Ask ask = new Ask(shop);
        String before = ask.dish("pizza");

        assertThat(said(ask, prompt)).contains("I am not sure what you would like changed", STAYS);
        assertThat(ask.dish(prompt)).isEqualTo(before);
        assertThat(said(new Ask(shop), prompt)).contains("I found no dish or ingredient that I know");
    }

    @ParameterizedTest
    @CsvSource({"EN, 'thanks, looks great!', Enjoy your meal!", "KO, 고마워 잘 먹을게, '네, 맛있게 드세요!'", "JA, いいね、それで, どうぞ召し上がれ！"
    })
    void thanksShouldLeaveTheDishAsItIs(Language language, String thanks, String answer) {
        Ask ask = new Ask(shop).in(language);
        String before = ask.dish("pizza");

        assertThat(said(ask, thanks)).isEqualTo(answer);
        assertThat(ask.dish(thanks)).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"KO, 알지 못해", "EN, I am not sure", "JA, 分からなかった"})
    void theReportShouldBeInTheShoppersLanguage(Language language, String expected) {
        Ask ask = new Ask(shop).in(language);
        ask.meal("pizza");

        assertThat(said(ask, "xyzzy")).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({"EN, cake", "KO, 케이크", "JA, ケーキ"})
    void aFoodThatNoDishContainsShouldBeReportedAsNotMet(Language language, String cake) {
        Ask ask = new Ask(shop).in(language);
        ask.meal("pizza");

        assertThat(said(ask, "birthday cake")).contains(cake).doesNotContain(Phrases.say(language, "why.fits"));
    }

    @ParameterizedTest
    @CsvSource({
        "EN, burgers, what could I have for dessert with it?, ice cream",
        "KO, 햄버거, 후식으로는 뭐가 좋을까, 아이스크림",
        "JA, ハンバーガー, 食後のデザートも, アイスクリーム"
    })
    void whatIsHadAfterADishShouldBeInNoStepOfIt(Language language, String dish, String dessert, String food) {
        Ask ask = new Ask(shop).in(language);
        ask.meal(dish);

        Meal meal = Objects.requireNonNull(ask.meal(dessert).meal()).value();
        assertThat(meal.notes()).contains(food);
        assertThat(meal.recipeDescription()).doesNotContain(food);
    }

    @Test
    void anIdenticalMealShouldNotBeCalledChanged() {
        Ask ask = new Ask(shop);
        ask.meal("pizza");
        ask.meal("add beer");

        assertThat(said(ask, "술안주 추천")).contains(FITS).doesNotContain(CHANGED);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aDishThatIsAskedForByItsNameShouldLeaveNothingOpen(Language language) {
        String open = Phrases.say(language, "why.unmet", "").substring(0, 8);
        for (Dish dish : Cookbook.bundled().dishes()) {
            assertThat(said(new Ask(shop).in(language), dish.title().in(language)))
                    .as(dish.id())
                    .doesNotContain(open);
        }
    }

    private static String said(Ask ask, String prompt) {
        var meal = ask.meal(prompt).meal();
        if (meal == null) {
            throw new AssertionError("no meal");
        }
        return meal.value().recommendationMessage();
    }
}
