package com.ones1ght.application.chat.runner;

import static com.ones1ght.application.chat.runner.ScriptedPipeline.held;
import static com.ones1ght.application.chat.runner.ScriptedPipeline.nothingNewBefore;
import static com.ones1ght.application.chat.runner.ScriptedPipeline.steps;
import static com.ones1ght.application.chat.runner.ScriptedPipeline.unavailable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ones1ght.application.chat.port.RunSamples;
import com.ones1ght.application.shared.port.StorageFixture.Started;
import com.ones1ght.domain.chat.PipelineSnapshot;
import com.ones1ght.domain.chat.PipelineStep;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.chat.RunFailure;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class RunRefreshTest {
    private static final Duration BETWEEN_REFRESHES = Duration.ofSeconds(1);

    private final Bench bench = new Bench();

    @Test
    void refreshShouldAskTheBackendAtOnceAndEndWhenTheResultIsSaved() {
        Started started = aWaitingRun();
        RoundRunner node = runningNode();
        bench.clock.advance(BETWEEN_REFRESHES);
        bench.pipeline.then(steps(2));

        CompletableFuture<Boolean> refresh = refresh(node, started);
        assertThat(refresh).isNotDone();
        bench.executor.runAll();

        assertThat(refresh).isCompletedWithValue(true);
        assertThat(bench.view(started).progress().doneSteps()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void runShouldBeRefreshedAtMostOnceASecond() {
        Started started = aWaitingRun();
        RoundRunner node = runningNode();
        int before = bench.pipeline.calls().size();

        assertThat(refresh(node, started)).isCompletedWithValue(false);
        bench.clock.advance(BETWEEN_REFRESHES.minusMillis(1));
        assertThat(refresh(node, started)).isCompletedWithValue(false);
        assertThat(bench.pipeline.calls()).hasSize(before);

        bench.clock.advance(Duration.ofMillis(1));
        assertThat(refresh(node, started)).isNotDone();
        assertThat(refresh(node, started)).isCompletedWithValue(false);
        bench.executor.runAll();
        assertThat(refresh(node, started)).isCompletedWithValue(false);
        assertThat(bench.pipeline.calls()).hasSize(before + 1);
    }

    @Test
    void refreshShouldReplaceTheAlarmOfTheRun() {
        Started started = aWaitingRun();
        RoundRunner node = runningNode();
        bench.clock.advance(BETWEEN_REFRESHES);

        refresh(node, started);
        bench.executor.runAll();

        assertThat(bench.timer.alarms()).isEqualTo(1);
    }

    @Test
    void pollShouldNotWaitForASlowBackendMuchLongerThanASecond() {
        Started started = aWaitingRun();
        RoundRunner node = runningNode();
        bench.clock.advance(BETWEEN_REFRESHES);
        bench.pipeline.then(held(new CompletableFuture<>()));

        CompletableFuture<Boolean> refresh = refresh(node, started);

        await().atMost(Duration.ofSeconds(5)).until(() -> {
            bench.executor.runAll();
            return refresh.isDone();
        });
        assertThat(refresh).isCompletedWithValue(true);
    }

    @Test
    void pollShouldContinueOnTheExecutorAndNotOnTheSharedTimeoutThread() {
        Started started = aWaitingRun();
        RoundRunner node = runningNode();
        bench.clock.advance(BETWEEN_REFRESHES);
        bench.pipeline.then(held(new CompletableFuture<>()));

        CompletableFuture<Thread> poll = refresh(node, started).thenApply(refreshed -> Thread.currentThread());

        await().atMost(Duration.ofSeconds(5)).until(() -> {
            bench.executor.runAll();
            return poll.isDone();
        });
        assertThat(poll.join().getName()).doesNotContain("CompletableFutureDelayScheduler");
    }

    @Test
    void runThatBacksOffShouldNotBeRefreshed() {
        bench.pipeline.then(unavailable(
                new RunFailure.StepFailed(PipelineStep.MEAL_SUGGEST, RunFailure.Cause.UPSTREAM_ERROR),
                Duration.ofSeconds(60)));
        Started started = bench.aChargedRound();
        RoundRunner node = runningNode();
        bench.clock.advance(Duration.ofSeconds(5));

        assertThat(refresh(node, started)).isCompletedWithValue(false);
        bench.executor.runAll();

        assertThat(bench.pipeline.calls()).hasSize(1);
    }

    @Test
    void runWithACallInProgressShouldNotBeRefreshed() {
        CompletableFuture<PipelineSnapshot> slow = new CompletableFuture<>();
        bench.pipeline.then(held(slow));
        Started started = bench.aChargedRound();
        RoundRunner node = runningNode();
        bench.clock.advance(Duration.ofSeconds(5));

        assertThat(refresh(node, started)).isCompletedWithValue(false);
        assertThat(bench.pipeline.calls()).hasSize(1);
    }

    @Test
    void runThatThisNodeDoesNotHoldShouldNotBeRefreshed() {
        Started started = aWaitingRun();
        runningNode();
        bench.clock.advance(BETWEEN_REFRESHES);
        RoundRunner other = bench.aNode();

        assertThat(refresh(other, started)).isCompletedWithValue(false);
        assertThat(other.refresh(List.of(new RoundId(UUID.randomUUID()))).toCompletableFuture())
                .isCompletedWithValue(false);
        assertThat(other.refresh(List.of()).toCompletableFuture()).isCompletedWithValue(false);
    }

    @Test
    void refreshOfSeveralRunsShouldEndWhenAllHave() {
        Started one = aWaitingRun();
        Started two = aWaitingRun();
        RoundRunner node = runningNode();
        bench.clock.advance(BETWEEN_REFRESHES);
        CompletableFuture<PipelineSnapshot> slow = new CompletableFuture<>();
        bench.pipeline.then(steps(2)).then(held(slow));

        CompletableFuture<Boolean> refresh =
                node.refresh(List.of(one.round().id(), two.round().id())).toCompletableFuture();
        bench.executor.runAll();
        assertThat(refresh).isNotDone();
        slow.complete(RunSamples.snapshotUpToStep(2));
        bench.executor.runAll();

        assertThat(refresh).isCompletedWithValue(true);
    }

    @Test
    void refreshShouldNotFailWhileTheExecutorRejects() {
        Started started = aWaitingRun();
        RoundRunner node = runningNode();
        bench.clock.advance(BETWEEN_REFRESHES);
        bench.executor.reject(true);

        CompletableFuture<Boolean> refresh = refresh(node, started);

        assertThat(refresh).succeedsWithin(Duration.ofSeconds(5)).isEqualTo(false);
    }

    private Started aWaitingRun() {
        bench.pipeline.fromThenOn(
                call -> nothingNewBefore(bench.clock.instant().plusSeconds(20)).to(call));
        return bench.aChargedRound();
    }

    private RoundRunner runningNode() {
        RoundRunner node = bench.aNode();
        node.wake();
        bench.settle();
        return node;
    }

    private static CompletableFuture<Boolean> refresh(RoundRunner node, Started started) {
        return node.refresh(List.of(started.round().id())).toCompletableFuture();
    }
}
