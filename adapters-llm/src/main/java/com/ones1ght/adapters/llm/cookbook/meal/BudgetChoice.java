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

    private static final BigDecimal CLEARLY_LESS = new BigDecimal("0.85");

    private final PipelineRequest request;
    private final MealRequest mealRequest;
    private final Prices prices;
    private final Map<DishVariant, Optional<BigDecimal>> totals = new IdentityHashMap<>();
    private final Map<DishVariant, Optional<BigDecimal>> estimates = new IdentityHashMap<>();

    private Optional<BigDecimal[]> saving = Optional.empty();

    BudgetChoice(PipelineRequest request, MealRequest mealRequest, Prices prices) {
        this.request = request;
        this.mealRequest = mealRequest;
        this.prices = prices;
    }

    /** @param ranked the candidates, best first; not empty */
    DishVariant among(List<DishVariant> ranked) {
        DishVariant best = ranked.get(0);
        if (mealRequest.asksForCheaper()) {
            Optional<DishVariant> before = ranked.stream()
                    .filter(variant -> mealRequest.keeps(variant.dish()))
                    .findFirst();
            if (before.flatMap(this::total).isPresent()) {
                return cheaperThan(before.get(), ranked);
            }
        }
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

    /** The one most like the dish before that costs clearly less, for as many people; that dish where none does. */
    private DishVariant cheaperThan(DishVariant before, List<DishVariant> ranked) {
        BigDecimal cost = total(before).orElseThrow();
        List<DishVariant> candidates = asGoodAs(before, ranked);
        DishVariant chosen = below(cost.multiply(CLEARLY_LESS), candidates)
                .or(() -> below(cost.subtract(BigDecimal.ONE), candidates))
                .orElse(before);
        if (chosen != before) {
            saving = total(chosen).map(price -> new BigDecimal[] {price, cost});
        }
        return chosen;
    }

    private Optional<DishVariant> below(BigDecimal limit, List<DishVariant> candidates) {
        Predicate<Optional<BigDecimal>> isWithin =
                price -> price.filter(it -> it.compareTo(limit) <= 0).isPresent();
        return candidates.stream()
                .filter(variant -> isWithin.test(estimate(variant)))
                .limit(MAX_PRICED)
                .filter(variant -> isWithin.test(total(variant)))
                .findFirst();
    }

    /** What the list costs now, and what that of the dish before did, where a cheaper one was asked for and found. */
    Optional<BigDecimal[]> saving() {
        return saving;
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

    /** By how much it costs more than the budget; empty where it does not, or where that is not known. */
    Optional<BigDecimal> excess(DishVariant variant) {
        return isOver(variant)
                ? total(variant)
                        .map(price -> price.subtract(
                                BigDecimal.valueOf(mealRequest.limits().won().orElseThrow())))
                : Optional.empty();
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
