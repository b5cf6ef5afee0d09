package com.ones1ght.adapters.llm.cookbook;

import com.ones1ght.adapters.llm.shared.ResourceText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads dishes from text: a line {@code dish <id>} begins one; {@code use <food> <quantity> <measure>} adds
 * an ingredient, {@code use?} an optional one, {@code use=} one whose quantity does not scale, and {@code > other, other 2 piece} after it lists its alternatives, with
 * their own quantities where those differ; every other line is a field.
 */
final class DishReader {

    /** A dish of at most so many minutes is tagged quick. */
    static final int QUICK_MINUTES = 25;

    private static final Set<String> ASIAN = Set.of("korean", "japanese", "chinese", "indian", "thai", "vietnamese");

    private static final Set<String> CONTAINS_ITS_STARCH =
            Set.of("noodles", "pasta", "rice", "bowl", "bread", "porridge", "curry", "salad");

    /** What a method takes to be cooked in, by the words that it says so with. */
    private static final Map<String, Pattern> EQUIPMENT = Map.of(
            "oven", Pattern.compile("\\b(?:[Bb]ake|[Rr]oast at|oven)\\b"),
            "air-fryer", Pattern.compile("air fryer"),
            "rice-cooker", Pattern.compile("rice cooker"),
            "toaster", Pattern.compile("toaster"));

    private static final Pattern QUANTITY = Pattern.compile("(.+?) (\\d+(?:\\.\\d+)?) ([a-z]+)");

    private final Foods foods;
    private final Substitutes substitutes;

    DishReader(Foods foods) {
        this.foods = foods;
        this.substitutes = Substitutes.bundled(foods);
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
                ingredients.add(readIngredient(value, !field.endsWith("="), field.endsWith("?")));
            } else {
                fields.put(field, value);
            }
        }
        DishText name = threeLanguages(fields, "title");
        int minutes = Integer.parseInt(field(fields, "minutes"));
        int servings = Integer.parseInt(field(fields, "servings"));
        return new Dish(
                field(fields, "dish"),
                name.of(actual(ingredients)),
                name,
                threeLanguages(fields, "hook"),
                DishText.parse(field(fields, "ko"), field(fields, "en"), field(fields, "ja")),
                servings,
                Integer.parseInt(fields.getOrDefault("pieces", "0")),
                minutes,
                tags(field(fields, "tags"), minutes, servings, ingredients, field(fields, "en")),
                ingredients,
                ingredients.stream()
                        .map(RecipeIngredient::food)
                        .flatMap(food -> Stream.concat(Stream.of(food.key()), food.families().stream()))
                        .collect(Collectors.toSet()),
                essence(fields.getOrDefault("essence", "")),
                ResourceText.items(field(fields, "words")));
    }

    private Set<Food> essence(String listed) {
        return ResourceText.items(listed).stream().map(foods::get).collect(Collectors.toSet());
    }

    private static Set<String> tags(
            String listed, int minutes, int servings, List<RecipeIngredient> ingredients, String method) {
        Set<String> tags = new LinkedHashSet<>(List.of(listed.split(" ")));
        EQUIPMENT.forEach((tag, words) -> {
            if (words.matcher(method).find()) {
                tags.add(tag);
            }
        });
        if (minutes <= QUICK_MINUTES) {
            tags.add("quick");
        }
        if (CONTAINS_ITS_STARCH.stream().noneMatch(tags::contains)) {
            tags.add("with-rice");
        }
        if (ASIAN.stream().anyMatch(tags::contains)) {
            tags.add("asian");
        }
        if (!tags.contains("spicy")) {
            tags.add("mild");
        }
        if (tags.contains("fried")) {
            tags.add("crispy");
        }
        if (Protein.isRich(ingredients, servings)) {
            tags.add("protein");
        }
        if (ingredients.stream().map(RecipeIngredient::food).noneMatch(Diet.VEGETARIAN::forbids)) {
            tags.add("vegetarian");
        }
        return tags;
    }

    private RecipeIngredient readIngredient(String text, boolean scales, boolean optional) {
        String[] halves = text.split(">", 2);
        Matcher amount = QUANTITY.matcher(halves[0].strip());
        if (!amount.matches()) {
            throw new IllegalArgumentException("no quantity in " + text);
        }
        Food food = foods.get(amount.group(1));
        BigDecimal quantity = new BigDecimal(amount.group(2));
        Measure measure = Measure.of(amount.group(3));
        List<RecipeIngredient> alternatives = new ArrayList<>();
        if (halves.length == 2) {
            ResourceText.items(halves[1])
                    .forEach(alternative -> alternatives.add(readAlternative(alternative, quantity, measure)));
        }
        alternatives.addAll(substitutes.of(food, quantity, measure));
        return new RecipeIngredient(food, quantity, measure, scales, optional, alternatives);
    }

    private RecipeIngredient readAlternative(String text, BigDecimal quantity, Measure measure) {
        Matcher amount = QUANTITY.matcher(text);
        return amount.matches()
                ? new RecipeIngredient(
                        foods.get(amount.group(1)),
                        new BigDecimal(amount.group(2)),
                        Measure.of(amount.group(3)),
                        true,
                        false,
                        List.of())
                : new RecipeIngredient(foods.get(text), quantity, measure, true, false, List.of());
    }

    private static Map<String, Food> actual(List<RecipeIngredient> ingredients) {
        Map<String, Food> actual = new HashMap<>();
        ingredients.forEach(ingredient -> actual.put(ingredient.food().key(), ingredient.food()));
        return actual;
    }

    private static DishText threeLanguages(Map<String, String> fields, String name) {
        List<String> columns = ResourceText.columns(field(fields, name), 3);
        return DishText.parse(columns.get(0), columns.get(1), columns.get(2));
    }

    private static String field(Map<String, String> fields, String name) {
        String value = fields.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("dish " + fields.get("dish") + " has no " + name);
        }
        return value;
    }
}
