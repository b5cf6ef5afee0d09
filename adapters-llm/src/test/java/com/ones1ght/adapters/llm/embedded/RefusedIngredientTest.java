package com.ones1ght.adapters.llm.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.adapters.llm.cookbook.Cookbook;
import com.ones1ght.adapters.llm.cookbook.Dish;
import com.ones1ght.adapters.llm.cookbook.Food;
import com.ones1ght.adapters.llm.cookbook.FoodNames;
import com.ones1ght.application.store.port.FakeStoreCatalog;
import com.ones1ght.domain.chat.PipelineSnapshot;
import com.ones1ght.domain.recommendation.Meal;
import com.ones1ght.domain.shared.Language;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Asks for every dish without one of its ingredients, in a hurry: no recipe, list or offer holds it. */
class RefusedIngredientTest {

    private static final Map<Language, List<String>> FORMS = Map.of(
            Language.KO,
            List.of("%s, %s 뺴줘", "%s, %s 업이", "%s, %s 못머거요", "%s인데 %s 시러요", "%s, %s 알레지"),
            Language.EN,
            List.of("%s, hodl the %s", "%s withot %s", "%s, no %s", "%s, alergic to %s", "%s, skpi the %s"),
            Language.JA,
            List.of("%s、%s抜キで", "%s、%sナシで", "%s、%sはキライ", "%s、%sアレルギ", "%s、%s食べれ無い"));

    private final FakeStoreCatalog shop = Grocery.open();
    private final FoodNames names = new FoodNames(Cookbook.bundled().foods());

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatIsRefusedShouldBeNowhere(Language language) {
        List<Dish> dishes = Cookbook.bundled().dishes();
        for (int i = 0; i < dishes.size(); i++) {
            Dish dish = dishes.get(i);
            List<Food> foods = dish.ingredients().stream()
                    .map(ingredient -> ingredient.food())
                    .filter(food -> !food.isStaple() && !areAlike(dish, food, language))
                    .toList();
            Food refused = foods.get(i % foods.size());
            String form = FORMS.get(language).get(i % FORMS.get(language).size());
            String prompt =
                    form.formatted(dish.title().in(language), refused.name().in(language));

            PipelineSnapshot run = new Ask(shop).in(language).all(prompt);

            Meal meal = Objects.requireNonNull(run.meal()).value();
            List<Food> used = meal.ingredients().stream()
                    .flatMap(ingredient ->
                            Cookbook.bundled().foods().find(ingredient.name().en()).stream())
                    .toList();
            assertThat(used).as(prompt).noneMatch(food -> food.isOrComesFrom(refused.key()));
            assertThat(bought(run)).as(prompt).noneMatch(food -> food.isOrComesFrom(refused.key()));
            assertThat(names.strangers(meal.recipeDescription(), language, used))
                    .as(prompt)
                    .isEmpty();
        }
    }

    /** Without the roux of its name, the dish itself is refused. */
    private static boolean areAlike(Dish dish, Food food, Language language) {
        String title = dish.title().in(language);
        String name = food.name().in(language);
        return title.contains(name) || name.contains(title);
    }

    private static Stream<Food> bought(PipelineSnapshot run) {
        return Stream.of(
                        Objects.requireNonNull(run.shoppingList()).value().items().stream()
                                .map(line -> line.itemNameEn()),
                        Objects.requireNonNull(run.upsellSurface()).value().items().stream()
                                .map(item -> item.itemNameEn()),
                        Objects.requireNonNull(run.backList()).value().recommendations().stream()
                                .map(offer -> offer.itemNameEn()))
                .flatMap(offered -> offered)
                .filter(Objects::nonNull)
                .flatMap(name -> Cookbook.bundled().foods().find(name).stream());
    }
}
