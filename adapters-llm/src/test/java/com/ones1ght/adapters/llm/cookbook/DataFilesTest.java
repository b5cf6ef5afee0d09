package com.ones1ght.adapters.llm.cookbook;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.adapters.llm.shared.ResourceText;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The data files name foods, families, dishes and tags of one another: each of these has to exist. */
class DataFilesTest {

    private static final Cookbook COOKBOOK = Cookbook.bundled();
    private static final Foods FOODS = COOKBOOK.foods();

    @Test
    void foodsOfDietsShouldExist() {
        assertThat(items("diets.txt", 4, 1)).allMatch(DataFilesTest::isFoodOrFamily);
    }

    @Test
    void tagsOfDietsShouldBeThoseOfDishes() {
        Set<String> tags =
                COOKBOOK.dishes().stream().flatMap(dish -> dish.tags().stream()).collect(Collectors.toSet());

        assertThat(items("diets.txt", 4, 2)).allMatch(tag -> tags.contains(tag.replaceFirst("^!", "")));
        assertThat(tags).containsAll(items("diets.txt", 4, 3));
    }

    @Test
    void replacedFoodsShouldExist() {
        assertThat(items("substitutes.txt", 3, 0))
                .allMatch(key -> FOODS.find(key).isPresent());
    }

    @Test
    void hiddenContentsShouldExist() {
        assertThat(items("foods.txt", 10, 4)).allMatch(concept -> isFoodOrFamily(concept.replaceFirst("^[~*]", "")));
    }

    @Test
    void widerFamiliesShouldExist() {
        assertThat(items("families.txt", 6, 1)).allMatch(FOODS::isFamily);
    }

    @Test
    void dishesNearestToAbsentOnesShouldExist() {
        assertThat(COOKBOOK.absentDishes()).isNotEmpty().allMatch(dish -> COOKBOOK.dish(dish.nearest())
                .isPresent());
    }

    private static boolean isFoodOrFamily(String concept) {
        return FOODS.isFamily(concept) || FOODS.find(concept).isPresent();
    }

    private static List<String> items(String file, int columns, int column) {
        List<String> items = ResourceText.lines(Cookbook.class, file).stream()
                .flatMap(line ->
                        ResourceText.items(ResourceText.columns(line, columns).get(column)).stream())
                .toList();
        assertThat(items).isNotEmpty();
        return items;
    }
}
