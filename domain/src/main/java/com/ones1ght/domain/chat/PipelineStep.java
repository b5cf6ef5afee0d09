package com.ones1ght.domain.chat;

/** The four steps of a recommendation run, in their order. */
public enum PipelineStep {
    /** Step 1: the model suggests a meal. */
    MEAL_SUGGEST("meal_suggest"),
    /** Step 2: the ingredients become a shopping list. */
    SHOPPING_LIST("shopping_list"),
    /** Step 3: items that go well with the meal. */
    UPSELL_SURFACE("upsell_surface"),
    /** Step 4: ads and coupons. */
    BACK_LIST("back_list");

    private final String label;

    PipelineStep(String label) {
        this.label = label;
    }

    /** The step's name in {@code last_error}. */
    public String label() {
        return label;
    }

    /** 1 to 4. */
    public int number() {
        return ordinal() + 1;
    }
}
