package com.ones1ght.adapters.llm.cookbook;

import com.ones1ght.adapters.llm.shared.ResourceText;
import com.ones1ght.domain.shared.Language;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The bundled dishes and foods. Immutable. */
public final class Cookbook {

    private static final List<String> FILES = List.of("korean.txt", "japanese.txt", "western.txt", "asian.txt");

    private static final List<String> MAIN_FOODS = List.of(
            "beef", "pork", "chicken", "lamb", "duck", "shrimp-kind", "crab-kind", "salmon", "squid", "tofu-kind");

    private final Foods foods;
    private final Map<String, Dish> dishes;
    private final List<Dish> inOrder;
    private final List<AbsentDish> absentDishes;
    private final Map<String, List<Food>> swaps;

    private Cookbook(Foods foods, Map<String, Dish> dishes, List<AbsentDish> absentDishes) {
        this.foods = foods;
        this.dishes = dishes;
        this.inOrder = List.copyOf(dishes.values());
        this.absentDishes = absentDishes;
        this.swaps = swaps(foods);
    }

    /** The only cookbook of the process, read on first use. */
    public static Cookbook bundled() {
        return Holder.COOKBOOK;
    }

    private static Cookbook read() {
        Foods foods = Foods.bundled();
        DishReader reader = new DishReader(foods);
        Map<String, Dish> dishes = new LinkedHashMap<>();
        for (String file : FILES) {
            for (Dish dish : reader.read(ResourceText.lines(Cookbook.class, file))) {
                if (dishes.put(dish.id(), dish) != null) {
                    throw new IllegalStateException("dish " + dish.id() + " is defined twice");
                }
            }
        }
        return new Cookbook(foods, dishes, AbsentDish.bundled(new NearestDish(dishes)));
    }

    public Foods foods() {
        return foods;
    }

    public List<Dish> dishes() {
        return inOrder;
    }

    public Optional<Dish> dish(String id) {
        return Optional.ofNullable(dishes.get(id));
    }

    /** What may stand for a food where a shopper asks for something else in its place, best first. */
    public List<Food> swapsFor(Food food) {
        return swaps.entrySet().stream()
                .filter(swap -> food.is(swap.getKey()))
                .flatMap(swap -> swap.getValue().stream())
                .toList();
    }

    private static Map<String, List<Food>> swaps(Foods foods) {
        Map<String, List<Food>> swaps = new LinkedHashMap<>();
        for (String line : ResourceText.lines(Cookbook.class, "swaps.txt")) {
            List<String> columns = ResourceText.columns(line, 2);
            swaps.put(
                    columns.get(0),
                    ResourceText.items(columns.get(1)).stream().map(foods::get).toList());
        }
        return swaps;
    }

    /** Well-known dishes that are not among {@link #dishes()}. */
    public List<AbsentDish> absentDishes() {
        return absentDishes;
    }

    /** What the dish nearest to an absent one has to be made with, to resemble it: the beef of "beef and broccoli". */
    public Optional<String> mainFoodOf(String absent) {
        return absentDishes.stream()
                .filter(dish -> !dish.with().isEmpty())
                .filter(dish -> dish.words().stream().anyMatch(absent::equalsIgnoreCase))
                .map(AbsentDish::with)
                .findFirst()
                .or(() -> MAIN_FOODS.stream()
                        .filter(food -> foods.words().get(food).stream().anyMatch(word -> names(absent, word)))
                        .findFirst());
    }

    /** English words stand apart from others; one syllable within a longer name may be a part of another word. */
    private static boolean names(String dish, String word) {
        if (word.charAt(0) <= 'z') {
            return (" " + dish + " ").contains(" " + word + " ");
        }
        return word.length() == 1 ? dish.startsWith(word) || dish.endsWith(word) : dish.contains(word);
    }

    /** How a language writes the name of an absent dish; empty where the name is none of that language. */
    public Optional<String> absentDish(String name, Language language) {
        return absentDishes.stream()
                .flatMap(dish -> dish.names().get(language).stream())
                .filter(known -> known.equalsIgnoreCase(name))
                .findFirst();
    }

    /** Read on first use, not at the start of the server. */
    private static final class Holder {
        private static final Cookbook COOKBOOK = read();
    }
}
