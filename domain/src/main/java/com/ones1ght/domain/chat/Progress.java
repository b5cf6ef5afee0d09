package com.ones1ght.domain.chat;

import com.ones1ght.domain.shared.Require;
import org.jspecify.annotations.Nullable;

/**
 * How far the current run of a round is: so many steps are done, and the next one is running or failed. Never
 * goes back within a run.
 *
 * @param doneSteps how many steps are done, from the first on without a gap; 0 to 4
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

    /** How a client sees the step. */
    public StepState of(PipelineStep step) {
        if (step.number() <= doneSteps) {
            return StepState.DONE;
        }
        if (step.number() > doneSteps + 1) {
            return StepState.PENDING;
        }
        return stopped ? StepState.ERROR : StepState.RUNNING;
    }

    /** Whether the step is done. */
    public boolean isDone(PipelineStep step) {
        return of(step) == StepState.DONE;
    }

    /** Whether all steps are done. */
    public boolean isComplete() {
        return doneSteps == STEPS;
    }

    /** The step that runs or has failed; null when all are done. */
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
