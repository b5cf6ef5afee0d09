package com.ones1ght.application.chat.runner;

import static com.ones1ght.application.chat.runner.ScriptedPipeline.snapshot;
import static com.ones1ght.application.chat.runner.ScriptedPipeline.steps;
import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.application.chat.RoundView;
import com.ones1ght.application.chat.port.RunSamples;
import com.ones1ght.application.shared.InMemoryState.SessionForm;
import com.ones1ght.application.shared.JsonFragment;
import com.ones1ght.application.shared.port.StorageFixture;
import com.ones1ght.application.shared.port.StorageFixture.Started;
import com.ones1ght.domain.chat.PipelineStep;
import com.ones1ght.domain.chat.RoundState;
import com.ones1ght.domain.chat.RunFailure;
import com.ones1ght.domain.chat.StepState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunMergingTest {
    private static final SessionForm NO_FORM = new SessionForm(null, null);

    private final Bench bench = new Bench();

    @Test
    void storeThatIsAwayShouldBeAskedAgainWithoutAskingThePipelineAgain() {
        bench.store.goAway();
        Started started = bench.aChargedRound();
        bench.aStartedNode();
        bench.pass(Duration.ofSeconds(10));
        assertThat(bench.view(started).progress().doneSteps()).isEqualTo(1);
        assertThat(bench.pipeline.askedAfterSteps()).containsExactly(0, 1);

        bench.store.comeBack();
        bench.pass(Duration.ofSeconds(16));

        assertThat(bench.view(started).state()).isEqualTo(RoundState.COMPLETED);
        assertThat(bench.pipeline.askedAfterSteps()).containsExactly(0, 1, 2, 3);
        assertThat(bench.balance(started)).isEqualTo(9);
    }

    @Test
    void whatThePipelineGaveShouldBeKeptOnceWhileTheStoreIsAway() {
        bench.store.goAway();
        Started started = bench.aChargedRound();
        bench.aStartedNode();

        bench.pass(Duration.ofMinutes(2));

        assertThat(bench.store.calls()).isGreaterThan(5);
        assertThat(bench.storage.runQueue().saved()).hasSize(2);
        assertThat(bench.storage.runQueue().snapshot(started.round().id(), 0))
                .isEqualTo(RunSamples.snapshotUpToStep(2));
        assertThat(bench.view(started).progress().of(PipelineStep.SHOPPING_LIST))
                .isEqualTo(StepState.RUNNING);
        assertThat(bench.view(started).todos()).isNull();
    }

    @Test
    void storeThatStaysAwayShouldEndTheRoundAtItsDeadline() {
        bench.store.goAway();
        Started started = bench.aChargedRound();
        RoundRunner node = bench.aStartedNode();

        bench.pass(Duration.ofMinutes(5).plusMillis(100));

        RoundView view = bench.view(started);
        assertThat(view.state()).isEqualTo(RoundState.ERROR);
        assertThat(view.failure())
                .isEqualTo(new RunFailure.StepFailed(PipelineStep.SHOPPING_LIST, RunFailure.Cause.STORE_UNAVAILABLE));
        assertThat(view.progress().of(PipelineStep.MEAL_SUGGEST)).isEqualTo(StepState.DONE);
        assertThat(view.progress().of(PipelineStep.SHOPPING_LIST)).isEqualTo(StepState.ERROR);
        assertThat(bench.storage.runQueue().snapshot(started.round().id(), 0).shoppingList())
                .isNotNull();
        assertThat(bench.balance(started)).isEqualTo(10);
        assertThat(node.heldRuns()).isZero();
    }

    @Test
    void laterStepShouldBeNamedWhenTheStoreIsAwayForIt() {
        bench.pipeline.then(steps(2)).then(call -> {
            bench.store.goAway();
            return steps(4).to(call);
        });
        Started started = bench.aChargedRound();
        bench.aStartedNode();

        bench.pass(Duration.ofMinutes(5).plusMillis(100));

        assertThat(bench.view(started).failure())
                .isEqualTo(new RunFailure.StepFailed(PipelineStep.UPSELL_SURFACE, RunFailure.Cause.STORE_UNAVAILABLE));
        assertThat(bench.view(started).todos()).isNotNull();
        assertThat(bench.view(started).recommendedItems()).isNull();
    }

    @Test
    void anotherNodeShouldMergeWhatTheLostOneCouldNotWithoutPayingAgain() {
        bench.store.goAway();
        Started started = bench.aChargedRound();
        bench.aNode().wake();
        bench.settle();
        bench.store.comeBack();
        bench.clock.advance(Bench.LEASE);

        // The lost node's alarms do not ring: only the new node's tick is run.
        bench.aNode().wake();
        bench.executor.runAll();

        assertThat(bench.view(started).state()).isEqualTo(RoundState.COMPLETED);
        assertThat(bench.pipeline.askedAfterSteps()).containsExactly(0, 1, 2, 3);
    }

    @Test
    void errorOfARunThatWasTakenOverAtItsDeadlineShouldStillNameTheStore() {
        bench.store.goAway();
        Started started = bench.aChargedRound();
        bench.aNode().wake();
        bench.settle();
        bench.clock.advance(Duration.ofMinutes(6));

        bench.aNode().wake();
        bench.executor.runAll();

        assertThat(bench.view(started).failure())
                .isEqualTo(new RunFailure.StepFailed(PipelineStep.SHOPPING_LIST, RunFailure.Cause.STORE_UNAVAILABLE));
    }

    @Test
    void failureOfThePipelineShouldWaitForTheMergeOfWhatWasDoneBefore() {
        bench.store.goAway();
        bench.pipeline.then(
                snapshot(current -> RunSamples.snapshotUpToStep(2).failed(new RunFailure.SessionExpired())));
        Started started = bench.aChargedRound();
        bench.aStartedNode();
        bench.settle();
        assertThat(bench.view(started).state()).isEqualTo(RoundState.KICKED_OFF);

        bench.store.comeBack();
        bench.pass(Duration.ofSeconds(2));

        assertThat(bench.view(started).failure()).isEqualTo(new RunFailure.SessionExpired());
        assertThat(bench.view(started).todos()).isNotNull();
        assertThat(bench.balance(started)).isEqualTo(10);
    }

    @Test
    void updateThatCannotBeSavedShouldBeSavedLaterWithoutAskingThePipelineAgain() {
        bench.pipeline.then(call -> {
            bench.storage.unitOfWork().goAway();
            return steps(1).to(call);
        });
        Started started = bench.aChargedRound();
        bench.aNode().wake();
        bench.pass(Duration.ofSeconds(5));
        assertThat(bench.pipeline.calls()).hasSize(1);

        bench.storage.unitOfWork().comeBack();
        bench.pass(Duration.ofSeconds(1));

        assertThat(bench.view(started).state()).isEqualTo(RoundState.COMPLETED);
        assertThat(bench.pipeline.askedAfterSteps()).containsExactly(0, 1, 2, 3);
    }

    @Test
    void storageAwayBeyondTheDeadlineShouldNotTakeAnAnswerAway() {
        bench.pipeline.then(call -> {
            bench.storage.unitOfWork().goAway();
            return steps(4).to(call);
        });
        Started started = bench.aChargedRound();
        bench.aNode().wake();
        bench.pass(Duration.ofMinutes(6));

        bench.storage.unitOfWork().comeBack();
        bench.pass(Duration.ofSeconds(1));

        assertThat(bench.view(started).state()).isEqualTo(RoundState.COMPLETED);
    }

    private List<SessionForm> savedForms() {
        List<SessionForm> forms = new ArrayList<>();
        bench.storage.runQueue().saved().forEach(update -> forms.add(SessionForm.of(update)));
        return forms;
    }

    @Test
    void runInAChatSessionShouldBringEachPartOfTheSessionFormWithItsStepAlone() {
        bench.aRoundInASession();
        bench.aStartedNode();

        bench.pass(Duration.ofSeconds(10));

        assertThat(bench.savedSteps()).containsExactly(1, 2, 3, 4);
        assertThat(savedForms())
                .containsExactly(
                        NO_FORM,
                        new SessionForm(JsonFragment.of("[\"unmatched\",\"unmatched\"]"), null),
                        NO_FORM,
                        new SessionForm(null, JsonFragment.of("[\"rec-3\",\"rec-4\"]")));
    }

    @Test
    void stepsThatArriveAtOnceShouldBringBothPartsOfTheSessionForm() {
        bench.pipeline.then(steps(4));
        bench.aRoundInASession();
        bench.aStartedNode();

        bench.pass(Duration.ofSeconds(10));

        assertThat(savedForms()).hasSize(1).allSatisfy(form -> {
            assertThat(form.shoppingList()).hasToString("[\"unmatched\",\"unmatched\"]");
            assertThat(form.backList()).hasToString("[\"rec-3\",\"rec-4\"]");
        });
    }

    @Test
    void runInASessionShouldBringTheRoundsFormAsWell() {
        Started started = bench.aRoundInASession();
        bench.aStartedNode();

        bench.pass(Duration.ofSeconds(10));

        assertThat(bench.view(started).state()).isEqualTo(RoundState.COMPLETED);
        assertThat(bench.view(started).todos()).isNotNull();
        assertThat(bench.view(started).notifications()).isNotNull();
    }

    @Test
    void runOutsideOfChatSessionsShouldBringNoSessionForm() {
        bench.aChargedRound();
        bench.aStartedNode();

        bench.pass(Duration.ofSeconds(10));

        assertThat(savedForms()).hasSize(4).containsOnly(NO_FORM);
    }

    @Test
    void runOfASessionThatEndedShouldStillBringItsSessionForm() {
        Started started = bench.aRoundInASession();
        bench.storage.chatSessions().endIdle(bench.clock.instant().plus(StorageFixture.IDLE));
        bench.aStartedNode();

        bench.pass(Duration.ofSeconds(10));

        assertThat(bench.view(started).state()).isEqualTo(RoundState.COMPLETED);
        assertThat(savedForms()).filteredOn(form -> !form.equals(NO_FORM)).hasSize(2);
    }
}
