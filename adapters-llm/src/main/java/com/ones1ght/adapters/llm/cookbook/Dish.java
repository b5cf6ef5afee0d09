package com.ones1ght.adapters.llm.cookbook;

import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.shared.LocalizedText;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A dish of the cookbook.
 *
 * @param id its name in files and in the raw output
 * @param title its name, of the dish as the recipe has it
 * @param name its name with what takes the place of main ingredients
 * @param hook a sentence that recommends it
 * @param method how it is made
 * @param servings for how many people the quantities are
 * @param pieces of how many pieces that people count it is, for all of the servings; 0 where they do not
 * @param minutes from the first cut to the table
 * @param tags cuisine, kind and character, for example {@code korean, stew, spicy}
 * @param ingredients in the order of the recipe
 * @param concepts keys and families of all ingredients
 * @param essence without which it is another dish: the egg of an omelette
 * @param keywords its names in all languages
 */
public record Dish(
        String id,
        LocalizedText title,
        DishText name,
        DishText hook,
        DishText method,
        int servings,
        int pieces,
        int minutes,
        Set<String> tags,
        List<RecipeIngredient> ingredients,
        Set<String> concepts,
        Set<Food> essence,
        List<String> keywords) {

    public static final Set<String> CUISINES = Set.of(
            "korean",
            "japanese",
            "western",
            "italian",
            "mexican",
            "french",
            "chinese",
            "indian",
            "mediterranean",
            "thai",
            "vietnamese",
            "latin",
            "asian");

    /** Tags of the kind of dish, as opposed to its character. */
    public static final Set<String> KINDS = Set.of(
            "soup",
            "stew",
            "hotpot",
            "noodles",
            "pasta",
            "bowl",
            "rice",
            "curry",
            "salad",
            "porridge",
            "grill",
            "fried",
            "stir-fry");

    /** Tags of what is had beside a dinner, or at another time. */
    public static final Set<String> COURSES = Set.of("drinks", "side", "dessert", "snack", "lunchbox", "breakfast");

    /** Tags of what a dish is cooked with, besides a stove. */
    public static final Set<String> DEVICES =
            Set.of("microwave", "rice-cooker", "oven", "air-fryer", "slow-cooker", "toaster", "griddle");

    public Dish {
        ingredients = List.copyOf(ingredients);
        concepts = Set.copyOf(concepts);
        essence = Set.copyOf(essence);
        tags = Set.copyOf(tags);
        keywords = List.copyOf(keywords);
    }

    /** Whether it has a tag that is asked for; one of the devices that there are will do. */
    public boolean meets(String tag, Set<String> asked) {
        return has(tag)
                || DEVICES.contains(tag) && asked.stream().anyMatch(device -> DEVICES.contains(device) && has(device));
    }

    /** Whether its name tells what is in the place of the food, so that it may be another. */
    public boolean namesReplacement(Food food) {
        return name.template(Language.EN).foods().contains(food.key())
                || name.template(Language.KO).foods().contains(food.key());
    }

    /** Whether nothing can stand for the food: it is its essence, or its first ingredient. */
    public boolean isMadeOf(Food food) {
        return essence.contains(food) || ingredients.get(0).food().equals(food);
    }

    /** Whether the food is what the dish is: its essence, its first ingredient, or one that its name mentions. */
    public boolean isNamedAfter(Food food) {
        List<String> words = List.of(title.en().toLowerCase(Locale.ROOT).split("[^a-z]+"));
        return isMadeOf(food)
                || List.of(food.key().split(" ")).stream().anyMatch(words::contains)
                || food.families().stream().anyMatch(words::contains);
    }

    public boolean has(String tag) {
        return tags.contains(tag);
    }

    /** Whether the recipe has an ingredient of this key or family. */
    public boolean uses(String concept) {
        return concepts.contains(concept);
    }

    /** For how many people so many pieces of it are; empty where people do not count them. */
    public OptionalInt servingsOf(int wanted) {
        return pieces == 0
                ? OptionalInt.empty()
                : OptionalInt.of(Math.max(1, (wanted * servings + pieces / 2) / pieces));
    }

    /** What is in the place of each food of the recipe, by its key, when the dish is made of these foods alone. */
    public Map<String, Food> actual(Set<String> foods) {
        Map<String, Food> actual = new HashMap<>();
        for (RecipeIngredient ingredient : ingredients) {
            Stream.concat(Stream.of(ingredient), ingredient.alternatives().stream())
                    .map(RecipeIngredient::food)
                    .filter(food -> foods.contains(food.key()))
                    .findFirst()
                    .ifPresent(food -> actual.put(ingredient.food().key(), food));
        }
        return actual;
    }

    /** Two dishes of one cookbook differ in their ids. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Dish dish && id.equals(dish.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
