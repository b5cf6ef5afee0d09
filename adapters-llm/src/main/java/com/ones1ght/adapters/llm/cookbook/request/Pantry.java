package com.ones1ght.adapters.llm.cookbook.request;

import com.ones1ght.adapters.llm.cookbook.Amount;
import com.ones1ght.adapters.llm.cookbook.Food;
import com.ones1ght.adapters.llm.cookbook.language.Supplies;
import java.util.Map;
import java.util.Optional;

/** What a shopper has at home and does not buy: what the conversation and the profile say. */
public final class Pantry {

    private final Supplies supplies;

    private Pantry(Supplies supplies) {
        this.supplies = supplies;
    }

    public static Pantry of(MealRequest mealRequest) {
        Supplies ofProfile = new Supplies(mealRequest.shopper().pantry(), Map.of());
        return new Pantry(mealRequest.constraints().atHand().and(ofProfile));
    }

    /** Whether the food is at hand, by its own name or by that of a family that it belongs to. */
    public boolean holds(Food food) {
        return supplies.hold(food);
    }

    /** How much of it has to be bought besides; empty where what is at hand is enough, or how much that is nobody said. */
    public Optional<Amount> missing(Food food, Amount needed) {
        if (!holds(food)) {
            return Optional.of(needed);
        }
        return supplies.of(food, needed.measure())
                .map(there -> needed.quantity().subtract(there.quantity()))
                .filter(rest -> rest.signum() > 0)
                .map(rest -> new Amount(rest, needed.measure()));
    }
}
