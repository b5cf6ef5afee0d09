package com.ones1ght.adapters.llm.cookbook.meal;

import com.ones1ght.adapters.llm.cookbook.request.MealRequest;
import com.ones1ght.application.chat.port.PipelineRequest;
import com.ones1ght.domain.recommendation.Ingredient;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What ingredients cost in the shopper's store. */
public interface Prices {

    /** The total of what is bought for them; empty where the store is unavailable. */
    Optional<BigDecimal> total(PipelineRequest request, MealRequest mealRequest, List<Ingredient> ingredients);

    /**
     * What a recipe costs whoever shops, as of some minutes ago; cheap. Empty where the store is unavailable.
     *
     * @param recipe names the ingredients; the same name always stands for the same ones
     */
    Optional<BigDecimal> estimate(PipelineRequest request, String recipe, Supplier<List<Ingredient>> ingredients);
}
