package com.ones1ght.adapters.llm.embedded;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The bundled dishes, and the words by which people speak of them. Immutable. */
final class Cookbook {

    private static final List<String> FILES = List.of("korean.txt", "japanese.txt", "western.txt");

    private final Foods foods;
    private final Map<String, Dish> dishes;
    private final Lexicon lexicon;

    private Cookbook(Foods foods, Map<String, Dish> dishes, Lexicon lexicon) {
        this.foods = foods;
        this.dishes = dishes;
        this.lexicon = lexicon;
    }

    /** The one cookbook of the process, read when it is first asked for. */
    static Cookbook bundled() {
        return Holder.COOKBOOK;
    }

    private static Cookbook read() {
        Foods foods = Foods.bundled();
        DishReader reader = new DishReader(foods);
        Map<String, Dish> dishes = new LinkedHashMap<>();
        for (String file : FILES) {
            for (Dish dish : reader.read(ResourceText.lines(file))) {
                if (dishes.put(dish.id(), dish) != null) {
                    throw new IllegalStateException("dish " + dish.id() + " is there twice");
                }
            }
        }
        return new Cookbook(foods, dishes, Lexicon.of(foods, dishes.values()));
    }

    Foods foods() {
        return foods;
    }

    List<Dish> dishes() {
        return new ArrayList<>(dishes.values());
    }

    Optional<Dish> dish(String id) {
        return Optional.ofNullable(dishes.get(id));
    }

    Lexicon lexicon() {
        return lexicon;
    }

    /** Read on first use, not at the start of the server. */
    private static final class Holder {
        private static final Cookbook COOKBOOK = read();
    }
}
