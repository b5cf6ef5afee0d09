package com.ones1ght.adapters.llm.cookbook.meal;

import com.ones1ght.adapters.llm.cookbook.Cookbook;
import com.ones1ght.adapters.llm.cookbook.Dish;
import com.ones1ght.adapters.llm.cookbook.Exclusions;
import com.ones1ght.adapters.llm.cookbook.Foods;
import com.ones1ght.adapters.llm.cookbook.JudgedFoods;
import com.ones1ght.adapters.llm.cookbook.RecipeIngredient;
import com.ones1ght.adapters.llm.cookbook.language.MealPreferences;
import com.ones1ght.adapters.llm.cookbook.language.Supplies;
import com.ones1ght.adapters.llm.cookbook.request.MealRequest;
import com.ones1ght.adapters.llm.shared.StableHash;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How well a dish fits a request; higher is better, comparable within one request only. */
final class DishScore {

    private static final int NAMED = 1000;
    private static final int NEAREST = 400;
    private static final int ALREADY_SUGGESTED = -500;
    private static final int MISSING_FOOD = -150;
    private static final int MISSING_KIND = -200;
    private static final int MISSING_TAG = -120;
    private static final int ANCHOR = 90;
    /** The dish before, changed as the prompt asks. */
    private static final int CHANGED_AS_ASKED = 300;

    private static final int NOT_FOR_DINNER = -150;
    private static final int PRESENT_FOOD = 60;
    private static final int MAIN_FOOD = 30;
    private static final int PRESENT_TAG = 40;
    private static final int RELATED_TAG = -60;
    /** A pasta that was asked for counts for more than how festive it is. */
    private static final int RELATED_KIND = -140;
    /** Present, but only in the place of something else: seafood pasta is vongole, and no carbonara with salmon. */
    private static final int SUBSTITUTED_FOOD = 20;

    private static final int TRACES = -80;
    /** Where a dish is to resemble another one, its label has to be read rather than another dish cooked. */
    private static final int TRACES_IN_SIMILAR = -5;

    private static final int CHANGED = -15;
    private static final int LIKED = 12;
    private static final int MAX_LIKED = 36;
    private static final int MINUTE_TOO_MUCH = -3;
    private static final int INGREDIENT_TOO_MUCH = -25;
    /** Minutes beyond which no dish is quick, however like the one that was asked for. */
    private static final int QUICK = 40;

    private static final int NOISE = 18;
    private static final int OWN_DISH = 15;
    private static final int HOME_CUISINE = 10;

    /** What is said of the shopper and not of dishes. */
    private static final Set<String> OF_SHOPPERS = Set.of("cheap", "minor");

    /** Kinds that come close to another one. */
    private static final Map<String, Set<String>> RELATED = Map.of(
            "pasta", Set.of("noodles"),
            "noodles", Set.of("pasta"),
            "soup", Set.of("stew", "hotpot"),
            "stew", Set.of("soup", "hotpot"),
            "hotpot", Set.of("stew", "soup"),
            "bowl", Set.of("rice"),
            "birthday", Set.of("party"),
            "one-pot", Set.of("oven", "one-pan"),
            "slow-cooker", Set.of("stew"),
            "pressure-cooker", Set.of("stew"));

    private final MealRequest mealRequest;
    private final JudgedFoods judged;
    private final Set<String> askedTags;
    private final boolean asksForKind;
    private final Foods catalogue;
    private final List<Dish> beside;
    private final int maxMinutes;
    private final int maxIngredients;
    private final boolean hasAllergies;
    private final String homeCuisine;
    private final @Nullable Dish reference;
    private final byte[] seed;

    /** @param judged by all that the request excludes */
    DishScore(MealRequest mealRequest, JudgedFoods judged, Cookbook cookbook) {
        this.mealRequest = mealRequest;
        this.judged = judged;
        this.catalogue = cookbook.foods();
        this.beside = mealRequest.preferences().beside().stream()
                .flatMap(id -> cookbook.dish(id).stream())
                .toList();
        this.askedTags = Exclusions.union(
                mealRequest.constraints().tags(),
                mealRequest.exclusions().diet().suitedTags());
        askedTags.removeAll(OF_SHOPPERS);
        this.asksForKind = askedTags.stream().anyMatch(Dish.KINDS::contains);
        this.maxMinutes = mealRequest.limits().minutes().orElse(Integer.MAX_VALUE);
        this.maxIngredients = mealRequest.limits().ingredients().orElse(Integer.MAX_VALUE);
        this.hasAllergies = mealRequest.exclusions().hasAllergies();
        this.reference = mealRequest.reference().orElse(null);
        this.homeCuisine = reference == null ? mealRequest.homeCuisine() : "";
        this.seed = (mealRequest.prompt() + "\n").getBytes(StandardCharsets.UTF_8);
    }

