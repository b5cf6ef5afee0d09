package com.ones1ght.adapters.llm.cookbook.meal;

import com.ones1ght.adapters.llm.cookbook.Cookbook;
import com.ones1ght.adapters.llm.cookbook.Diet;
import com.ones1ght.adapters.llm.cookbook.Dish;
import com.ones1ght.adapters.llm.cookbook.Exclusions;
import com.ones1ght.adapters.llm.cookbook.Food;
import com.ones1ght.adapters.llm.cookbook.Foods;
import com.ones1ght.adapters.llm.cookbook.JudgedFoods;
import com.ones1ght.adapters.llm.cookbook.RecipeIngredient;
import com.ones1ght.adapters.llm.cookbook.request.ConversationConstraints;
import com.ones1ght.adapters.llm.cookbook.request.MealRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Chooses the dish that fits best. When none is left, constraints are relaxed in this order: character, what is unwanted,
 * the diet; allergies never.
 */
final class DishChooser {

    private final Cookbook cookbook;

    DishChooser(Cookbook cookbook) {
        this.cookbook = cookbook;
    }

    /**
     * @return the dishes, best first, adapted to the exclusions that could be kept; never empty
     * @throws IllegalStateException when every dish of the cookbook contains an allergen; its plainest dish prevents that
     */
    List<DishVariant> ranked(MealRequest mealRequest) {
        Exclusions all = mealRequest.exclusions();
        Foods foods = cookbook.foods();
        JudgedFoods judged = foods.judgedBy(all);
        DishScore score = new DishScore(mealRequest, judged, cookbook);
        Predicate<Dish> fits = dish -> fitsCharacter(dish, mealRequest);
        int minutes = mealRequest.limits().minutes().orElse(Integer.MAX_VALUE);
        Predicate<Dish> any = dish -> true;
        Exclusions withoutTraces = all.withTraces(false);
        return Stream.<Supplier<List<DishVariant>>>of(
                        () -> ranked(
                                mealRequest, score, judged, fits.and(dish -> fitsTime(dish, minutes, mealRequest))),
                        () -> ranked(mealRequest, score, judged, fits),
                        () -> ranked(mealRequest, score, judged, any),
                        () -> ranked(mealRequest, score, foods.judgedBy(all.withoutUnwanted()), any),
                        () -> ranked(mealRequest, score, foods.judgedBy(withoutTraces), any),
                        () -> ranked(mealRequest, score, foods.judgedBy(withoutTraces.withoutUnwanted()), any),
                        () -> ranked(mealRequest, score, foods.judgedBy(withoutTraces.allergiesOnly()), any))
                .map(Supplier::get)
                .filter(variants -> !variants.isEmpty())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no dish is free of the allergens"));
    }

    private List<DishVariant> ranked(
            MealRequest mealRequest, DishScore score, JudgedFoods judged, Predicate<Dish> accepted) {
        Set<String> suitedTags = judged.exclusions().diet().suitedTags();
        // What is added replaces only what the same prompt takes out.
        Set<String> added = mealRequest.preferences().unwantedFoods().isEmpty()
                ? Set.of()
                : mealRequest.constraints().additions();
        List<Food> stated = cookbook.foods()
                .named(Exclusions.union(mealRequest.constraints().foods(), added));
        Set<Food> wanted = added.isEmpty()
                ? Set.copyOf(stated)
                : Set.copyOf(cookbook.foods().named(mealRequest.constraints().foods()));
        List<Scored> scored = new ArrayList<>();
        for (Dish dish : cookbook.dishes()) {
            if (accepted.test(dish)) {
                boolean isPlain = !isSpecial(dish, mealRequest, stated) && !isTouched(dish, judged, wanted);
                DishVariant variant = isPlain
                        ? DishVariant.of(dish)
                        : variant(dish, judged, mealRequest, suitedTags, stated).orElse(null);
                if (variant != null
                        && !variant.ingredients().isEmpty()
                        && (isAsked(dish, mealRequest) || !variant.holds(judged))) {
                    scored.add(new Scored(variant, score.of(variant)));
                }
            }
        }
        Collections.sort(scored);
        return scored.stream().map(Scored::variant).toList();
    }

    /** Whether it may have what is unwanted in it unseen, which is then said. */
    private static boolean isAsked(Dish dish, MealRequest mealRequest) {
        return mealRequest.isAskedFor(dish) || isOfKind(dish, mealRequest) || isNearest(dish, mealRequest);
    }

    /** Whether more may be changed in it than what is excluded asks for. */
    private static boolean isSpecial(Dish dish, MealRequest mealRequest, List<Food> stated) {
        return mealRequest.isAskedFor(dish)
                || Heat.isTooHot(dish, mealRequest.constraints())
                || !stated.isEmpty() && (isOfKind(dish, mealRequest) || isNearest(dish, mealRequest));
    }

    /** Whether anything is to be said against an ingredient, or what the recipe allows in its place is wanted. */
    private static boolean isTouched(Dish dish, JudgedFoods judged, Set<Food> wanted) {
        if (RecipeIngredient.isAny(dish.ingredients(), food -> judged.forbids(food) || judged.isDoubtful(food))) {
            return true;
        }
        if (!wanted.isEmpty()) {
            for (RecipeIngredient ingredient : dish.ingredients()) {
                if (RecipeIngredient.isAny(ingredient.alternatives(), wanted::contains)) {
                    return true;
                }
            }
        }
        return false;
    }

    private record Scored(DishVariant variant, int score) implements Comparable<Scored> {

        /** The best first. */
        @Override
        public int compareTo(Scored other) {
            return score != other.score
                    ? Integer.compare(other.score, score)
                    : other.variant.dish().id().compareTo(variant.dish().id());
        }
    }

