package com.ones1ght.domain.chat;

import com.ones1ght.domain.recommendation.BackList;
import com.ones1ght.domain.recommendation.Meal;
import com.ones1ght.domain.recommendation.ShoppingList;
import com.ones1ght.domain.recommendation.UpsellSurface;
import java.util.List;

/** Snapshots of a run by how many steps are done. */
final class Snapshots {
    static final StepOutput<Meal> MEAL =
            new StepOutput<>(new Meal("마파두부", null, null, null, null, List.of()), "{\"recipe_title\":\"마파두부\"}");
    static final StepOutput<ShoppingList> SHOPPING_LIST =
            new StepOutput<>(new ShoppingList(List.of(), null), "{\"items\":[]}");
    static final StepOutput<UpsellSurface> UPSELL_SURFACE =
            new StepOutput<>(new UpsellSurface(List.of()), "{\"items\":[],\"v\":1}");
    static final StepOutput<BackList> BACK_LIST =
            new StepOutput<>(new BackList(List.of()), "{\"back_recommendations\":[]}");

    private Snapshots() {}

    static PipelineSnapshot withSteps(int done) {
        PipelineSnapshot snapshot = PipelineSnapshot.empty();
        if (done >= 1) {
            snapshot = snapshot.withMeal(MEAL);
        }
        if (done >= 2) {
            snapshot = snapshot.withShoppingList(SHOPPING_LIST);
        }
        if (done >= 3) {
            snapshot = snapshot.withUpsellSurface(UPSELL_SURFACE);
        }
        if (done >= 4) {
            snapshot = snapshot.withBackList(BACK_LIST);
        }
        return snapshot;
    }
}
