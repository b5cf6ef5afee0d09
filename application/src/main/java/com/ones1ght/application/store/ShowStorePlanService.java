package com.ones1ght.application.store;

import com.ones1ght.domain.shared.NotFoundException;
import java.util.concurrent.CompletionStage;

/** Shows what {@link StorePlanBoard} knows. */
public final class ShowStorePlanService implements ShowStorePlanUseCase {

    private final StorePlanBoard plans;

    public ShowStorePlanService(StorePlanBoard plans) {
        this.plans = plans;
    }

    @Override
    public CompletionStage<StorePlan> show(Query query) {
        return plans.plan(query.store()).thenApply(plan -> plan.orElseThrow(NotFoundException::new));
    }
}
