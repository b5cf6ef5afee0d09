package com.ones1ght.domain.chat;

import com.ones1ght.domain.shared.Require;
import org.jspecify.annotations.Nullable;

/**
 * The progress of a round's current run. Never goes back within a run.
 *
 * @param doneSteps the number of finished steps, 0 to 4
 * @param stopped whether the run ended before its last step
 */
public record Progress(int doneSteps, boolean stopped) {

    /** The progress of a run that has just been accepted. */
    public static final Progress START = new Progress(0, false);

    private static final int STEPS = PipelineStep.values().length;

    public Progress {
        Require.that(doneSteps >= 0 && doneSteps <= STEPS, "doneSteps", "be between 0 and " + STEPS);
        Require.that(!stopped || doneSteps < STEPS, "stopped", "not be set once all steps are done");
    }

    /** The state of a step as clients see it. */
    public StepState of(PipelineStep step) {
        if (step.number() <= doneSteps) {
            return StepState.DONE;
        }
        if (step.number() > doneSteps + 1) {
            return StepState.PENDING;
        }
        return stopped ? StepState.ERROR : StepState.RUNNING;
    }

    public boolean isDone(PipelineStep step) {
        return of(step) == StepState.DONE;
    }

    public boolean isComplete() {
        return doneSteps == STEPS;
    }

    /** The step that is running or has failed; null when all are done. */
    public @Nullable PipelineStep current() {
        return isComplete() ? null : PipelineStep.values()[doneSteps];
    }

    Progress atLeast(int steps) {
        return steps > doneSteps ? new Progress(steps, stopped) : this;
    }

    Progress stop() {
        return isComplete() ? this : new Progress(doneSteps, true);
    }
}