    private static Optional<DishVariant> variant(
            Dish dish, JudgedFoods given, MealRequest mealRequest, Set<String> suitedTags, List<Food> stated) {
        Set<String> wanted = mealRequest.constraints().foods();
        boolean isSpiced = !dish.has("spicy") && Heat.isTooHot(dish, mealRequest.constraints());
        JudgedFoods judged = isSpiced ? given.and(Heat.NONE) : given;
        boolean isSuited = !Collections.disjoint(dish.tags(), suitedTags);
        if (mealRequest.isAskedFor(dish) || isSuited) {
            // What a diet excludes makes another dish of it: there is no vegan carbonara.
            boolean mayReduce = isSuited || judged.exclusions().diet().equals(Diet.NONE);
            boolean isSwapped = (mealRequest.changes(dish) || isNamedOtherwise(dish, mealRequest, stated))
                    && !usesAny(dish, wanted)
                    && (!mealRequest.preferences().foods().isEmpty()
                            || stated.stream().allMatch(Food::isProtein));
            JudgedFoods out = isSwapped ? judged.and(swappedFor(stated, dish, judged)) : judged;
            if (Heat.isRefused(mealRequest.constraints())
                    && dish.has("spicy")
                    && !mealRequest.preferences().dishes().contains(dish.id())) {
                return Heat.leftOut(dish, out, mealRequest);
            }
            return Heat.leftOut(dish, out, mealRequest)
                    .or(() -> Heat.reduced(dish, out, mealRequest))
                    .or(() -> DishVariant.of(dish, out, wanted, stated))
                    .or(() -> mayReduce ? DishVariant.reduced(dish, out, wanted, stated) : Optional.empty());
        }
        if ((isOfKind(dish, mealRequest) || isNearest(dish, mealRequest)) && !usesAny(dish, wanted)) {
            List<Food> proteins = stated.stream().filter(Food::isProtein).toList();
            return DishVariant.of(dish, judged.and(swappedFor(proteins, dish, judged)), wanted, proteins);
        }
        return DishVariant.of(dish, judged, wanted, List.of());
    }

    /** "Gyudon with chicken": a dish whose name says what is in it may have another meat or fish. */
    private static boolean isNamedOtherwise(Dish dish, MealRequest mealRequest, List<Food> stated) {
        Food main = dish.ingredients().get(0).food();
        return mealRequest.preferences().dishes().contains(dish.id())
                && stated.stream().anyMatch(food -> isMeatOrFish(food) && !food.is("processed-meat"))
                && isMeatOrFish(main)
                && dish.namesReplacement(main);
    }

    private static boolean isMeatOrFish(Food food) {
        return food.is("meat") || food.is("seafood");
    }

    private static boolean usesAny(Dish dish, Set<String> concepts) {
        for (RecipeIngredient ingredient : dish.ingredients()) {
            if (ingredient.food().isAllOfAny(concepts)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfKind(Dish dish, MealRequest mealRequest) {
        for (String tag : mealRequest.preferences().tags()) {
            if (Dish.KINDS.contains(tag) && dish.has(tag)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it stands for a dish that the cookbook lacks: for shrimp tacos tacos do, once there is shrimp in them. */
    private static boolean isNearest(Dish dish, MealRequest mealRequest) {
        return mealRequest.preferences().absentDishes().containsValue(dish.id());
    }

    /** "Shrimp pasta" is a pasta whose clams make way for shrimp; what is ruled out makes way by itself. */
    private static Exclusions swappedFor(List<Food> stated, Dish dish, JudgedFoods judged) {
        boolean hasPlace = dish.ingredients().stream()
                .map(RecipeIngredient::food)
                .anyMatch(food -> judged.forbids(food) && stated.stream().anyMatch(food::isOfKindOf));
        if (hasPlace) {
            return Exclusions.NONE;
        }
        Set<String> swapped = dish.ingredients().stream()
                .map(RecipeIngredient::food)
                .filter(food -> stated.stream().anyMatch(other -> !other.isSeasoning() && food.isOfKindOf(other)))
                .limit(1)
                .map(Food::key)
                .collect(Collectors.toSet());
        return new Exclusions(Set.of(), Set.of(), swapped, Diet.NONE);
    }

    private static boolean fitsTime(Dish dish, int minutes, MealRequest mealRequest) {
        return dish.minutes() <= minutes || mealRequest.preferences().dishes().contains(dish.id());
    }

    private static boolean fitsCharacter(Dish dish, MealRequest mealRequest) {
        ConversationConstraints constraints = mealRequest.constraints();
        if (mealRequest.preferences().dishes().contains(dish.id())) {
            // "Udon, but no soup": one word names a dish and what it is made of.
            boolean isUnwanted = mealRequest.preferences().unwantedTags().stream()
                    .anyMatch(tag -> Dish.KINDS.contains(tag) && dish.has(tag));
            return !isUnwanted && !mealRequest.exclusions().diet().endangers(dish);
        }
        return !(Heat.isRefused(constraints) && dish.has("spicy") && !mealRequest.refines(dish))
                && !hasUnwantedTag(dish, mealRequest)
                && !constraints.unwanted().dishes().contains(dish.id())
                && !mealRequest.exclusions().diet().forbids(dish);
    }

    private static boolean hasUnwantedTag(Dish dish, MealRequest mealRequest) {
        for (String tag : mealRequest.constraints().unwanted().tags()) {
            if (dish.has(tag) && !(tag.equals("spicy") && mealRequest.refines(dish))) {
                return true;
            }
        }
        return false;
    }
}
