package com.ones1ght.adapters.llm.cookbook.meal;

import com.ones1ght.adapters.llm.cookbook.Dish;
import com.ones1ght.adapters.llm.cookbook.Exclusions;
import com.ones1ght.adapters.llm.cookbook.language.MealPreferences;
import com.ones1ght.adapters.llm.cookbook.request.MealRequest;
import com.ones1ght.adapters.llm.shared.StableHash;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** How well a dish fits a request; higher is better, comparable within one request only. */
final class DishScore {

    private static final int NAMED = 1000;
    private static final int NEAREST = 400;
    private static final int ALREADY_SUGGESTED = -500;
    private static final int MISSING_FOOD = -150;
    private static final int MISSING_TAG = -120;
    private static final int ANCHOR = 90;
    private static final int NOT_FOR_DINNER = -60;
    private static final int PRESENT_FOOD = 60;
    private static final int MAIN_FOOD = 30;
    private static final int PRESENT_TAG = 40;
    private static final int TRACES = -80;
    private static final int CHANGED = -15;
    private static final int LIKED = 12;
    private static final int MAX_LIKED = 36;
    private static final int MINUTE_TOO_MUCH = -3;
    private static final int NOISE = 18;

    /** What is said of the shopper and not of dishes. */
    private static final Set<String> OF_SHOPPERS = Set.of("cheap", "minor");

    private final MealRequest mealRequest;

    DishScore(MealRequest mealRequest) {
        this.mealRequest = mealRequest;
    }

    int of(DishVariant variant) {
        Dish dish = variant.dish();
        int score = asked(variant) + liked(variant) + similarity(dish);
        if (mealRequest.preferences().dishes().contains(dish.id())) {
            score += NAMED;
        } else if (isNearestToAbsent(dish)) {
            score += NEAREST;
        } else if (mealRequest.refines(dish)) {
            score += ANCHOR;
        } else {
            score += CHANGED * (variant.replaced().size() + variant.dropped().size());
        }
        if (mealRequest.wantsNewDish() && mealRequest.constraints().suggested().contains(dish.id())) {
            score += ALREADY_SUGGESTED;
        }
        if (variant.ingredients().stream()
                .anyMatch(ingredient -> mealRequest.exclusions().mayBeAllergen(ingredient.food()))) {
            score += TRACES;
        }
        if (!dish.has("dinner") && mealRequest.constraints().tags().stream().noneMatch(dish::has)) {
            score += NOT_FOR_DINNER;
        }
        int minutes = mealRequest.limits().minutes().orElse(Integer.MAX_VALUE);
        score += MINUTE_TOO_MUCH * Math.max(0, dish.minutes() - minutes);
        // With a reference dish similarity decides; without one, the hash of the prompt varies the choice.
        int noise = mealRequest.reference().isPresent() ? NOISE / 3 : NOISE;
        return score + StableHash.below(noise, mealRequest.prompt(), dish.id());
    }

    private boolean isNearestToAbsent(Dish dish) {
        return !mealRequest.preferences().absentDishes().isEmpty()
                && mealRequest.reference().filter(dish::equals).isPresent();
    }

    private int asked(DishVariant variant) {
        int score = 0;
        for (String food : mealRequest.constraints().foods()) {
            if (variant.uses(food)) {
                score += PRESENT_FOOD + (isMain(variant, food) ? MAIN_FOOD : 0);
            } else {
                score += MISSING_FOOD;
            }
        }
        Set<String> tags = Exclusions.union(
                mealRequest.constraints().tags(),
                mealRequest.exclusions().diet().suitedTags());
        tags.removeAll(OF_SHOPPERS);
        for (String tag : tags) {
            score += variant.dish().has(tag) ? PRESENT_TAG : MISSING_TAG;
        }
        return score;
    }

    private static boolean isMain(DishVariant variant, String food) {
        return variant.ingredients().stream()
                .limit(2)
                .anyMatch(ingredient -> ingredient.food().is(food));
    }

    private int liked(DishVariant variant) {
        MealPreferences likes = mealRequest.shopper().likes();
        long hits = likes.tags().stream().filter(variant.dish()::has).count()
                + likes.foods().stream().filter(variant::uses).count()
                + (likes.dishes().contains(variant.dish().id()) ? 2 : 0);
        long misses = likes.unwantedTags().stream().filter(variant.dish()::has).count();
        return (int) (Math.min(MAX_LIKED, hits * LIKED) - misses * LIKED * 2);
    }

    /** Its similarity to the reference dish, 0 to 40. */
    private int similarity(Dish dish) {
        Optional<Dish> reference = mealRequest.reference();
        if (reference.isEmpty() || reference.get() == dish) {
            return 0;
        }
        Set<String> shared = new HashSet<>(dish.tags());
        shared.retainAll(reference.get().tags());
        int score = 0;
        for (String tag : shared) {
            score += Dish.KINDS.contains(tag) ? 12 : Dish.CUISINES.contains(tag) ? 10 : 2;
        }
        return Math.min(score, 40);
    }
}
