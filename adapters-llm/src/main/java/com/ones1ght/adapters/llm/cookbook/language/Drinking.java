package com.ones1ght.adapters.llm.cookbook.language;

import com.ones1ght.adapters.llm.cookbook.Dish;
import com.ones1ght.adapters.llm.cookbook.Foods;
import java.util.Set;

/** What drinks that a text names tell of the dish. */
final class Drinking {

    private static final String MORNING_AFTER = "hangover";
    private static final String WITH_DRINKS = "drinks";
    private static final String SNACK = "snack";

    private Drinking() {}

    /**
     * The morning after, what was drunk is told, and when. Otherwise what goes with a drink at hand is wanted, where
     * nothing is said of the dish: "맥주는 있어, 먹을 거". A snack is sweet, unless it is to go with drinks.
     *
     * @param namesDish whether a dish or a food to be in it is asked for
     */
    static void apply(Set<String> tags, Set<String> additions, Set<String> atHand, boolean namesDish, Foods foods) {
        if (tags.contains(MORNING_AFTER)) {
            tags.remove("breakfast");
            additions.removeIf(added -> foods.isMember(added, "alcohol"));
        } else if (!namesDish
                && tags.stream().noneMatch(tag -> Dish.KINDS.contains(tag) || Dish.CUISINES.contains(tag))
                && atHand.stream().anyMatch(drink -> drink.equals("alcohol") || foods.isMember(drink, "alcohol"))) {
            tags.add(WITH_DRINKS);
        }
        if (tags.remove(SNACK) && !tags.contains(WITH_DRINKS)) {
            tags.add("dessert");
        }
    }
}
