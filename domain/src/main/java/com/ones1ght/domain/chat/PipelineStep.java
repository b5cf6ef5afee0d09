package com.ones1ght.domain.chat;

/** The four steps of a run, in their order. */
public enum PipelineStep {
    /** Step 1: the model suggests a meal. */
    MEAL_SUGGEST,
    /** Step 2: the ingredients become a shopping list. */
    SHOPPING_LIST,
    /** Step 3: items that go well with the meal. */
    UPSELL_SURFACE,
    /** Step 4: ads and coupons. */
    BACK_LIST;

    /** 1 to 4. */
    public int number() {
        return ordinal() + 1;
    }
}
