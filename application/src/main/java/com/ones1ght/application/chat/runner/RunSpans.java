package com.ones1ght.application.chat.runner;

import com.ones1ght.application.chat.port.ClaimedRun;
import com.ones1ght.application.shared.Correlation;
import com.ones1ght.application.shared.Span;
import com.ones1ght.application.shared.Tracing;
import com.ones1ght.application.shared.port.SpanRecorder.Role;
import com.ones1ght.domain.chat.PipelineSnapshot;
import com.ones1ght.domain.chat.PipelineStep;
import com.ones1ght.domain.chat.Round;
import java.time.Instant;
import java.util.Locale;

/**
 * The spans of a run, on whatever node: all of them are children of the request that the run was accepted with. The
 * repetition of a step, also after the loss of a node, is a further span.
 */
final class RunSpans {

    private RunSpans() {}

    /** The run was claimed; begins with the run's latest progress, and so shows for how long nobody worked on it. */
    static void claimed(Tracing tracing, ClaimedRun run, Instant now) {
        Instant since = run.round().updatedAt();
        Span span = tracing.begin(Role.CONSUMER, "round.claim", run.correlation(), since.isAfter(now) ? now : since);
        about(span, run.round())
                .with("com.ones1ght.tenant", run.tenantCode())
                .with("com.ones1ght.claims", run.claim().token())
                .end();
    }

    /** A call to the pipeline for the next step. */
    static Span step(Tracing tracing, ClaimedRun run, PipelineSnapshot snapshot) {
        return about(tracing.begin(Role.INTERNAL, "round.step", run.correlation()), run.round())
                .with(
                        "com.ones1ght.step",
                        snapshot.nextStep().map(RunSpans::name).orElse(null));
    }

    /** The merge of new steps with the store. */
    static Span merge(Tracing tracing, Round round, PipelineSnapshot snapshot) {
        return about(tracing.begin(Role.INTERNAL, "round.merge", Correlation.current()), round)
                .with("com.ones1ght.steps.shown", round.progress().doneSteps())
                .with("com.ones1ght.steps.done", snapshot.stepsDone());
    }

    private static Span about(Span span, Round round) {
        return span.with("com.ones1ght.round.id", round.id()).with("com.ones1ght.round.run", round.run());
    }

    private static String name(PipelineStep step) {
        return step.name().toLowerCase(Locale.ROOT);
    }
}
