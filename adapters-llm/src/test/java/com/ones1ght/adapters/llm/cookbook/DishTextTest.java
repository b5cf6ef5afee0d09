package com.ones1ght.adapters.llm.cookbook;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.domain.shared.Language;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DishTextTest {

    static Iterable<Dish> dishes() {
        return Cookbook.bundled().dishes();
    }

    @ParameterizedTest
    @MethodSource("dishes")
    void eachIngredientShouldHaveItsPlaceInTheMethodAndNoOther(Dish dish) {
        Set<String> recipe = dish.ingredients().stream()
                .map(ingredient -> ingredient.food().key())
                .collect(Collectors.toSet());
        for (Language language : Language.values()) {
            assertThat(recipe)
                    .containsAll(dish.name().template(language).foods())
                    .containsAll(dish.hook().template(language).foods());
            // Water is part of a stock.
            assertThat(dish.method().template(language).foods())
                    .isSubsetOf(recipe)
                    .containsAll(
                            recipe.stream().filter(key -> !key.equals("water")).toList());
        }
    }

    @ParameterizedTest
    @MethodSource("dishes")
    void noSentenceAboutARequiredIngredientShouldDependOnAnOptionalOne(Dish dish) {
        Map<String, Food> plain = new HashMap<>();
        dish.ingredients().stream()
                .filter(ingredient -> !ingredient.optional())
                .forEach(ingredient -> plain.put(ingredient.food().key(), ingredient.food()));
        for (Language language : Language.values()) {
            assertThat(dish.name().in(language, plain)).isNotBlank();
            assertThat(dish.hook().in(language, plain)).isNotBlank();
            String method = dish.method().in(language, plain);
            for (Food food : plain.values()) {
                Map<String, Food> marked = new HashMap<>(plain);
                marked.put(food.key(), Cookbook.bundled().foods().get("popcorn"));
                assertThat(food.key().equals("water")
                                || !dish.method().in(language, marked).equals(method))
                        .as("%s names %s in %s: %s", dish.id(), food.key(), language, method)
                        .isTrue();
            }
        }
    }
}
