package com.ones1ght.adapters.llm.cookbook.meal;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.adapters.llm.cookbook.Cookbook;
import com.ones1ght.adapters.llm.cookbook.Diet;
import com.ones1ght.adapters.llm.cookbook.Dish;
import com.ones1ght.adapters.llm.cookbook.Exclusions;
import com.ones1ght.adapters.llm.cookbook.Food;
import com.ones1ght.adapters.llm.cookbook.FoodNames;
import com.ones1ght.adapters.llm.cookbook.Foods;
import com.ones1ght.adapters.llm.cookbook.RecipeIngredient;
import com.ones1ght.domain.dietary.Allergen;
import com.ones1ght.domain.shared.Language;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is left out of a dish or replaced, its texts speak of what is in it, in whole sentences. */
class RecipeTextTest {

    private static final Foods FOODS = Cookbook.bundled().foods();
    private static final FoodNames NAMES = new FoodNames(FOODS);

    /** What an empty slot or a wrong particle leaves behind. */
    private static final Pattern BROKEN = Pattern.compile(
            "[{}\\[\\]~|]|\\((?:를|와|는|가|로)\\)| {2}|[,、] ?[,、.。]| [.,]|^[,、.。]|\\(\\)|（）|。。|\\.\\.| 을 | 를 | with\\.|"
                    + " of\\.");

    static Iterable<Dish> dishes() {
        return Cookbook.bundled().dishes();
    }

    @ParameterizedTest
    @MethodSource("dishes")
    void noTextShouldNameWhatIsNotInTheDish(Dish dish) {
        Set<List<Food>> seen = new HashSet<>();
        for (DishVariant variant : variants(dish)) {
            List<Food> foods =
                    variant.ingredients().stream().map(RecipeIngredient::food).toList();
            if (seen.add(foods)) {
                for (Language language : Language.values()) {
                    check(variant, foods, language);
                }
            }
        }
    }

    private static void check(DishVariant variant, List<Food> foods, Language language) {
        for (String text : List.of(variant.name(language), variant.hook(language), variant.method(language))) {
            assertThat(text).isNotBlank().doesNotContainPattern(BROKEN);
            assertThat(NAMES.strangers(text, language, foods)).as(text).isEmpty();
        }
        assertThat(variant.method(language)).hasSizeGreaterThan(20).endsWith(language == Language.JA ? "。" : ".");
    }

    /** The dish for each allergy, each diet, and without each of its ingredients. */
    private static List<DishVariant> variants(Dish dish) {
        List<Optional<DishVariant>> variants = new ArrayList<>();
        variants.add(variant(dish, Exclusions.NONE));
        Set<String> concepts = new HashSet<>(FOODS.words().keySet());
        // Vegetables in general make more than one dish.
        concepts.removeIf(concept -> !FOODS.isFamily(concept) || concept.equals("vegetable"));
        Arrays.stream(Allergen.values()).map(Allergen::code).forEach(concepts::add);
        for (String concept : concepts) {
            variants.add(variant(dish, new Exclusions(Set.of(concept), Set.of(), Set.of(), Diet.NONE)));
        }
        for (Diet diet : List.of(Diet.VEGETARIAN, Diet.VEGAN)) {
            variants.add(variant(dish, new Exclusions(Set.of(), Set.of(), Set.of(), diet)));
        }
        for (RecipeIngredient ingredient : dish.ingredients()) {
            String key = ingredient.food().key();
            variants.add(variant(dish, new Exclusions(Set.of(), Set.of(), Set.of(key), Diet.NONE)));
            ingredient.alternatives().stream()
                    .map(other -> DishVariant.of(
                            dish,
                            FOODS.judgedBy(Exclusions.NONE),
                            Set.of(other.food().key()),
                            List.of()))
                    .forEach(variants::add);
        }
        return variants.stream().flatMap(Optional::stream).toList();
    }

    private static Optional<DishVariant> variant(Dish dish, Exclusions exclusions) {
        return DishVariant.of(dish, FOODS.judgedBy(exclusions));
    }
}
