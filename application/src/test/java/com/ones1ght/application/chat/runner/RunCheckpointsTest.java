package com.ones1ght.application.chat.runner;

import static com.ones1ght.application.chat.runner.ScriptedPipeline.failing;
import static com.ones1ght.application.chat.runner.ScriptedPipeline.held;
import static com.ones1ght.application.chat.runner.ScriptedPipeline.nextStep;
import static com.ones1ght.application.chat.runner.ScriptedPipeline.nothingNewBefore;
import static com.ones1ght.application.chat.runner.ScriptedPipeline.steps;
import static com.ones1ght.application.chat.runner.ScriptedPipeline.unavailable;
import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.application.chat.RoundView;
import com.ones1ght.application.chat.port.RunSamples;
import com.ones1ght.application.chat.port.RunUpdate;
import com.ones1ght.application.shared.ManualExecutor;
import com.ones1ght.application.shared.port.StorageFixture.Started;
import com.ones1ght.domain.chat.PipelineSnapshot;
import com.ones1ght.domain.chat.PipelineStep;
import com.ones1ght.domain.chat.RoundState;
import com.ones1ght.domain.chat.RunFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Steps that follow each other within milliseconds are saved together. */
class RunCheckpointsTest {

    private static final Duration CHECKPOINT = Duration.ofMillis(50);
    private static final RunFailure FAILURE =
            new RunFailure.StepFailed(PipelineStep.UPSELL_SURFACE, RunFailure.Cause.UPSTREAM_TIMEOUT);

    private final Bench bench = new Bench();
    private final Started started = bench.aChargedRound();
    private final Instant begun = bench.clock.instant();

    @BeforeEach
    void goOnInMemory() {
        bench.checkpoint = CHECKPOINT;
    }

    private void eachStepTakes(Duration time) {
        bench.pipeline.fromThenOn(call -> {
            bench.clock.advance(time);
            return nextStep().to(call);
        });
    }

    @Test
    void quickStepsShouldBeSavedOnceAndKeepTheirTimes() {
        eachStepTakes(Duration.ofMillis(10));
        bench.aNode().wake();

        bench.executor.runAll();

        RoundView view = bench.view(started);
        assertThat(view.state()).isEqualTo(RoundState.COMPLETED);
        assertThat(view.todos()).isNotNull();
        assertThat(view.recommendedItems()).isNotNull();
        assertThat(view.notifications()).isNotNull();
        assertThat(bench.pipeline.askedAfterSteps()).containsExactly(0, 1, 2, 3);
        assertThat(bench.savedSteps()).containsExactly(4);
        assertThat(bench.changed).containsExactly(started.chat().id());
        assertThat(bench.storage.runQueue().saved())
                .extracting(RunUpdate::doneAt)
                .containsExactly(Map.of(
                        PipelineStep.MEAL_SUGGEST, begun.plusMillis(10),
                        PipelineStep.SHOPPING_LIST, begun.plusMillis(20),
                        PipelineStep.UPSELL_SURFACE, begun.plusMillis(30)));
        // One for the products of all steps, one for the signages.
        assertThat(bench.store.calls()).isEqualTo(2);
    }

    @Test
    void saveShouldNotHoldUpTheStepsOfOtherRuns() {
        bench.saves = new ManualExecutor();
        Started other = bench.aChargedRound();
        bench.aNode().wake();

        bench.executor.runAll();

        assertThat(bench.pipeline.askedAfterSteps()).containsExactly(0, 1, 2, 3, 0, 1, 2, 3);
        assertThat(bench.savedSteps()).isEmpty();

        bench.saves.runAll();
        assertThat(bench.view(started).state()).isEqualTo(RoundState.COMPLETED);
        assertThat(bench.view(other).state()).isEqualTo(RoundState.COMPLETED);
    }

    @Test
    void saveThatIsRejectedShouldBeRepeatedAndNoStep() {
        bench.saves = new ManualExecutor();
        bench.saves.reject(true);
        bench.aStartedNode();
        bench.settle();
        bench.saves.reject(false);

        bench.pass(Duration.ofSeconds(2));
        bench.saves.runAll();

        assertThat(bench.view(started).state()).isEqualTo(RoundState.COMPLETED);
        assertThat(bench.pipeline.askedAfterSteps()).containsExactly(0, 1, 2, 3);
    }

    @Test
    void stepShouldBeSavedWhenItEndsAfterTheTimeOfACheckpoint() {
        eachStepTakes(Duration.ofMillis(30));
        bench.aStartedNode();

        bench.settle();

        assertThat(bench.savedSteps()).containsExactly(2, 4);
        assertThat(bench.view(started).state()).isEqualTo(RoundState.COMPLETED);
    }

    @Test
    void slowStepShouldBeSavedByItself() {
        eachStepTakes(CHECKPOINT);
        bench.aStartedNode();

        bench.settle();

        assertThat(bench.savedSteps()).containsExactly(1, 2, 3, 4);
    }

    @Test
    void stepsBeforeAModelsShouldBeShownWhileItWorks() {
        CompletableFuture<PipelineSnapshot> slow = new CompletableFuture<>();
        bench.pipeline.then(steps(1)).then(steps(2)).then(held(slow));
        bench.aStartedNode();

        bench.settle();

        assertThat(bench.savedSteps()).containsExactly(2);
        assertThat(bench.view(started).todos()).isNotNull();

        slow.complete(RunSamples.snapshotUpToStep(3));
        bench.settle();

        assertThat(bench.savedSteps()).containsExactly(2, 3, 4);
        assertThat(bench.pipeline.askedAfterSteps()).containsExactly(0, 1, 2, 3);
    }

