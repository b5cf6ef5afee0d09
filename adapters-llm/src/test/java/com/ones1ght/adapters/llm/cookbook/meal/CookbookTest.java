package com.ones1ght.adapters.llm.cookbook.meal;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.adapters.llm.cookbook.AllergenFamilies;
import com.ones1ght.adapters.llm.cookbook.Cookbook;
import com.ones1ght.adapters.llm.cookbook.Diet;
import com.ones1ght.adapters.llm.cookbook.Dish;
import com.ones1ght.adapters.llm.cookbook.Exclusions;
import com.ones1ght.adapters.llm.cookbook.Foods;
import com.ones1ght.adapters.llm.cookbook.language.LanguageAnalyzer;
import com.ones1ght.adapters.llm.cookbook.language.PromptReader;
import com.ones1ght.domain.shared.Language;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CookbookTest {

    static Iterable<Dish> dishes() {
        return Cookbook.bundled().dishes();
    }

    @Test
    void theCookbookShouldBeRichInEveryCuisine() {
        assertThat(Cookbook.bundled().dishes()).hasSizeGreaterThanOrEqualTo(64);
        assertThat(Cookbook.bundled().dishes())
                .filteredOn(dish -> dish.has("korean"))
                .hasSizeGreaterThanOrEqualTo(22);
        assertThat(Cookbook.bundled().dishes())
                .filteredOn(dish -> dish.has("japanese"))
                .hasSizeGreaterThanOrEqualTo(20);
        assertThat(Cookbook.bundled().dishes())
                .filteredOn(dish -> dish.has("western"))
                .hasSizeGreaterThanOrEqualTo(20);
    }

    @ParameterizedTest
    @MethodSource("dishes")
    void everyDishShouldBeCompleteInThreeLanguages(Dish dish) {
        for (Language language : Language.values()) {
            DishVariant plain = DishVariant.of(dish);
            assertThat(plain.name(language)).isNotBlank().isEqualTo(dish.title().in(language));
            assertThat(plain.hook(language)).isNotBlank();
            assertThat(plain.method(language)).hasSizeGreaterThan(30);
        }
        assertThat(dish.title().ko()).matches(".*[가-힣].*");
        assertThat(dish.title().ja()).matches(".*[ぁ-んァ-ヶ一-龠].*");
        assertThat(dish.ingredients()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(dish.servings()).isBetween(1, 6);
        assertThat(dish.keywords()).hasSizeGreaterThanOrEqualTo(3);
    }

    @ParameterizedTest
    @MethodSource("dishes")
    void everyDishShouldBeFoundByItsOwnName(Dish dish) {
        PromptReader reader = new PromptReader(Cookbook.bundled(), LanguageAnalyzer.bundled());
        for (Language language : Language.values()) {
            assertThat(reader.read(dish.title().in(language)).dishes()).contains(dish.id());
        }
    }

    @ParameterizedTest
    @MethodSource("dishes")
    void noDishShouldHoldAnAllergenInAnyVariant(Dish dish) {
        Foods foods = Cookbook.bundled().foods();
        for (String allergen : Set.of(
                "crustacean",
                "mollusc",
                "shellfish",
                "fish",
                "egg",
                "milk",
                "wheat",
                "soy",
                "peanut",
                "treenut",
                "nut",
                "sesame",
                "buckwheat",
                "pork",
                "beef",
                "chicken",
                "meat",
                "seafood",
                "alcohol",
                "honey")) {
            Exclusions exclusions =
                    new Exclusions(new AllergenFamilies(foods).widen(Set.of(allergen)), Set.of(), Set.of(), Diet.NONE);
            DishVariant.of(dish, foods.judgedBy(exclusions)).ifPresent(variant -> assertThat(variant.ingredients())
                    .noneMatch(ingredient -> ingredient.food().contains(allergen)));
        }
    }
}
