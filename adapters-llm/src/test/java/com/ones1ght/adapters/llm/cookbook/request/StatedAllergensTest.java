package com.ones1ght.adapters.llm.cookbook.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.adapters.llm.cookbook.Cookbook;
import com.ones1ght.adapters.llm.cookbook.Diet;
import com.ones1ght.adapters.llm.cookbook.Exclusions;
import com.ones1ght.adapters.llm.cookbook.language.LanguageAnalyzer;
import com.ones1ght.adapters.llm.cookbook.language.PromptReader;
import com.ones1ght.domain.dietary.Allergen;
import com.ones1ght.domain.profile.ProfileDocument;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever labels declare, an allergy to it may be stated in a prompt as well as declared in a profile. */
class StatedAllergensTest {

    private static final Cookbook COOKBOOK = Cookbook.bundled();
    private static final PromptReader PROMPTS = new PromptReader(COOKBOOK, LanguageAnalyzer.bundled());

    @ParameterizedTest
    @EnumSource(Allergen.class)
    void anAllergyInThePromptShouldExcludeAllFoodsThatDeclareIt(Allergen allergen) {
        assertExcluded(allergen, stated("dinner please, I am allergic to " + words(allergen)));
    }

    @ParameterizedTest
    @CsvSource({
        "아황산염 알레르기가 있어요, SULPHITE",
        "亜硫酸塩アレルギーです, SULPHITE",
        "sulfites give me hives, SULPHITE",
        "젤라틴 못 먹어요, GELATIN",
        "ゼラチンアレルギー, GELATIN",
        "겨자 알레르기, MUSTARD",
        "からしアレルギー, MUSTARD",
        "보리 알레르기, BARLEY",
        "大麦アレルギー, BARLEY",
        "산마 알레르기, YAM",
        "山芋アレルギー, YAM",
        "귀리 알레르기, OAT",
        "전복 알레르기, ABALONE"
    })
    void itShouldDoSoInAnyLanguage(String prompt, Allergen allergen) {
        assertExcluded(allergen, stated(prompt));
    }

    @ParameterizedTest
    @CsvSource({"allergies", "알레르기", "アレルギー", "FOOD_ALLERGIES", "dietaryRestrictions"})
    void aDeclaredAllergyShouldExcludeThemUnderAnyKey(String key) {
        for (Allergen allergen : Allergen.values()) {
            String profile = "{\"%s\": [\"%s\"]}".formatted(key, words(allergen));
            assertExcluded(
                    allergen,
                    new ProfileReader(COOKBOOK.foods(), LanguageAnalyzer.bundled(), PROMPTS)
                            .read(new ProfileDocument(profile))
                            .exclusions());
        }
    }

    private static String words(Allergen allergen) {
        return allergen.code().replace('_', ' ');
    }

    private static Exclusions stated(String prompt) {
        return new Exclusions(PROMPTS.read(prompt).allergies(), Set.of(), Set.of(), Diet.NONE);
    }

    private static void assertExcluded(Allergen allergen, Exclusions exclusions) {
        assertThat(exclusions.hasAllergies()).isTrue();
        assertThat(COOKBOOK.foods().all())
                .filteredOn(food -> allergen.isDeclaredBy(food.dietary().allergens()))
                .allMatch(exclusions::isAllergen);
    }
}
