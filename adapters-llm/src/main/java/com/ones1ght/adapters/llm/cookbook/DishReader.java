package com.ones1ght.adapters.llm.cookbook;

import com.ones1ght.adapters.llm.shared.ResourceText;
import com.ones1ght.domain.shared.LocalizedText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads dishes from text: a line {@code dish <id>} begins one; {@code use <food> <quantity> <measure>} adds
 * an ingredient, {@code use?} an optional one, and {@code > other, other} after it lists its alternatives;
 * every other line is a field.
 */
final class DishReader {

    /** A dish of at most so many minutes is tagged quick. */
    static final int QUICK_MINUTES = 25;

    private static final Set<String> CONTAINS_ITS_STARCH =
            Set.of("noodles", "pasta", "rice", "bowl", "bread", "porridge", "curry", "salad");

    private final Foods foods;

    DishReader(Foods foods) {
        this.foods = foods;
    }

    List<Dish> read(List<String> lines) {
        List<Dish> dishes = new ArrayList<>();
        List<String> block = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("dish ") && !block.isEmpty()) {
                dishes.add(readDish(block));
                block.clear();
            }
            block.add(line);
        }
        if (!block.isEmpty()) {
            dishes.add(readDish(block));
        }
        return dishes;
    }

    private Dish readDish(List<String> block) {
        Map<String, String> fields = new HashMap<>();
        List<RecipeIngredient> ingredients = new ArrayList<>();
        for (String line : block) {
            int space = line.indexOf(' ');
            String field = line.substring(0, space);
            String value = line.substring(space + 1).strip();
            if (field.startsWith("use")) {
                ingredients.add(readNeed(value, field.endsWith("?")));
            } else {
                fields.put(field, value);
            }
        }
        LocalizedText title = threeLanguages(fields, "title");
        int minutes = Integer.parseInt(field(fields, "minutes"));
        return new Dish(
                field(fields, "dish"),
                title,
                threeLanguages(fields, "hook"),
                new LocalizedText(field(fields, "ko"), field(fields, "en"), field(fields, "ja")),
                Integer.parseInt(field(fields, "servings")),
                minutes,
                tags(field(fields, "tags"), minutes, ingredients),
                ingredients,
                ResourceText.items(field(fields, "words")));
    }

    private static Set<String> tags(String listed, int minutes, List<RecipeIngredient> ingredients) {
        Set<String> tags = new LinkedHashSet<>(List.of(listed.split(" ")));
        if (minutes <= QUICK_MINUTES) {
            tags.add("quick");
        }
        if (CONTAINS_ITS_STARCH.stream().noneMatch(tags::contains)) {
            tags.add("with-rice");
        }
        if (!tags.contains("spicy")) {
            tags.add("mild");
        }
        if (ingredients.stream().map(RecipeIngredient::food).noneMatch(Diet.VEGETARIAN::forbids)) {
            tags.add("vegetarian");
        }
        return tags;
    }

    private RecipeIngredient readNeed(String text, boolean optional) {
        String[] halves = text.split(">", 2);
        String[] words = halves[0].strip().split(" ");
        int last = words.length - 1;
        String key = String.join(" ", List.of(words).subList(0, last - 1));
        List<Food> alternatives = new ArrayList<>();
        if (halves.length == 2) {
            ResourceText.items(halves[1]).forEach(name -> alternatives.add(foods.get(name)));
        }
        return new RecipeIngredient(
                foods.get(key), new BigDecimal(words[last - 1]), Measure.of(words[last]), optional, alternatives);
    }

    private static LocalizedText threeLanguages(Map<String, String> fields, String name) {
        List<String> columns = ResourceText.columns(field(fields, name), 3);
        return new LocalizedText(columns.get(0), columns.get(1), columns.get(2));
    }

    private static String field(Map<String, String> fields, String name) {
        String value = fields.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("dish " + fields.get("dish") + " has no " + name);
        }
        return value;
    }
}
