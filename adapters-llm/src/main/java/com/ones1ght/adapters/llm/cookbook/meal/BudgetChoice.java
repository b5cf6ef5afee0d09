package com.ones1ght.adapters.llm.cookbook.meal;

import com.ones1ght.adapters.llm.cookbook.request.MealRequest;
import com.ones1ght.application.chat.port.PipelineRequest;
import com.ones1ght.domain.recommendation.Ingredient;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Keeps to what the shopper can spend: the best dish within the budget, or the cheapest one. All dishes are compared by
 * estimates, few of them by what this shopper would pay. A dish that was asked for stays, and so does a kind of dish.
 */
final class BudgetChoice {

    /** For "something cheap" the cheapest of so many good ones will do. */
    private static final int MAX_FRUGAL = 30;

    /** Looking at more would cost searches of the store. */
    private static final int MAX_PRICED = 10;

    private final PipelineRequest request;
    private final MealRequest mealRequest;
    private final Prices prices;
    private final Map<DishVariant, Optional<BigDecimal>> totals = new IdentityHashMap<>();
    private final Map<DishVariant, Optional<BigDecimal>> estimates = new IdentityHashMap<>();

    BudgetChoice(PipelineRequest request, MealRequest mealRequest, Prices prices) {
        this.request = request;
        this.mealRequest = mealRequest;
        this.prices = prices;
    }

    /** @param ranked the candidates, best first; not empty */
    DishVariant among(List<DishVariant> ranked) {
        DishVariant best = ranked.get(0);
        boolean hasBudget = mealRequest.limits().won().isPresent();
        if (!hasBudget && !mealRequest.isFrugal() || mealRequest.isAskedFor(best.dish())) {
            return best;
        }
        List<DishVariant> candidates = asGoodAs(best, ranked);
        if (!hasBudget) {
            return cheapest(candidates.subList(0, Math.min(MAX_FRUGAL, candidates.size())))
                    .orElse(best);
        }
        return first(candidates.stream().filter(this::seemsAffordable))
                .or(() -> first(cheapestFirst(candidates)))
                .or(() -> cheapest(candidates))
                .orElse(best);
    }

    /** Those that meet the same wishes as to food and kind of dish. */
    private List<DishVariant> asGoodAs(DishVariant best, List<DishVariant> ranked) {
        List<Predicate<DishVariant>> met = new ArrayList<>();
        mealRequest.constraints().tags().stream()
                .filter(best.dish()::has)
                .forEach(tag -> met.add(variant -> variant.dish().has(tag)));
        mealRequest.constraints().foods().stream()
                .filter(best::uses)
                .forEach(food -> met.add(variant -> variant.uses(food)));
        boolean wantsNew = mealRequest.wantsNewDish();
        return ranked.stream()
                .filter(variant -> met.stream().allMatch(wish -> wish.test(variant)))
                .filter(variant -> !wantsNew
                        || variant == best
                        || !mealRequest
                                .constraints()
                                .suggested()
                                .contains(variant.dish().id()))
                .toList();
    }

    private Optional<DishVariant> first(Stream<DishVariant> variants) {
        return variants.limit(MAX_PRICED).filter(variant -> !isOver(variant)).findFirst();
    }

    private Optional<DishVariant> cheapest(List<DishVariant> variants) {
        return cheapestFirst(variants)
                .limit(MAX_PRICED)
                .filter(variant -> total(variant).isPresent())
                .min(Comparator.comparing(variant -> total(variant).orElseThrow()));
    }

    private Stream<DishVariant> cheapestFirst(List<DishVariant> variants) {
        return variants.stream()
                .filter(variant -> estimate(variant).isPresent())
                .sorted(Comparator.comparing(variant -> estimate(variant).orElseThrow()));
    }

    private boolean seemsAffordable(DishVariant variant) {
        return estimate(variant).filter(this::isWithinBudget).isPresent();
    }

    /** Whether it costs more than the budget, or whether it does is not known. */
    boolean isOver(DishVariant variant) {
        return mealRequest.limits().won().isPresent()
                && total(variant).filter(this::isWithinBudget).isEmpty();
    }

    private boolean isWithinBudget(BigDecimal price) {
        return price.compareTo(BigDecimal.valueOf(mealRequest.limits().won().orElseThrow())) <= 0;
    }

    private Optional<BigDecimal> total(DishVariant variant) {
        return totals.computeIfAbsent(
                variant, priced -> prices.total(request, mealRequest, ingredients(priced, servings(priced))));
    }

    private Optional<BigDecimal> estimate(DishVariant variant) {
        return estimates.computeIfAbsent(variant, priced -> {
            int servings = servings(priced);
            String recipe = String.join(
                    " ",
                    priced.dish().id(),
                    String.valueOf(servings),
                    priced.recipeKey(),
                    mealRequest.constraints().amounts().toString(),
                    mealRequest.constraints().atHand().toString());
            return prices.estimate(request, recipe, () -> ingredients(priced, servings));
        });
    }

    private int servings(DishVariant variant) {
        return mealRequest.limits().servings(variant.dish().servings());
    }

    private List<Ingredient> ingredients(DishVariant variant, int servings) {
        return MealStep.ingredients(
                variant,
                servings,
                List.of(),
                mealRequest.constraints().amounts(),
                mealRequest.constraints().atHand());
    }
}
