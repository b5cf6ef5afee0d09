package com.ones1ght.application.chat.runner;

import static com.ones1ght.application.chat.runner.ScriptedPipeline.failing;
import static com.ones1ght.application.chat.runner.ScriptedPipeline.held;
import static com.ones1ght.application.chat.runner.ScriptedPipeline.nothingNewBefore;
import static com.ones1ght.application.chat.runner.ScriptedPipeline.snapshot;
import static com.ones1ght.application.chat.runner.ScriptedPipeline.steps;
import static com.ones1ght.application.chat.runner.ScriptedPipeline.unavailable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ones1ght.application.chat.RoundView;
import com.ones1ght.application.chat.TextResultDocuments;
import com.ones1ght.application.chat.port.PipelineRequest;
import com.ones1ght.application.chat.port.RunSamples;
import com.ones1ght.application.shared.JsonFragment;
import com.ones1ght.application.shared.port.StorageFixture.Started;
import com.ones1ght.application.store.port.StoreFixtures;
import com.ones1ght.domain.chat.BackListStatus;
import com.ones1ght.domain.chat.Chat;
import com.ones1ght.domain.chat.PipelineSnapshot;
import com.ones1ght.domain.chat.PipelineStep;
import com.ones1ght.domain.chat.RoundState;
import com.ones1ght.domain.chat.RunFailure;
import com.ones1ght.domain.chat.StepState;
import com.ones1ght.domain.chat.Turn;
import com.ones1ght.domain.dietary.DeclaredRestrictions;
import com.ones1ght.domain.profile.Profile;
import com.ones1ght.domain.profile.ProfileDocument;
import com.ones1ght.domain.profile.ProfileFacts;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.recommendation.Todos;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RunStepsTest {
    private static final RunFailure MEAL_TIMEOUT =
            new RunFailure.StepFailed(PipelineStep.MEAL_SUGGEST, RunFailure.Cause.UPSTREAM_TIMEOUT);

    private final Bench bench = new Bench();

    @Test
    void runShouldGoThroughAllStepsWithOneSaveForEach() {
        Started started = bench.aChargedRound();
        RoundRunner node = bench.aStartedNode();

        bench.settle();

        RoundView view = bench.view(started);
        assertThat(view.state()).isEqualTo(RoundState.COMPLETED);
        assertThat(view.backListStatus()).isEqualTo(BackListStatus.COMPLETED);
        assertThat(view.todos()).isNotNull();
        assertThat(view.recommendedItems()).isNotNull();
        assertThat(view.notifications()).isNotNull();
        assertThat(bench.savedSteps()).containsExactly(1, 2, 3, 4);
        assertThat(bench.changed).hasSize(4).containsOnly(started.chat().id());
        assertThat(bench.pipeline.askedAfterSteps()).containsExactly(0, 1, 2, 3);
        assertThat(bench.balance(started)).isEqualTo(9);
        assertThat(node.heldRuns()).isZero();
    }

    @Test
    void stepsThatArriveTogetherShouldBeMergedWithOneQuestionToTheStoreAndOneSave() {
        bench.pipeline.then(steps(3));
        bench.aChargedRound();
        bench.aStartedNode();

        bench.executor.runNext();
        bench.settle();

        assertThat(bench.savedSteps()).containsExactly(3, 4);
        // One for the products of steps 2 and 3, one for those of step 4, one for the signages.
        assertThat(bench.store.calls()).isEqualTo(3);
    }

    @Test
    void requestShouldCarryWhatAModelNeeds() {
        Started started = bench.aChargedRound();
        bench.aStartedNode();

        bench.settle();

        PipelineRequest request = bench.pipeline.calls().get(0).request();
        assertThat(request.requestId()).isEqualTo(started.round().id() + ".0");
        assertThat(request.store()).isEqualTo(new StoreId("store-7"));
        assertThat(request.language()).isEqualTo(Language.KO);
        assertThat(request.prompt()).isEqualTo(started.round().prompt().text());
        assertThat(request.userQuery()).isEqualTo(started.run().userQuery());
        assertThat(request.history()).isEmpty();
        assertThat(request.profile()).isEqualTo(started.profile().document());
        assertThat(bench.pipeline.calls())
                .extracting(ScriptedPipeline.Call::request)
                .containsOnly(request);
    }

    @Test
    void profileWithoutAStoreShouldBeInTheDefaultStore() {
        Instant now = bench.clock.instant();
        Profile homeless = new Profile(
                new ProfileId(UUID.randomUUID()),
                bench.storage.anOwner(),
                new ProfileDocument("{}"),
                new ProfileFacts(null, null, null, null, null, null, null, DeclaredRestrictions.NONE),
                now,
                now);
        bench.storage.run(() -> bench.storage.profiles().add(homeless));
        bench.storage.aStartedRoundOf(homeless, now);
        bench.aStartedNode();

        bench.settle();

        assertThat(bench.pipeline.calls().get(0).request().store()).isEqualTo(StoreFixtures.CORNER_SHOP);
    }

    @Test
    void refinementShouldHaveAnIdOfItsOwnAndTheRoundsEarlierPairAsHistory() {
        Started first = bench.aChargedRound();
        bench.aStartedNode();
        bench.settle();
        Chat chat = bench.storage.inTransaction(() -> bench.storage
                .chats()
                .lock(first.owner(), first.profile().id(), first.chat().id())
                .orElseThrow());

        bench.storage.aRefinement(first, Objects.requireNonNull(chat.lastRound()), "덜 맵게", bench.clock.instant());
        bench.pass(Bench.TICK);

        PipelineRequest request = bench.pipeline.calls().get(4).request();
        assertThat(request.requestId()).isEqualTo(first.round().id() + ".1");
        assertThat(request.history())
                .containsExactly(new Turn(first.round().prompt().text(), RunSamples.RAW_MEAL));
        assertThat(bench.view(first).state()).isEqualTo(RoundState.COMPLETED);
    }

    @Test
    void runShouldGoOnAfterACrashWhereItWasSavedWithoutAskingForAFinishedStepAgain() {
        CompletableFuture<PipelineSnapshot> never = new CompletableFuture<>();
        bench.pipeline.then(steps(1)).then(steps(2)).then(held(never));
        Started started = bench.aChargedRound();
        RoundRunner crashed = bench.aNode();
        crashed.wake();
        bench.settle();
        assertThat(bench.view(started).progress().doneSteps()).isEqualTo(2);

        bench.clock.advance(Bench.LEASE);
        bench.aStartedNode();
        bench.settle();

        assertThat(bench.view(started).state()).isEqualTo(RoundState.COMPLETED);
        assertThat(bench.pipeline.askedAfterSteps()).containsExactly(0, 1, 2, 2, 3);
        assertThat(bench.balance(started)).isEqualTo(9);
    }

    @Test
    void runThatWaitsShouldHoldNoThreadAndBeAskedAtItsTime() {
        Instant later = bench.clock.instant().plusSeconds(20);
        bench.pipeline.then(steps(1)).then(nothingNewBefore(later));
        bench.aChargedRound();
        bench.aNode().wake();

        bench.settle();

        assertThat(bench.executor.isIdle()).isTrue();
        assertThat(bench.timer.alarms()).isEqualTo(1);
        bench.pass(Duration.ofMillis(19_990));
        assertThat(bench.pipeline.calls()).hasSize(2);
        bench.pass(Duration.ofMillis(100));
        assertThat(bench.pipeline.calls()).hasSizeGreaterThan(2);
    }

    @Test
    void snapshotThatTellsNothingNewShouldWriteNothing() {
        bench.pipeline.then(steps(1));
        for (int i = 1; i <= 5; i++) {
            bench.pipeline.then(nothingNewBefore(bench.clock.instant().plusSeconds(i)));
        }
        Started started = bench.aChargedRound();
        bench.aNode().wake();
        bench.settle();
        int committed = bench.storage.unitOfWork().committed();

        bench.pass(Duration.ofMillis(4_500));

        assertThat(bench.pipeline.calls()).hasSize(6);
        assertThat(bench.storage.unitOfWork().committed()).isEqualTo(committed);
        assertThat(bench.savedSteps()).containsExactly(1);
        assertThat(bench.view(started).updatedAt()).isEqualTo(started.run().acceptedAt());
    }

    @Test
    void firstSnapshotShouldBeSavedEvenIfEmpty() {
        bench.pipeline.fromThenOn(nothingNewBefore(null));
        Started started = bench.aChargedRound();
        bench.aNode().wake();

        bench.settle();

        assertThat(bench.view(started).backListStatus()).isEqualTo(BackListStatus.NOT_STARTED);
        assertThat(bench.savedSteps()).containsExactly(0);
    }

    @Test
    void pipelineWithoutNewsAndWithoutATimeShouldBeAskedOnceASecond() {
        bench.pipeline.fromThenOn(nothingNewBefore(null));
        bench.aChargedRound();
        bench.aNode().wake();

        bench.pass(Duration.ofSeconds(10));

        assertThat(bench.pipeline.calls()).hasSizeBetween(8, 13);
    }

    @Test
    void failureOfThePipelineShouldEndTheRoundAndGiveTheCreditBack() {
        bench.pipeline.then(steps(2)).then(snapshot(current -> current.failed(new RunFailure.SessionExpired())));
        Started started = bench.aChargedRound();
        RoundRunner node = bench.aStartedNode();

        bench.settle();

        RoundView view = bench.view(started);
        assertThat(view.state()).isEqualTo(RoundState.ERROR);
        assertThat(view.failure()).isEqualTo(new RunFailure.SessionExpired());
        assertThat(view.progress().of(PipelineStep.SHOPPING_LIST)).isEqualTo(StepState.DONE);
        assertThat(view.progress().of(PipelineStep.UPSELL_SURFACE)).isEqualTo(StepState.ERROR);
        assertThat(view.todos()).isNotNull();
        assertThat(bench.balance(started)).isEqualTo(10);
        assertThat(node.heldRuns()).isZero();
    }

    static Stream<ScriptedPipeline.Answer> brokenPipelines() {
        return Stream.of(
                failing(new IllegalStateException("a defect")),
                failing(new CompletionException(new IllegalStateException("a defect"))),
                failing(new TimeoutException("a timeout that is not the round's")),
                call -> {
                    throw new IllegalStateException("a defect");
                },
                call -> {
                    throw new StackOverflowError();
                });
    }

    @ParameterizedTest
    @MethodSource("brokenPipelines")
    void defectOfThePipelineShouldEndTheRoundWithAnUpstreamError(ScriptedPipeline.Answer broken) {
        bench.pipeline.then(steps(1)).then(broken);
        Started started = bench.aChargedRound();
        bench.aStartedNode();

        bench.settle();

        assertThat(bench.view(started).failure())
                .isEqualTo(new RunFailure.StepFailed(PipelineStep.SHOPPING_LIST, RunFailure.Cause.UPSTREAM_ERROR));
        assertThat(bench.pipeline.calls()).hasSize(2);
        assertThat(bench.balance(started)).isEqualTo(10);
    }

    @Test
    void answerThatCannotBeMergedShouldEndTheRoundAndKeepTheRawOutput() {
        bench.documents = new TextResultDocuments() {
            @Override
            public JsonFragment todos(Todos todos, Language language) {
                throw new IllegalStateException("a defect");
            }
        };
        Started started = bench.aChargedRound();
        bench.aStartedNode();

        bench.settle();

        assertThat(bench.view(started).failure())
                .isEqualTo(new RunFailure.StepFailed(PipelineStep.SHOPPING_LIST, RunFailure.Cause.UPSTREAM_ERROR));
        assertThat(bench.storage.runQueue().snapshot(started.round().id(), 0).shoppingList())
                .isNotNull();
        assertThat(bench.pipeline.calls()).hasSize(2);
        assertThat(bench.balance(started)).isEqualTo(10);
    }

    @Test
    void stepThatIsUnavailableShouldBeAskedForAgainWhenItsBackendSaysSo() {
        bench.pipeline.then(unavailable(MEAL_TIMEOUT, Duration.ofSeconds(40)));
        Started started = bench.aChargedRound();
        bench.aStartedNode();

        bench.pass(Duration.ofMillis(39_900));
        assertThat(bench.pipeline.calls()).hasSize(1);
        assertThat(bench.view(started).state()).isEqualTo(RoundState.CREATED);

        bench.pass(Duration.ofMillis(300));
        assertThat(bench.view(started).state()).isEqualTo(RoundState.COMPLETED);
        assertThat(bench.balance(started)).isEqualTo(9);
    }

    @Test
    void repeatedFailuresShouldBeRepeatedMoreAndMoreRarelyAndEndAtTheDeadline() {
        bench.pipeline.fromThenOn(unavailable(MEAL_TIMEOUT, null));
        Started started = bench.aChargedRound();
        RoundRunner node = bench.aStartedNode();

        bench.pass(Duration.ofMinutes(5).minusMillis(100));
        assertThat(bench.view(started).state()).isEqualTo(RoundState.CREATED);
        assertThat(bench.pipeline.calls()).hasSizeBetween(20, 45);

        bench.pass(Duration.ofMillis(200));
        assertThat(bench.view(started).failure())
                .isEqualTo(new RunFailure.StepFailed(PipelineStep.MEAL_SUGGEST, RunFailure.Cause.UPSTREAM_TIMEOUT));
        assertThat(bench.balance(started)).isEqualTo(10);
        assertThat(node.heldRuns()).isZero();
        assertThat(bench.pipeline.abandoned()).containsExactly(started.round().id() + ".0");
    }

    @Test
    void aPipelineThatDoesNotLetGoShouldDoNoHarm() {
        bench.pipeline.fromThenOn(unavailable(MEAL_TIMEOUT, null)).cling();
        Started started = bench.aChargedRound();
        RoundRunner node = bench.aStartedNode();

        bench.pass(Duration.ofMinutes(6));

        assertThat(bench.pipeline.abandoned()).hasSize(1);
        assertThat(bench.view(started).state()).isEqualTo(RoundState.ERROR);
        assertThat(node.heldRuns()).isZero();
    }

    @Test
    void deadlineDuringACallThatHangsShouldEndTheRoundWithATimeout() {
        bench.pipeline.fromThenOn(held(new CompletableFuture<>()));
        Started started = bench.aChargedRound();
        bench.clock.advance(Duration.ofMinutes(5).minusMillis(30));
        bench.aNode().wake();

        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            bench.executor.runAll();
            assertThat(bench.view(started).failure())
                    .isEqualTo(new RunFailure.StepFailed(PipelineStep.MEAL_SUGGEST, RunFailure.Cause.UPSTREAM_TIMEOUT));
        });
        assertThat(bench.balance(started)).isEqualTo(10);
    }

    @Test
    void lateAnswerAfterTheDeadlineShouldChangeNothing() {
        CompletableFuture<PipelineSnapshot> slow = new CompletableFuture<>();
        bench.pipeline.fromThenOn(held(slow));
        Started started = bench.aChargedRound();
        bench.clock.advance(Duration.ofMinutes(5).minusMillis(30));
        bench.aNode().wake();
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            bench.executor.runAll();
            assertThat(bench.view(started).state()).isEqualTo(RoundState.ERROR);
        });

        slow.complete(RunSamples.snapshotUpToStep(4));
        bench.settle();

        assertThat(bench.view(started).state()).isEqualTo(RoundState.ERROR);
        assertThat(bench.savedSteps()).containsExactly(0);
    }

    @Test
    void runWhoseDeadlinePassedWhileNobodyRanItShouldEndWithoutAnotherQuestion() {
        Started started = bench.aChargedRound();
        bench.clock.advance(Duration.ofMinutes(5));

        bench.aStartedNode();
        bench.settle();

        assertThat(bench.pipeline.calls()).isEmpty();
        assertThat(bench.view(started).failure())
                .isEqualTo(new RunFailure.StepFailed(PipelineStep.MEAL_SUGGEST, RunFailure.Cause.UPSTREAM_TIMEOUT));
        assertThat(bench.balance(started)).isEqualTo(10);
    }

    @Test
    void askingLaterThanTheDeadlineShouldEndTheRoundAtItsDeadlineWithoutAnotherQuestion() {
        bench.pipeline
                .then(steps(1))
                .then(nothingNewBefore(bench.clock.instant().plusSeconds(3_600)));
        Started started = bench.aChargedRound();
        bench.aStartedNode();

        bench.pass(Duration.ofMinutes(5).plusMillis(100));

        assertThat(bench.view(started).failure())
                .isEqualTo(new RunFailure.StepFailed(PipelineStep.SHOPPING_LIST, RunFailure.Cause.UPSTREAM_TIMEOUT));
        assertThat(bench.pipeline.calls()).hasSize(2);
    }

    @Test
    void historyShouldNotHaveTheRoundsOfOtherChats() {
        bench.aChargedRound();
        bench.aChargedRound();
        bench.aStartedNode();

        bench.settle();

        assertThat(bench.pipeline.calls())
                .extracting(call -> call.request().history())
                .containsOnly(List.of());
    }
}
