package com.ones1ght.adapters.llm.cookbook.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.adapters.llm.cookbook.Cookbook;
import com.ones1ght.adapters.llm.cookbook.Exclusions;
import com.ones1ght.adapters.llm.cookbook.Food;
import com.ones1ght.adapters.llm.cookbook.Foods;
import com.ones1ght.adapters.llm.shared.ResourceText;
import com.ones1ght.domain.shared.Language;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each food in each sentence of refusals.txt: what a text refuses, well typed or not, it must not be taken to want. */
class RefusalSweepTest {

    private static final Foods FOODS = Cookbook.bundled().foods();
    private static final PromptReader READER = new PromptReader(Cookbook.bundled(), LanguageAnalyzer.bundled());
    private static final List<List<String>> LINES = ResourceText.lines(RefusalSweepTest.class, "refusals.txt").stream()
            .map(line -> ResourceText.columns(line, 3))
            .toList();

    @Test
    void whatIsRefusedShouldBeForbidden() {
        assertThat(sentences("refused")).hasSizeGreaterThan(7_000).allSatisfy((sentence, concept) -> {
            MealPreferences preferences = READER.read(sentence);
            assertThat(members(concept)).isNotEmpty().allMatch(exclusions(preferences)::forbids);
            assertThat(Exclusions.union(preferences.foods(), preferences.additions()))
                    .doesNotContain(concept);
        });
    }

    @Test
    void whatIsOnlyNamedShouldNotBeForbidden() {
        assertThat(sentences("named")).hasSizeGreaterThan(1_500).allSatisfy((sentence, concept) -> assertThat(
                        members(concept))
                .noneMatch(exclusions(READER.read(sentence))::forbids));
    }

    @Test
    void theLeastOfAnyFoodShouldBeForbidden() {
        Map<Language, String> forms = Map.of(
                Language.KO, "{0} 조금이라도 들어가면 큰일나요",
                Language.EN, "he can't have even a little {0}",
                Language.JA, "{0}が少しでも入っていたら大変です");
        assertThat(FOODS.all())
                .filteredOn(food -> !food.isStaple())
                .hasSizeGreaterThan(200)
                .allSatisfy(food -> forms.forEach((language, form) -> {
                    MealPreferences preferences =
                            READER.read(form.replace("{0}", food.name().in(language)));
                    assertThat(exclusions(preferences).forbids(food)).as(form).isTrue();
                    assertThat(preferences.amounts()).as(form).isEmpty();
                }));
    }

    private static Exclusions exclusions(MealPreferences preferences) {
        return new Exclusions(
                preferences.allergies(),
                preferences.unknownAllergens(),
                preferences.unwantedFoods(),
                preferences.diet());
    }

    private static List<Food> members(String concept) {
        return FOODS.all().stream().filter(food -> food.is(concept)).toList();
    }

    /** The sentences of a kind with each food of their language, and the food. */
    private static Map<String, String> sentences(String kind) {
        Map<String, String> sentences = new LinkedHashMap<>();
        for (List<String> form : LINES) {
            if (form.get(0).equals(kind)) {
                foods(form.get(1)).forEach(food -> sentences.put(form.get(2).replace("{0}", food[0]), food[1]));
            }
        }
        return sentences;
    }

    private static List<String[]> foods(String language) {
        List<String[]> foods = new ArrayList<>();
        for (List<String> line : LINES) {
            if (line.get(0).equals("foods") && line.get(1).equals(language)) {
                ResourceText.items(line.get(2)).forEach(item -> foods.add(item.split("=")));
            }
        }
        return foods;
    }
}