    int of(DishVariant variant) {
        Dish dish = variant.dish();
        int score = asked(variant) + liked(variant) + (reference == null ? 0 : Likeness.of(dish, reference));
        if (mealRequest.preferences().dishes().contains(dish.id())) {
            score += NAMED;
        } else if (isNearestToAbsent(dish)) {
            score += NEAREST;
        } else if (mealRequest.refines(dish)) {
            boolean isMet = mealRequest.changes(dish)
                    && mealRequest.constraints().foods().stream().anyMatch(variant::uses);
            score += mealRequest.keepsToDish() ? NAMED : isMet ? CHANGED_AS_ASKED : ANCHOR;
        } else {
            score += CHANGED * (variant.replaced().size() + variant.dropped().size());
        }
        if (mealRequest.constraints().suggested().contains(dish.id()) && mealRequest.wantsNewDish()) {
            score += ALREADY_SUGGESTED;
        }
        if (hasAllergies && !mealRequest.isAskedFor(dish) && mayHoldTraces(variant)) {
            score += reference == null ? TRACES : TRACES_IN_SIMILAR;
        }
        if (!mealRequest.isAskedFor(dish) && variant.holds(judged)) {
            score += MISSING_FOOD;
        }
        if (!dish.has("dinner") && !mealRequest.isAskedFor(dish) && !isAskedCourse(dish)) {
            score += NOT_FOR_DINNER;
        }
        for (Dish main : beside) {
            score += dish.equals(main) ? ALREADY_SUGGESTED : Likeness.beside(dish, main);
        }
        if (dish.has(homeCuisine)) {
            score += HOME_CUISINE;
        }
        score += MINUTE_TOO_MUCH * Math.max(0, dish.minutes() - maxMinutes);
        if (maxIngredients < Integer.MAX_VALUE) {
            score += INGREDIENT_TOO_MUCH * Math.max(0, variant.bought() - maxIngredients);
        }
        // With a reference dish similarity decides; without one, the hash of the prompt varies the choice.
        int noise = reference == null ? NOISE : NOISE / 6;
        return score + StableHash.below(noise, seed, dish.id().getBytes(StandardCharsets.UTF_8));
    }

    private boolean isAskedCourse(Dish dish) {
        for (String tag : askedTags) {
            if (dish.has(tag) && (Dish.COURSES.contains(tag) || Dish.KINDS.contains(tag))) {
                return true;
            }
        }
        return false;
    }

    private boolean mayHoldTraces(DishVariant variant) {
        return RecipeIngredient.isAny(variant.ingredients(), judged::mayBeAllergen);
    }

    private boolean isNearestToAbsent(Dish dish) {
        boolean isInTime = dish.minutes() <= Math.max(QUICK, maxMinutes) || !askedTags.contains("quick");
        return isInTime && !mealRequest.preferences().absentDishes().isEmpty() && dish.equals(reference);
    }

    private int asked(DishVariant variant) {
        int score = 0;
        for (String food : mealRequest.constraints().foods()) {
            if (variant.uses(food)) {
                if (isOnlyLikeWhatIsThere(variant, food)) {
                    score += SUBSTITUTED_FOOD;
                    continue;
                }
                boolean isOwn = variant.replaced().isEmpty() || variant.dish().uses(food);
                score += (isOwn ? PRESENT_FOOD : SUBSTITUTED_FOOD) + (isMain(variant, food) ? MAIN_FOOD : 0);
                score += variant.ingredients().get(0).food().is(food) ? OWN_DISH : 0;
            } else if (!variant.usesAny(mealRequest.constraints().foods(), food, catalogue)) {
                score += MISSING_FOOD;
            }
        }
        for (String tag : askedTags) {
            if (variant.dish().meets(tag, askedTags) || isMadeMild(variant, tag)) {
                score += isNoodleSoup(variant, tag) ? 0 : PRESENT_TAG;
            } else if (!isMadeSpicy(variant, tag)) {
                boolean isRelated = isRelated(variant.dish(), tag) || asksForKind && Dish.CUISINES.contains(tag);
                score += isRelated
                        ? Dish.KINDS.contains(tag) ? RELATED_KIND : RELATED_TAG
                        : Dish.KINDS.contains(tag) || Dish.COURSES.contains(tag) ? MISSING_KIND : MISSING_TAG;
            }
        }
        return score;
    }

    /** Bacon uses up no boiled pork. */
    private boolean isOnlyLikeWhatIsThere(DishVariant variant, String food) {
        Supplies atHand = mealRequest.constraints().atHand();
        return atHand.foods().contains(food) && !RecipeIngredient.isAny(variant.ingredients(), atHand::hold);
    }

    private static boolean isRelated(Dish dish, String tag) {
        for (String related : RELATED.getOrDefault(tag, Set.of())) {
            if (dish.has(related)) {
                return true;
            }
        }
        return false;
    }

    /** A soup is had beside something; noodles in soup are a meal of their own. */
    private boolean isNoodleSoup(DishVariant variant, String tag) {
        return tag.equals("soup") && variant.dish().has("noodles") && !askedTags.contains("noodles");
    }

    /** The dish before, asked for mild or for children, is mild once what makes it hot is left out. */
    private boolean isMadeMild(DishVariant variant, String tag) {
        return (tag.equals("mild") || tag.equals("kids")) && mealRequest.refines(variant.dish()) && variant.isMild();
    }

    /** Chilies make the dish before spicy, unless it is sweet; one that is spicy by itself does as well. */
    private boolean isMadeSpicy(DishVariant variant, String tag) {
        return tag.equals("spicy")
                && mealRequest.refines(variant.dish())
                && !variant.dish().has("dessert");
    }

    private static boolean isMain(DishVariant variant, String food) {
        List<RecipeIngredient> ingredients = variant.ingredients();
        return ingredients.get(0).food().is(food)
                || ingredients.size() > 1 && ingredients.get(1).food().is(food);
    }

    private int liked(DishVariant variant) {
        MealPreferences likes = mealRequest.shopper().likes();
        int hits = likes.dishes().contains(variant.dish().id()) ? 2 : 0;
        for (String tag : likes.tags()) {
            hits += variant.dish().has(tag) ? 1 : 0;
        }
        for (String food : likes.foods()) {
            hits += variant.uses(food) ? 1 : 0;
        }
        int misses = 0;
        for (String tag : likes.unwantedTags()) {
            misses += variant.dish().has(tag) ? 1 : 0;
        }
        return Math.min(MAX_LIKED, hits * LIKED) - misses * LIKED * 2;
    }
}
