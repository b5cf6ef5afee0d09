package com.ones1ght.adapters.llm.cookbook.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.adapters.llm.cookbook.Cookbook;
import com.ones1ght.adapters.llm.cookbook.Exclusions;
import com.ones1ght.adapters.llm.embedded.Ask;
import com.ones1ght.adapters.llm.embedded.Grocery;
import com.ones1ght.application.store.port.FakeStoreCatalog;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The ways in which a Japanese shopper says that a food is not to be on the table. */
class JapaneseAllergyTest {

    private static final Cookbook COOKBOOK = Cookbook.bundled();
    private static final List<String> SAYINGS = List.of("アレルギー", "アレルギーです", "にアレルギー", "がダメ", "はだめ");

    private final FakeStoreCatalog shop = Grocery.open();
    private final PromptReader reader = new PromptReader(COOKBOOK, LanguageAnalyzer.bundled());

    /** Every food whose name in kana is so short that it could be a part of another word. */
    static Stream<String> shortFoods() {
        Set<String> names = new TreeSet<>();
        COOKBOOK.foods().words().forEach((concept, words) -> words.stream()
                .map(TextNormalizer::normalize)
                .filter(word -> word.length() <= 2 && word.matches("[ぁ-ー]+"))
                .forEach(word -> names.addAll(List.of(Scripts.hiragana(word), Scripts.katakana(word)))));
        return names.stream();
    }

    @ParameterizedTest
    @MethodSource("shortFoods")
    void aShortNameShouldBeKeptAwayHoweverItIsSaid(String food) {
        Set<String> meant = reader.read(food).foods();
        assertThat(meant).isNotEmpty();
        for (String saying : SAYINGS) {
            MealPreferences preferences = reader.read(food + saying);

            assertThat(preferences.foods()).as(food + saying).isEmpty();
            assertThat(Exclusions.union(preferences.allergies(), preferences.unwantedFoods()))
                    .as(food + saying)
                    .containsAll(meant);
        }
    }

    @Test
    void thereShouldBeShortNamesToTry() {
        assertThat(shortFoods()).contains("えび", "エビ", "かに", "ごま", "そば", "イカ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"extra\": \"えびアレルギー\"}",
                "{\"extra\": \"エビアレルギー\"}",
                "{\"extra\": \"甲殻類、特に車エビアレルギー\"}",
                "{\"persona\": \"えびアレルギーの人\"}",
                "{\"preference\": \"エビNG\"}"
            })
    void anAllergyOfTheProfileShouldKeepShrimpFromTheTable(String profile) {
        Ask ask = new Ask(shop).as(profile);
        ask.dish("天ぷら");

        assertThat(ask.lastFoods()).noneMatch(food -> food.is("shrimp"));
    }

    @Test
    void anAllergyOfThePromptShouldKeepShrimpFromTheTable() {
        Ask ask = new Ask(shop);
        ask.dish("天ぷら、でもえびアレルギーです");

        assertThat(ask.lastFoods()).isNotEmpty().noneMatch(food -> food.contains("crustacean"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"サバイバル", "ナスダック", "静かに", "豊かに", "おたこさん", "スイカ"})
    void aWordThatOnlyBeginsLikeAFoodShouldStayAWord(String word) {
        assertThat(reader.read(word).foods()).isEmpty();
    }
}
