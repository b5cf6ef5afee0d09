package com.ones1ght.adapters.llm.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.adapters.llm.cookbook.Cookbook;
import com.ones1ght.adapters.llm.cookbook.Dish;
import com.ones1ght.adapters.llm.cookbook.Food;
import com.ones1ght.adapters.llm.shared.Json;
import com.ones1ght.domain.shared.Language;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said to a dish, in the words of every day: it is done, and what was said before holds. */
class FollowUpSweepTest {

    private static final Map<Language, String> FIRST = Map.of(
            Language.KO,
            "새우 알레르기 있어요. 4인분 국물 요리",
            Language.EN,
            "I'm allergic to shrimp, soup for 4",
            Language.JA,
            "えびアレルギーです。4人分のスープ");

    private static final Map<Language, List<String>> ANOTHER = Map.of(
            Language.KO,
            List.of("다른 거", "다른 메뉴", "딴 거 없어?", "별로야 다른 거", "이거 말고", "음 다른 건?", "새로운 거", "다음 메뉴"),
            Language.EN,
            List.of(
                    "something else",
                    "another one",
                    "what else",
                    "other ideas?",
                    "next",
                    "try again",
                    "hmm, other options?"),
            Language.JA,
            List.of("他のがいい", "別のもの", "他には？", "それ以外で", "違うやつ", "他の提案ある？", "チェンジで", "次"));

    private static final Map<Language, List<String>> QUICKER = Map.of(
            Language.KO,
            List.of("더 빨리 되는 거", "더 빠른 거", "시간 덜 걸리는 거", "너무 오래 걸려"),
            Language.EN,
            List.of("something quicker", "faster", "that takes too long", "less time please"),
            Language.JA,
            List.of("もっと早くできるの", "もっと簡単なの", "時間かかりすぎ", "もっと時短で", "もっと手軽に"));

    private static final Map<Language, List<String>> MILDER = Map.of(
            Language.KO,
            List.of("덜 맵게", "안 맵게", "너무 매워", "좀 덜 매운 거"),
            Language.EN,
            List.of("less spicy", "milder", "too spicy", "tone down the heat", "not as hot"),
            Language.JA,
            List.of("辛さ控えめで", "辛くしないで", "辛すぎる", "マイルドに"));

    private static final Map<Language, List<String>> FIRST_ONE = Map.of(
            Language.KO,
            List.of("처음 거로", "첫번째 걸로 할래", "아까 처음 추천한 거", "처음 메뉴로 돌아가자"),
            Language.EN,
            List.of(
                    "back to the first one",
                    "the first one please",
                    "let's go with the first",
                    "go back to the original"),
            Language.JA,
            List.of("最初のに戻して", "やっぱり最初の", "一番最初の料理で"));

    private final EmbeddedPipeline pipeline = new EmbeddedPipeline(Grocery.open());

    @ParameterizedTest
    @EnumSource(Language.class)
    void somethingElseShouldBeAnotherDish(Language language) {
        assertThat(ANOTHER.get(language)).allSatisfy(wish -> {
            Ask ask = new Ask(pipeline).in(language);
            String first = ask.dish(FIRST.get(language));
            String next = Ask.rawMeal(ask.meal(wish));

            assertThat(dish(next).id()).isNotEqualTo(first);
            holdsWhatWasSaid(next, ask);
        });
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void quickerShouldTakeLessTime(Language language) {
        assertThat(QUICKER.get(language)).allSatisfy(wish -> {
            Ask ask = new Ask(pipeline).in(language);
            Dish first = dish(Ask.rawMeal(ask.meal(FIRST.get(language))));
            String next = Ask.rawMeal(ask.meal(wish));

            assertThat(dish(next).minutes()).isLessThan(first.minutes());
            holdsWhatWasSaid(next, ask);
        });
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void milderShouldHaveLessHeat(Language language) {
        assertThat(MILDER.get(language)).allSatisfy(wish -> {
            Ask ask = new Ask(pipeline).in(language);
            double before = heat(Ask.rawMeal(ask.meal("김치찌개")));

            assertThat(heat(Ask.rawMeal(ask.meal(wish)))).isLessThan(before);
        });
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theFirstOneShouldComeBack(Language language) {
        assertThat(FIRST_ONE.get(language)).allSatisfy(wish -> {
            Ask ask = new Ask(pipeline).in(language);
            String first = ask.dish(FIRST.get(language));
            ask.dish(ANOTHER.get(language).get(0));
            ask.dish(ANOTHER.get(language).get(0));
            String last = Ask.rawMeal(ask.meal(wish));

            assertThat(dish(last).id()).isEqualTo(first);
            holdsWhatWasSaid(last, ask);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"kimchi stew in the microwave", "kimchi stew in the air fryer", "kimchi stew, no stove"})
    void whatANamedDishIsNotCookedWithShouldBeSaid(String prompt) {
        assertThat(Ask.rawMeal(new Ask(pipeline).meal(prompt))).contains("could not meet");
    }

    private static void holdsWhatWasSaid(String meal, Ask ask) {
        assertThat(ask.lastFoods()).noneMatch(food -> food.contains("crustacean"));
        assertThat(Json.read(meal).at("/gateway/constraints/servings").asInt()).isEqualTo(4);
    }

    private static double heat(String meal) {
        double heat = 0;
        for (var ingredient : Json.read(meal).path("ingredients")) {
            Food food = Cookbook.bundled()
                    .foods()
                    .get(ingredient.path("name").path("en").asText());
            heat += food.is("hot") ? ingredient.path("quantity").asDouble() : 0;
        }
        return heat;
    }

    private static Dish dish(String meal) {
        return Cookbook.bundled()
                .dish(Json.read(meal).at("/gateway/dish").asText())
                .orElseThrow();
    }
}
