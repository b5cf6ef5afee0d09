package com.ones1ght.adapters.llm.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.adapters.llm.cookbook.Cookbook;
import com.ones1ght.adapters.llm.cookbook.Food;
import com.ones1ght.domain.chat.PipelineSnapshot;
import com.ones1ght.domain.recommendation.Ingredient;
import com.ones1ght.domain.shared.Language;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** More or less of one ingredient, in every way to say it: there is more or less of it, and of nothing else. */
class AmountSweepTest {

    private static final Map<Language, List<String>> MORE = Map.of(
            Language.KO,
            List.of(
                    "%s 많이",
                    "%s 듬뿍",
                    "%s 넉넉하게",
                    "%s 두 배로",
                    "%s 왕창",
                    "%s 더 넣어줘",
                    "%s 팍팍 넣어서",
                    "%s 곱빼기로",
                    "%s 좀 더",
                    "%s 두배",
                    "%s 아낌없이"),
            Language.EN,
            List.of(
                    "extra %s",
                    "lots of %s",
                    "double the %s",
                    "twice the %s",
                    "loads of %s",
                    "a ton of %s",
                    "twice as much %s",
                    "load it up with %s",
                    "heavy on the %s"),
            Language.JA,
            List.of("%s多めで", "%sたっぷり", "%sを増やして", "%s大盛り", "%sを2倍で", "%sたくさん", "%sどっさり", "%sをいっぱい", "%s倍で"));

    private static final Map<Language, List<String>> LESS = Map.of(
            Language.KO,
            List.of("%s 조금만", "%s 적게", "%s 덜 넣어줘", "%s 반만", "%s 살짝만", "%s 줄여줘", "%s 절반만", "%s 약간만"),
            Language.EN,
            List.of(
                    "less %s",
                    "light on the %s",
                    "easy on the %s",
                    "half the %s",
                    "half as much %s",
                    "not so much %s",
                    "hardly any %s",
                    "just a bit of %s"),
            Language.JA,
            List.of("%s少なめで", "%s控えめで", "%sを減らして", "%sはちょっとだけ", "%s半分で", "%sは少し", "%s半量で"));

    private final EmbeddedPipeline pipeline = new EmbeddedPipeline(Grocery.open());

    @ParameterizedTest
    @CsvSource({
        "KO, 김치찌개, 두부, tofu-kind",
        "KO, 불고기, 양파, onion",
        "KO, 비빔밥, 밥, rice",
        "EN, kimchi stew, pork, pork",
        "EN, tomato pasta, basil, basil",
        "EN, fried rice, rice, rice",
        "JA, 親子丼, 玉ねぎ, onion",
        "JA, カレーライス, じゃがいも, potato-kind",
        "JA, ビビンバ, ご飯, rice"
    })
    void onlyTheAmountOfWhatIsNamedShouldChange(Language language, String dish, String name, String food) {
        Map<Food, BigDecimal> before = amounts(new Ask(pipeline).in(language).meal(dish));
        List<String> faults = new ArrayList<>();
        Map.of(1, MORE.get(language), -1, LESS.get(language)).forEach((direction, sentences) -> {
            for (String sentence : sentences) {
                String wish = sentence.formatted(name);
                for (String text : List.of(dish + ", " + wish, wish)) {
                    Ask ask = new Ask(pipeline).in(language);
                    ask.meal(dish);
                    Map<Food, BigDecimal> after = amounts(ask.meal(text));
                    boolean isAsAsked = before.keySet().equals(after.keySet())
                            && before.entrySet().stream()
                                    .allMatch(was -> after.get(was.getKey()).compareTo(was.getValue())
                                            == (was.getKey().is(food) ? direction : 0));
                    if (!isAsAsked) {
                        faults.add(text + " " + after);
                    }
                }
            }
        });
        assertThat(faults).isEmpty();
    }

    private static Map<Food, BigDecimal> amounts(PipelineSnapshot run) {
        Map<Food, BigDecimal> amounts = new LinkedHashMap<>();
        for (Ingredient ingredient : Objects.requireNonNull(run.meal()).value().ingredients()) {
            amounts.put(
                    Cookbook.bundled().foods().get(ingredient.name().en()),
                    Objects.requireNonNull(ingredient.quantity()));
        }
        return amounts;
    }
}
