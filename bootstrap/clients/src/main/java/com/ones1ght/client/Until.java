package com.ones1ght.client;

import com.ones1ght.client.model.PipelineProgress;
import com.ones1ght.client.model.Round;
import com.ones1ght.client.model.RoundStatus;
import com.ones1ght.client.model.StepState;
import java.util.List;

/** What to wait for: a step of a round, or its end. A round that is settled is waited for no longer in either case. */
public final class Until {

    public static final Until SETTLED = new Until(Integer.MAX_VALUE);

    /** The shopping list. */
    public static final Until LISTED = step(2);

    private final int step;

    private Until(int step) {
        this.step = step;
    }

    /** @param step 1 to 4 */
    public static Until step(int step) {
        if (step < 1 || step > 4) {
            throw new IllegalArgumentException("A round has the steps 1 to 4");
        }
        return new Until(step);
    }

    boolean isReached(Round round) {
        if (round.getStatus() != RoundStatus.IN_PROGRESS) {
            return true;
        }
        PipelineProgress progress = round.getPipelineProgress();
        List<StepState> steps =
                List.of(progress.getStep1(), progress.getStep2(), progress.getStep3(), progress.getStep4());
        return step <= steps.size() && steps.get(step - 1) == StepState.DONE;
    }
}
