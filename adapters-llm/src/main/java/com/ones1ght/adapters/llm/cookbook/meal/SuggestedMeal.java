package com.ones1ght.adapters.llm.cookbook.meal;

import com.ones1ght.domain.chat.StepOutput;
import com.ones1ght.domain.dietary.DietaryReport;
import com.ones1ght.domain.recommendation.Meal;

/**
 * What step 1 suggests.
 *
 * @param meal the meal, with its raw output
 * @param report the restrictions that the prompt and the conversation state, and what the meal does not honour
 */
public record SuggestedMeal(StepOutput<Meal> meal, DietaryReport report) {}
