package com.ones1ght.adapters.llm.cookbook.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.adapters.llm.cookbook.Cookbook;
import com.ones1ght.adapters.llm.cookbook.Diet;
import com.ones1ght.adapters.llm.cookbook.Exclusions;
import com.ones1ght.adapters.llm.cookbook.language.LanguageAnalyzer;
import com.ones1ght.adapters.llm.cookbook.language.PromptReader;
import com.ones1ght.domain.profile.ProfileDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileReaderTest {

    private static final Cookbook COOKBOOK = Cookbook.bundled();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"allergies\": \"shellfish\"}",
                "{\"allergies\": [\"갑각류\", \"땅콩\"]}",
                "{\"extra\": {\"allergies\": \"えび、ごま\"}}",
                "{\"extra\": {\"allergies\": [\"prawns\"]}}",
                "{\"extra\": \"새우 알레르기 있음\"}",
                "{\"preference\": \"allergic to shrimp\"}",
                "{\"알레르기\": \"새우\"}",
                "{\"アレルギー\": [\"えび\"]}",
                "{\"Allergies\": [\"shrimp\"]}",
                "{\"FOOD_ALLERGIES\": \"shellfish\"}",
                "{\"dietary_restrictions\": [\"shellfish\"]}",
                "{\"dietaryRestrictions\": [\"no shrimp\"]}",
                "{\"extra\": {\"못 먹는 음식\": \"새우\"}}",
                "{\"extra\": {\"食物アレルギー\": {\"1\": \"エビ\"}}}",
                "{\"extra\": {\"memo\": \"えびアレルギーあり\"}}",
                "{\"extra\": {\"foodAllergies\": {\"shrimp\": true}}}",
                "{\"extra\": {\"allergies\": {\"shrimp\": \"severe\"}}}",
                "{\"extra\": {\"알레르기\": {\"새우\": \"심함\"}}}",
                "{\"extra\": {\"アレルギー\": {\"えび\": {\"程度\": \"重度\"}}}}",
                "{\"extra\": {\"health\": {\"allergies\": [\"shrimp\"]}}}",
                "{\"extra\": {\"family\": [{\"name\": \"Tom\", \"allergies\": \"shrimp\"}]}}",
                "{\"extra\": {\"가족\": {\"딸\": {\"알레르기\": [\"새우\"]}}}}"
            })
    void allergiesShouldBeFoundWhereverTheyStand(String json) {
        assertThat(read(json).exclusions().isAllergen(COOKBOOK.foods().get("shrimp")))
                .isTrue();
    }

    @Test
    void preferencesShouldBeReadAsTextListAndInExtra() {
        assertThat(read("{\"preference\": \"curry\"}").likes().tags()).contains("curry");
        assertThat(read("{\"preferences\": [\"매운 음식\", \"면\"]}").likes().tags()).contains("spicy", "noodles");
        assertThat(read("{\"extra\": \"辛いもの好き\"}").likes().tags()).contains("spicy");
        assertThat(read("{\"extra\": {\"preference\": \"vegetarian\"}}")
                        .exclusions()
                        .diet())
                .isEqualTo(Diet.VEGETARIAN);
    }

    @Test
    void aDietAmongTheRestrictionsShouldBeADiet() {
        Exclusions exclusions =
                read("{\"dietary_restrictions\": [\"vegetarian\", \"nuts\"]}").exclusions();

        assertThat(exclusions.diet()).isEqualTo(Diet.VEGETARIAN);
        assertThat(exclusions.allergies()).contains("nut");
    }

    @Test
    void keysShouldBeKnownInAnyCaseAndLanguage() {
        assertThat(read("{\"Preference\": \"curry\"}").likes().tags()).contains("curry");
        assertThat(read("{\"취향\": \"매운 음식\"}").likes().tags()).contains("spicy");
        assertThat(read("{\"memo\": \"loves curry\"}").likes().tags()).isEmpty();
    }

    @Test
    void aDislikeAmongThePreferencesShouldBeUnwanted() {
        assertThat(read("{\"preference\": \"no pork\"}").exclusions().unwanted())
                .contains("pork");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"extra\": {\"dislikes\": {\"pork\": true}}}",
                "{\"preferences\": {\"dislikes\": [\"pork\"]}}",
                "{\"extra\": {\"excluded_ingredients\": [\"pork\"]}}",
                "{\"extra\": {\"notes\": \"doesn't eat pork\"}}",
                "{\"extra\": {\"비선호\": [\"돼지고기\"]}}",
                "{\"extra\": {\"메모\": \"돼지고기 안 먹어요\"}}",
                "{\"extra\": {\"避けたい食材\": \"豚肉\"}}",
                "{\"extra\": {\"メモ\": \"豚肉は食べません\"}}"
            })
    void whatIsNotEatenShouldBeLeftOutWhereverItStands(String json) {
        assertThat(COOKBOOK.foods().all())
                .filteredOn(food -> food.is("pork"))
                .isNotEmpty()
                .allMatch(read(json).exclusions()::forbids);
    }

    @Test
    void whatADenialStandsForShouldExcludeNothing() {
        assertThat(read("{\"extra\": {\"allergies\": {\"shrimp\": false, \"egg\": \"no\"}}}")
                        .exclusions()
                        .hasAllergies())
                .isFalse();
    }

    @Test
    void whatSomebodyElseLikesShouldNotCount() {
        assertThat(read("{\"extra\": {\"family\": [{\"name\": \"Tom\", \"likes\": \"curry\"}]}}")
                        .likes()
                        .tags())
                .isEmpty();
    }

    @Test
    void anAllergyThatTheLexiconDoesNotKnowShouldBeLookedForInNames() {
        Exclusions exclusions = read("{\"allergies\": [\"papaya\"]}").exclusions();

        assertThat(exclusions.namesAllergen("Dried Papaya 100g")).isTrue();
        assertThat(exclusions.namesAllergen("Dried mango 100g")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"allergies\": null}",
                "{\"allergies\": [1, {}, true]}",
                "{\"allergies\": \"없음\"}",
                "{\"extra\": 5}",
                "{broken}"
            })
    void aProfileWithoutAllergiesShouldExcludeNothing(String json) {
        assertThat(read(json).exclusions().hasAllergies()).isFalse();
    }

    private static Shopper read(String json) {
        PromptReader prompts = new PromptReader(COOKBOOK, LanguageAnalyzer.bundled());
        return new ProfileReader(COOKBOOK.foods(), LanguageAnalyzer.bundled(), prompts).read(new ProfileDocument(json));
    }
}