    @Test
    void stepsThatCannotBeShownWhileAModelWorksShouldBeShownWithItsAnswer() {
        CompletableFuture<PipelineSnapshot> slow = new CompletableFuture<>();
        bench.pipeline.then(steps(1)).then(steps(2)).then(held(slow));
        bench.store.goAway();
        bench.aStartedNode();
        bench.pass(Duration.ofSeconds(5));
        assertThat(bench.pipeline.askedAfterSteps())
                .as("nobody else is asked meanwhile")
                .containsExactly(0, 1, 2);
        assertThat(bench.view(started).progress().doneSteps()).isEqualTo(1);

        bench.store.comeBack();
        slow.complete(RunSamples.snapshotUpToStep(3));
        bench.pass(Duration.ofSeconds(1));

        assertThat(bench.view(started).state()).isEqualTo(RoundState.COMPLETED);
        assertThat(bench.pipeline.askedAfterSteps()).containsExactly(0, 1, 2, 3);
        assertThat(bench.pipeline.overlapped()).isFalse();
    }

    @Test
    void mergeThatFailsWhileAModelWorksShouldEndTheRoundAndReleaseTheModel() {
        CompletableFuture<PipelineSnapshot> slow = new CompletableFuture<>();
        bench.pipeline.then(steps(1)).then(steps(2)).then(held(slow));
        bench.store.whenAsked(() -> {
            throw new IllegalStateException("on purpose");
        });
        bench.aStartedNode();
        bench.settle();
        assertThat(bench.view(started).state()).isEqualTo(RoundState.ERROR);

        slow.complete(RunSamples.snapshotUpToStep(3));
        bench.settle();

        assertThat(bench.pipeline.abandoned()).hasSize(1);
        assertThat(bench.storage.runQueue().saved()).hasSize(1);
        assertThat(bench.balance(started)).isEqualTo(10);
    }

    @Test
    void stepsBeforeAWaitShouldBeSaved() {
        Instant later = begun.plusSeconds(20);
        bench.pipeline.then(steps(1)).then(steps(2)).then(nothingNewBefore(later));
        bench.aStartedNode();

        bench.settle();

        assertThat(bench.savedSteps()).containsExactly(2);
        assertThat(bench.view(started).todos()).isNotNull();
        assertThat(bench.pipeline.calls()).hasSize(3);
    }

    @Test
    void stepsBeforeOneThatIsUnavailableShouldBeShownWhileItIsRepeated() {
        bench.pipeline.then(steps(1)).then(steps(2)).fromThenOn(unavailable(FAILURE, null));
        bench.aStartedNode();
        bench.settle();
        assertThat(bench.savedSteps()).containsExactly(2);
        assertThat(bench.view(started).todos()).isNotNull();

        bench.pipeline.fromThenOn(nextStep());
        bench.pass(Duration.ofSeconds(20));

        assertThat(bench.savedSteps()).containsExactly(2, 4);
    }

    @Test
    void stepsBeforeADefectShouldStayWithTheRoundsError() {
        bench.pipeline.then(steps(1)).then(steps(2)).fromThenOn(failing(new IllegalStateException("on purpose")));
        bench.aStartedNode();

        bench.settle();

        RoundView view = bench.view(started);
        assertThat(view.state()).isEqualTo(RoundState.ERROR);
        assertThat(view.progress().doneSteps()).isEqualTo(2);
        assertThat(view.todos()).isNotNull();
        assertThat(view.failure())
                .isEqualTo(new RunFailure.StepFailed(PipelineStep.UPSELL_SURFACE, RunFailure.Cause.UPSTREAM_ERROR));
    }

    @Test
    void stepsInMemoryShouldBeRepeatedByTheNodeThatTakesTheRunOver() {
        bench.pipeline.then(steps(1)).then(steps(2)).then(call -> {
            bench.clock.advance(Bench.LEASE);
            bench.aNode().wake();
            bench.executor.runAll();
            return steps(3).to(call);
        });
        bench.aNode().wake();

        bench.settle();

        assertThat(bench.pipeline.askedAfterSteps()).containsExactly(0, 1, 2, 0, 1, 2, 3);
        assertThat(bench.savedSteps()).as("of the second node alone").containsExactly(4);
        assertThat(bench.view(started).state()).isEqualTo(RoundState.COMPLETED);
        assertThat(bench.balance(started)).isEqualTo(9);
    }

    @Test
    void runEndedByAClientBetweenStepsShouldNotGoOnInMemory() {
        RoundRunner node = bench.aNode();
        bench.pipeline.then(steps(1)).then(call -> {
            bench.storage.run(() -> bench.storage
                    .profiles()
                    .erase(started.owner(), started.profile().id(), bench.clock.instant()));
            node.releaseEnded();
            bench.executor.runNext();
            return steps(2).to(call);
        });
        node.wake();

        bench.settle();

        assertThat(bench.pipeline.askedAfterSteps()).containsExactly(0, 1);
        assertThat(bench.pipeline.abandoned()).isNotEmpty();
        assertThat(bench.storage.runQueue().saved()).isEmpty();
        assertThat(bench.balance(started)).isEqualTo(10);
    }
}
