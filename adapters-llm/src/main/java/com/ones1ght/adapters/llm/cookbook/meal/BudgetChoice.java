package com.ones1ght.adapters.llm.cookbook.meal;

import com.ones1ght.adapters.llm.cookbook.request.MealRequest;
import com.ones1ght.application.chat.port.PipelineRequest;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps to what the shopper can spend: the best dish within the budget, or the cheapest of the best ones. A dish that was
 * asked for stays.
 */
final class BudgetChoice {

    /** Looking at more would cost searches of the store, and suit the request less. */
    private static final int MAX_PRICED = 30;

    private final PipelineRequest request;
    private final MealRequest mealRequest;
    private final Prices prices;
    private final Map<DishVariant, Optional<BigDecimal>> totals = new HashMap<>();

    BudgetChoice(PipelineRequest request, MealRequest mealRequest, Prices prices) {
        this.request = request;
        this.mealRequest = mealRequest;
        this.prices = prices;
    }

    /** @param ranked the candidates, best first; not empty */
    DishVariant among(List<DishVariant> ranked) {
        DishVariant best = ranked.get(0);
        boolean hasBudget = mealRequest.limits().won().isPresent() || mealRequest.isFrugal();
        if (!hasBudget || mealRequest.isAskedFor(best.dish())) {
            return best;
        }
        List<DishVariant> candidates = ranked.subList(0, Math.min(MAX_PRICED, ranked.size()));
        if (mealRequest.limits().won().isPresent()) {
            Optional<DishVariant> affordable = candidates.stream()
                    .filter(variant -> total(variant).isPresent() && !isOver(variant))
                    .findFirst();
            if (affordable.isPresent()) {
                return affordable.get();
            }
        }
        return candidates.stream()
                .filter(variant -> total(variant).isPresent())
                .min(java.util.Comparator.comparing(variant -> total(variant).orElseThrow()))
                .orElse(best);
    }

    /** Whether it costs more than the budget, or whether it does is not known. */
    boolean isOver(DishVariant variant) {
        return mealRequest.limits().won().isPresent()
                && total(variant)
                        .map(total -> total.compareTo(BigDecimal.valueOf(
                                        mealRequest.limits().won().getAsInt()))
                                > 0)
                        .orElse(true);
    }

    private Optional<BigDecimal> total(DishVariant variant) {
        return totals.computeIfAbsent(
                variant,
                priced -> prices.total(
                        request,
                        mealRequest,
                        MealStep.ingredients(
                                priced,
                                MealStep.servings(priced.dish(), mealRequest.limits()),
                                List.of(),
                                mealRequest.constraints().amounts())));
    }
}
