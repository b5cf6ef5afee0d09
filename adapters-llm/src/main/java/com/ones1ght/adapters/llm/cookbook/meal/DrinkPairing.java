package com.ones1ght.adapters.llm.cookbook.meal;

import com.ones1ght.adapters.llm.cookbook.Cookbook;
import com.ones1ght.adapters.llm.cookbook.Dish;
import com.ones1ght.adapters.llm.cookbook.Exclusions;
import com.ones1ght.adapters.llm.cookbook.Food;
import com.ones1ght.adapters.llm.cookbook.Foods;
import com.ones1ght.adapters.llm.cookbook.RecipeIngredient;
import com.ones1ght.adapters.llm.cookbook.request.ConversationConstraints;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Resolves "add wine" to the drink that goes with the dish; any other addition stays as it is. */
final class DrinkPairing {

    private static final List<String> SOFT = List.of("grape juice", "sparkling water", "barley tea", "apple juice");

    static final List<String> DESSERTS =
            List.of("ice cream", "pudding", "cake", "strawberry", "apple", "orange", "grape", "banana");

    private final Cookbook cookbook;
    private final Foods foods;

    DrinkPairing(Cookbook cookbook) {
        this.cookbook = cookbook;
        this.foods = cookbook.foods();
    }

    /**
     * The foods and drinks to buy along with the dish.
     *
     * @param additions foods and families
     * @param exclusions what must not be among them
     * @param mayDrink whether alcohol may be
     */
    List<Food> resolve(Set<String> additions, DishVariant variant, Exclusions exclusions, boolean mayDrink) {
        List<Food> chosen = new ArrayList<>();
        for (String addition :
                additions.stream().filter(it -> !isThere(it, variant)).sorted().toList()) {
            candidates(addition, variant.dish(), mayDrink).stream()
                    .flatMap(key -> foods.find(key).stream())
                    .filter(food -> !exclusions.forbids(food) && (mayDrink || !food.is("alcohol")))
                    .findFirst()
                    .filter(food -> !chosen.contains(food) && !variant.uses(food.key()))
                    .ifPresent(chosen::add);
        }
        return chosen;
    }

    /** "Put the meat back in": any meat that is in the dish will do, unlike any vegetable. */
    private boolean isThere(String addition, DishVariant variant) {
        return foods.isFamily(addition)
                && variant.ingredients().stream()
                        .map(RecipeIngredient::food)
                        .anyMatch(food -> food.is(addition) && food.isProtein() && !food.is("mushroom"));
    }

    private List<String> candidates(String addition, Dish dish, boolean mayDrink) {
        if (addition.equals("dessert")) {
            return DESSERTS;
        }
        Optional<Food> food = foods.find(addition);
        boolean isAlcohol = foods.isWithin(addition, "alcohol")
                || food.filter(it -> it.is("alcohol")).isPresent();
        if (isAlcohol && !mayDrink || addition.equals(ConversationConstraints.ANY_DRINK) && !mayDrink) {
            return SOFT;
        }
        if (food.isPresent() && !foods.isFamily(addition)) {
            return List.of(addition);
        }
        List<String> drinks = drinksFor(dish);
        if (addition.equals(ConversationConstraints.ANY_DRINK) || addition.equals("alcohol")) {
            return drinks;
        }
        List<String> fitting = new ArrayList<>(drinks);
        fitting.removeIf(key -> !foods.get(key).is(addition));
        foods.all().stream()
                .filter(fit -> fit.isAllOf(addition))
                .sorted(Comparator.comparing(fit -> -timesBeside(fit, dish)))
                .map(Food::key)
                .forEach(fitting::add);
        return fitting;
    }

    /** How much the dishes that it is in are like this one: what goes into other stews goes into this one. */
    private int timesBeside(Food food, Dish dish) {
        return cookbook.dishes().stream()
                .filter(other -> other.ingredients().stream()
                        .anyMatch(ingredient -> ingredient.food().equals(food)))
                .mapToInt(other -> Likeness.of(other, dish))
                .sum();
    }

    /** Drinks in the order of how well they go with the dish. */
    private static List<String> drinksFor(Dish dish) {
        boolean isRed = dish.ingredients().stream()
                        .limit(3)
                        .anyMatch(ingredient -> ingredient.food().is("beef"))
                || dish.has("italian") && dish.has("hearty");
        String wine = isRed ? "red wine" : "white wine";
        String otherWine = isRed ? "white wine" : "red wine";
        String local = dish.has("korean")
                ? (dish.has("stew") || dish.has("grill") ? "soju bottle" : "makgeolli bottle")
                : dish.has("japanese") ? "sake bottle" : wine;
        List<String> drinks =
                new ArrayList<>(List.of(local, "lager beer", wine, otherWine, "sparkling wine", "sake bottle"));
        drinks.addAll(SOFT);
        return drinks;
    }
}
