package com.ones1ght.adapters.llm.cookbook.meal;

import com.ones1ght.adapters.llm.cookbook.request.MealRequest;
import com.ones1ght.application.chat.port.PipelineRequest;
import com.ones1ght.domain.recommendation.Ingredient;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What ingredients cost in the shopper's store. */
@FunctionalInterface
public interface Prices {

    /** The total of what is bought for them; empty where the store is unavailable. */
    Optional<BigDecimal> total(PipelineRequest request, MealRequest mealRequest, List<Ingredient> ingredients);
}
