package com.ones1ght.adapters.persistence.chat;

import com.ones1ght.application.chat.port.RunUpdate;
import com.ones1ght.domain.chat.PipelineStep;
import java.time.Instant;

/** When the steps of an update were done, by column; the time of the update for those that are done with it. */
record StepTimes(Instant step1, Instant step2, Instant step3, Instant step4) {

    static StepTimes of(RunUpdate update, Instant now) {
        return new StepTimes(
                doneAt(update, PipelineStep.MEAL_SUGGEST, now),
                doneAt(update, PipelineStep.SHOPPING_LIST, now),
                doneAt(update, PipelineStep.UPSELL_SURFACE, now),
                doneAt(update, PipelineStep.BACK_LIST, now));
    }

    private static Instant doneAt(RunUpdate update, PipelineStep step, Instant now) {
        return update.doneAt().getOrDefault(step, now);
    }
}
