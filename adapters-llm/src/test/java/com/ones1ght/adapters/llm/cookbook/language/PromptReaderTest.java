package com.ones1ght.adapters.llm.cookbook.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.ones1ght.adapters.llm.cookbook.Cookbook;
import com.ones1ght.adapters.llm.cookbook.Dish;
import com.ones1ght.adapters.llm.embedded.Ask;
import com.ones1ght.adapters.llm.embedded.Grocery;
import java.time.Duration;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PromptReaderTest {

    private final PromptReader reader = new PromptReader(Cookbook.bundled(), LanguageAnalyzer.bundled());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "without pork",
                "no pork please",
                "I don't eat pork",
                "anything but pork",
                "pork-free",
                "돼지고기 빼고",
                "돼지고기는 빼줘",
                "돼지고기 말고 다른거",
                "돼지고기가 안 들어간 거",
                "돼지고기 못 먹어요",
                "豚肉抜きで",
                "豚肉なし",
                "豚肉以外",
                "ぶた肉が苦手です",
                "ポークは食べられない",
                "豚肉を使わないで",
                "豚肉は入れないで",
                "ＮＯ　ＰＯＲＫ"
            })
    void aNegatedFoodShouldBeUnwanted(String prompt) {
        assertThat(reader.read(prompt).unwantedFoods()).contains("pork");
        assertThat(reader.read(prompt).foods()).doesNotContain("pork");
    }

    @ParameterizedTest
    @ValueSource(strings = {"with pork", "돼지고기로", "돼지고기 넣고", "豚肉で", "豚肉を使って", "pork, not spicy", "pork without garlic"})
    void aFoodThatIsNotNegatedShouldBeWanted(String prompt) {
        assertThat(reader.read(prompt).foods()).contains("pork");
        assertThat(reader.read(prompt).unwantedFoods()).doesNotContain("pork");
    }

    @Test
    void aHighlyRepetitiveTextShouldBeReadLikeAnyOther() {
        assertThat(reader.read("no" + " a".repeat(1_990) + " tofu").foods()).contains("tofu-kind");
        assertThat(reader.read("豆腐" + "の".repeat(3_900) + "料理").foods()).contains("tofu-kind");
    }

    @Test
    void aVeryLongListShouldShareItsNegationWithoutDelayingOthers() {
        String list = "no egg" + ", egg".repeat(12_000) + " or pork";
        MealPreferences preferences = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> reader.read(list));
        assertThat(preferences.unwantedFoods()).contains("egg", "pork");
        assertThat(preferences.foods()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "no pork or beef, pork, beef",
        "without pork and shrimp, pork, shrimp-kind",
        "돼지고기랑 소고기 빼고, pork, beef",
        "豚肉と牛肉は抜きで, pork, beef"
    })
    void aListShouldShareItsNegation(String prompt, String one, String other) {
        assertThat(reader.read(prompt).unwantedFoods()).contains(one, other);
    }

    @Test
    void aNegationShouldEndWithItsClause() {
        MealPreferences preferences = reader.read("no pork but with chicken");
        MealPreferences instead = reader.read("돼지고기 말고 닭고기로");

        assertThat(preferences.unwantedFoods()).contains("pork").doesNotContain("chicken");
        assertThat(preferences.foods()).contains("chicken");
        assertThat(instead.unwantedFoods()).contains("pork").doesNotContain("chicken");
        assertThat(instead.foods()).contains("chicken");
    }

    @ParameterizedTest
    @CsvSource({
        "dinner for 4, 4",
        "serves two, 2",
        "4인분, 4",
        "네 명이 먹을 저녁, 4",
        "4人分で, 4",
        "四人分, 4",
        "４人前, 4",
        "dinner for 40, 12",
        "카레 5인, 5",
        "한 그릇만, 1",
        "십인분, 10",
        "4 lunches, 4",
        "just one bowl of ramen, 1",
        "丼ひとつだけ, 1",
        "3日分, 3"
    })
    void theNumberOfPeopleShouldBeRead(String prompt, int people) {
        assertThat(reader.read(prompt).limits().servings()).isEqualTo(OptionalInt.of(people));
    }

    @ParameterizedTest
    @CsvSource({"만오천원으로, 15000", "떡볶이 만오천원 안으로, 15000", "삼만원 이내, 30000", "5천원, 5000", "under 10000 won, 10000"})
    void aBudgetInWonShouldBeRead(String prompt, int won) {
        assertThat(reader.read(prompt).limits().won()).isEqualTo(OptionalInt.of(won));
    }

    @ParameterizedTest
    @ValueSource(strings = {"予算千円で", "五百円以内", "二千円まで"})
    void aBudgetInAnotherCurrencyShouldBeReadAsWritten(String prompt) {
        assertThat(reader.read(prompt).limits().foreignBudget()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"고기 볶았는데", "배고파 밥 줘", "두부 샀었는데"})
    void whatOnlyLooksLikeARefusalShouldRefuseNothing(String prompt) {
        assertThat(reader.read(prompt).unwantedFoods()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"牛肉を豚肉に", "소고기를 돼지고기로", "beef -> pork", "소고기→돼지고기"})
    void aReplacementNeedsNoVerb(String prompt) {
        assertThat(reader.read(prompt).unwantedFoods()).containsExactly("beef");
        assertThat(reader.read(prompt).foods()).containsExactly("pork");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ready in 20 minutes", "for 3 days", "for 0", "저녁 추천", "今夜の夕食"})
    void otherNumbersShouldBeNoServings(String prompt) {
        assertThat(reader.read(prompt).limits().servings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"add wine", "와인 추가", "ワイン追加", "with a glass of wine"})
    void aDrinkShouldBeAnAddition(String prompt) {
        assertThat(reader.read(prompt).additions()).contains("wine");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "いかがですか",
                "静かにしたい",
                "배고파",
                "몇 가지 추천해줘",
                "좋은 아이디어",
                "I like porkpies",
                "hamper",
                "eggplant",
                "確かに",
                "작업이 많다"
            })
    void aWordThatOnlyHoldsAFoodsNameShouldNotBeTakenForIt(String prompt) {
        assertThat(reader.read(prompt).foods())
                .doesNotContain("squid", "crab", "pear", "eggplant-less", "pork", "ham", "egg", "duck");
    }

    @Test
    void soySauceShouldNotBeTakenForSoy() {
        assertThat(reader.read("no soy sauce").unwantedFoods()).containsExactly("soy sauce");
    }

    @ParameterizedTest
    @CsvSource({
        "'カレー、豚肉抜きで', curry, pork",
        "'カレー、牛肉なしで', curry, beef",
        "'카레, 소고기 빼고', curry, beef",
        "'카레 소고기 빼고', curry, beef",
        "'うどん、卵抜きで', noodles, egg",
        "'김치찌개, 돼지고기 빼고', kimchi, pork",
        "'天ぷら、エビ以外で', tempura, shrimp-kind",
        "'curry, without pork', curry, pork"
    })
    void aDishShouldStayWantedWhenAFoodBehindItsCommaIsNot(String prompt, String wanted, String unwanted) {
        MealPreferences preferences = reader.read(prompt);

        assertThat(preferences.unwantedFoods()).contains(unwanted);
        assertThat(preferences.unwantedDishes()).isEmpty();
        assertThat(preferences.unwantedTags()).isEmpty();
        Ask ask = new Ask(Grocery.open());
        Dish dish = Cookbook.bundled().dish(ask.dish(prompt)).orElseThrow();
        assertThat(dish.has(wanted) || dish.id().contains(wanted)).as(dish.id()).isTrue();
        assertThat(ask.lastFoods()).noneMatch(food -> food.is(unwanted));
    }

    @ParameterizedTest
    @ValueSource(strings = {"닭고기, 돼지고기 빼고", "鶏肉、豚肉抜きで", "닭고기 돼지고기 빼고"})
    void foodsThatACommaListsShouldShareTheirNegation(String prompt) {
        assertThat(reader.read(prompt).unwantedFoods()).contains("chicken", "pork");
    }
}
