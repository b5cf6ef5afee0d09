package com.ones1ght.adapters.llm.cookbook.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.adapters.llm.cookbook.Cookbook;
import com.ones1ght.adapters.llm.cookbook.language.LanguageAnalyzer;
import com.ones1ght.adapters.llm.cookbook.language.MealPreferences;
import com.ones1ght.adapters.llm.cookbook.language.PromptReader;
import com.ones1ght.adapters.llm.shared.Json;
import com.ones1ght.domain.profile.ProfileDocument;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllergyStatementsTest {

    private static final Cookbook COOKBOOK = Cookbook.bundled();

    private final PromptReader reader = new PromptReader(COOKBOOK, LanguageAnalyzer.bundled());

    @ParameterizedTest
    @CsvSource({
        "えびにアレルギーがあります, shrimp-kind",
        "えびには重度のアレルギーがあります, shrimp-kind",
        "エビに対してアレルギーがある, shrimp-kind",
        "乳製品にアレルギーがある, dairy",
        "アレルギー：えび, shrimp-kind",
        "새우에 알레르기가 있어요, shrimp-kind",
        "새우에 대한 알레르기가 있어요, shrimp-kind",
        "새우 알러지, shrimp-kind",
        "새우 심한 알레르기, shrimp-kind",
        "알레르기: 새우, shrimp-kind",
        "유제품에 알레르기 있음, dairy",
        "allergic to shrimp, shrimp-kind",
        "shrimp allergy, shrimp-kind",
        "I have a shellfish allergy, shellfish",
        "Food allergies: shellfish, shellfish",
        "my allergies are shellfish and milk, shellfish",
        "prawns trigger my allergy, shrimp-kind"
    })
    void anAllergyShouldBeReadHoweverItIsSaid(String text, String allergen) {
        for (MealPreferences preferences : new MealPreferences[] {reader.read(text), reader.readTaste(text)}) {
            assertThat(preferences.allergies()).contains(allergen);
            assertThat(preferences.foods()).isEmpty();
        }
        assertThat(preferring(text).exclusions().allergies()).contains(allergen);
    }

    @ParameterizedTest
    @CsvSource({
        "새우 알레르기가 있는데 닭고기 요리 추천해줘, chicken, shrimp-kind",
        "'I am allergic to shrimp, something with chicken', chicken, shrimp-kind",
        "えびアレルギーなので鶏肉で, chicken, shrimp-kind"
    })
    void whatAPromptWantsBesideItsAllergyShouldStayWanted(String prompt, String wanted, String allergen) {
        assertThat(reader.read(prompt).foods()).contains(wanted);
        assertThat(reader.read(prompt).allergies()).contains(allergen).doesNotContain(wanted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no allergies, with shrimp please",
                "아무 알레르기 없어요, 새우로",
                "アレルギーはありません、えびで",
                "an allergy-friendly dinner with shrimp"
            })
    void aDeniedAllergyShouldExcludeNothing(String prompt) {
        assertThat(reader.read(prompt).allergies()).isEmpty();
        assertThat(reader.read(prompt).foods()).contains("shrimp-kind");
    }

    @ParameterizedTest
    @ValueSource(strings = {"I love chicken. I am allergic to shrimp", "鶏肉とえびにアレルギー", "닭고기, 새우 알레르기 주의"})
    void aProfileThatSpeaksOfAnAllergyShouldTellNoLikingForAFood(String text) {
        assertThat(preferring(text).likes().foods()).isEmpty();
    }

    private static Shopper preferring(String text) {
        String json = Json.write(Json.object().put("preference", text));
        PromptReader prompts = new PromptReader(COOKBOOK, LanguageAnalyzer.bundled());
        return new ProfileReader(COOKBOOK.foods(), LanguageAnalyzer.bundled(), prompts).read(new ProfileDocument(json));
    }
}
