package com.ones1ght.application.chat.runner;

import static com.ones1ght.application.chat.runner.ScriptedPipeline.held;
import static com.ones1ght.application.chat.runner.ScriptedPipeline.nothingNewBefore;
import static com.ones1ght.application.chat.runner.ScriptedPipeline.steps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import com.ones1ght.application.chat.RoundView;
import com.ones1ght.application.chat.port.ClaimedRun;
import com.ones1ght.application.chat.port.RunQueue;
import com.ones1ght.application.chat.port.RunSamples;
import com.ones1ght.application.shared.InMemorySignals;
import com.ones1ght.application.shared.port.NodeSignals;
import com.ones1ght.application.shared.port.NodeSignals.Topic;
import com.ones1ght.application.shared.port.StorageFixture.Started;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.PipelineSnapshot;
import com.ones1ght.domain.chat.Round;
import com.ones1ght.domain.chat.RoundState;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RunClaimsTest {
    private final Bench bench = new Bench();

    @Test
    void claimShouldBeRenewedWhileACallIsUnderWay() {
        CompletableFuture<PipelineSnapshot> slow = new CompletableFuture<>();
        bench.pipeline.then(held(slow));
        Started started = bench.aChargedRound();
        bench.aStartedNode();
        RoundRunner other = bench.aNode();

        bench.pass(Bench.LEASE.multipliedBy(3));
        other.wake();
        bench.settle();
        assertThat(other.heldRuns()).isZero();

        slow.complete(RunSamples.snapshotUpToStep(1));
        bench.settle();
        assertThat(bench.view(started).state()).isEqualTo(RoundState.COMPLETED);
    }

    @Test
    void nodeWhoseLeaseWasLostShouldWriteNothing() {
        CompletableFuture<PipelineSnapshot> slow = new CompletableFuture<>();
        bench.pipeline
                .then(held(slow))
                .then(steps(2))
                .then(nothingNewBefore(bench.clock.instant().plusSeconds(200)));
        Started started = bench.aChargedRound();
        RoundRunner paused = bench.aNode();
        paused.wake();
        bench.settle();
        bench.clock.advance(Bench.LEASE);
        bench.aNode().wake();
        bench.settle();
        List<Integer> saved = bench.savedSteps();
        RoundView before = bench.view(started);

        slow.complete(RunSamples.snapshotUpToStep(4));
        bench.settle();

        assertThat(bench.savedSteps()).isEqualTo(saved);
        assertThat(bench.view(started)).isEqualTo(before);
        assertThat(paused.heldRuns()).isZero();
    }

    @Test
    void nodeThatLearnsAtARenewalThatItsClaimIsLostShouldNotAskAgain() {
        bench.pipeline
                .then(steps(1))
                .fromThenOn(nothingNewBefore(bench.clock.instant().plusSeconds(25)));
        bench.aChargedRound();
        RoundRunner node = bench.aStartedNode();
        bench.settle();
        ClaimedRun taken = bench.storage
                .runQueue()
                .claimDue(1, bench.clock.instant().plus(Bench.LEASE), Bench.LEASE)
                .get(0);
        int asked = bench.pipeline.calls().size();

        bench.pass(Duration.ofSeconds(26));

        assertThat(taken.claim().token()).isEqualTo(2);
        assertThat(node.heldRuns()).isZero();
        assertThat(bench.pipeline.calls()).hasSize(asked);
    }

    @Test
    void nodeThatClaimsItsOwnLostRunAgainShouldNotAdvanceItTwice() {
        bench.pipeline
                .then(steps(1))
                .then(nothingNewBefore(bench.clock.instant().plusSeconds(31)));
        Started started = bench.aChargedRound();
        RoundRunner node = bench.aNode();
        node.wake();
        bench.settle();
        bench.clock.advance(Bench.LEASE);
        CompletableFuture<PipelineSnapshot> slow = new CompletableFuture<>();
        bench.pipeline.then(held(slow));

        node.wake();
        bench.settle();
        bench.pass(Duration.ofSeconds(2));

        assertThat(node.heldRuns()).isEqualTo(1);
        assertThat(bench.pipeline.overlapped()).isFalse();
        assertThat(bench.pipeline.calls()).hasSize(3);
        slow.complete(RunSamples.snapshotUpToStep(4));
        bench.settle();
        assertThat(bench.view(started).state()).isEqualTo(RoundState.COMPLETED);
    }

    @Test
    void lateWriteOfARunThatWasReplacedByARefinementShouldBeRefused() {
        CompletableFuture<PipelineSnapshot> slow = new CompletableFuture<>();
        bench.pipeline.then(steps(2)).then(held(slow));
        Started first = bench.aChargedRound();
        bench.aStartedNode();
        bench.settle();
        Round running = bench.storage.inTransaction(() -> Objects.requireNonNull(bench.storage
                .chats()
                .lock(first.owner(), first.profile().id(), first.chat().id())
                .orElseThrow()
                .lastRound()));

        bench.storage.aRefinement(first, running, "덜 맵게", bench.clock.instant());
        CompletableFuture<PipelineSnapshot> refined = new CompletableFuture<>();
        bench.pipeline.then(held(refined));
        bench.pass(Bench.TICK);
        slow.complete(RunSamples.snapshotUpToStep(4));
        bench.settle();

        assertThat(bench.view(first).todos()).isNull();
        assertThat(bench.view(first).prompt()).isEqualTo("덜 맵게");
        assertThat(bench.view(first).state()).isEqualTo(RoundState.CREATED);
        refined.complete(RunSamples.snapshotUpToStep(4));
        bench.settle();
        assertThat(bench.view(first).state()).isEqualTo(RoundState.COMPLETED);
        assertThat(bench.balance(first)).isEqualTo(9);
    }

    @Test
    void runOfAnErasedProfileShouldBeDropped() {
        CompletableFuture<PipelineSnapshot> slow = new CompletableFuture<>();
        bench.pipeline.then(held(slow));
        Started started = bench.aChargedRound();
        RoundRunner node = bench.aStartedNode();
        bench.settle();

        bench.storage.run(() -> bench.storage
                .profiles()
                .erase(started.owner(), started.profile().id(), bench.clock.instant()));
        slow.complete(RunSamples.snapshotUpToStep(4));
        bench.settle();

        assertThat(node.heldRuns()).isZero();
        assertThat(bench.storage.runQueue().saved()).isEmpty();
        assertThat(bench.balance(started)).isEqualTo(10);
    }

    @Test
    void callsUnderWayShouldBeBoundedAndTheOthersFollow() {
        CompletableFuture<PipelineSnapshot> slow = new CompletableFuture<>();
        for (int i = 0; i < 3; i++) {
            bench.pipeline.then(held(slow));
        }
        for (int i = 0; i < 20; i++) {
            bench.aChargedRound();
        }
        RoundRunner node = bench.aNode(100, 3);
        node.wake();

        bench.settle();

        assertThat(bench.pipeline.calls()).hasSize(3);
        assertThat(node.heldRuns()).isLessThanOrEqualTo(3 + 2 * 3);

        slow.complete(RunSamples.snapshotUpToStep(4));
        bench.settle();

        assertThat(bench.pipeline.calls().stream()
                        .map(call -> call.request().requestId())
                        .distinct())
                .hasSize(20);
        assertThat(node.heldRuns()).isZero();
    }

    @Test
    void runsHeldShouldBeBoundedAndTheOthersLeftToOtherNodes() {
        bench.pipeline.fromThenOn(nothingNewBefore(bench.clock.instant().plusSeconds(200)));
        for (int i = 0; i < 12; i++) {
            bench.aChargedRound();
        }
        RoundRunner node = bench.aNode(5, 100);
        RoundRunner other = bench.aNode(5, 100);
        node.start();
        other.start();

        bench.settle();

        assertThat(node.heldRuns()).isEqualTo(5);
        assertThat(other.heldRuns()).isEqualTo(5);
    }

    @Test
    void dueRunsShouldBeClaimedManyAtATime() {
        int rounds = 40;
        IntStream.range(0, rounds).forEach(i -> bench.aChargedRound());
        List<Integer> claimed = new ArrayList<>();
        RunQueue queue = bench.queue;
        bench.queue = (RunQueue) Proxy.newProxyInstance(
                RunQueue.class.getClassLoader(), new Class<?>[] {RunQueue.class}, (proxy, method, arguments) -> {
                    Object answer = method.invoke(queue, arguments);
                    if (method.getName().equals("claimDue")) {
                        claimed.add(((List<?>) answer).size());
                    }
                    return answer;
                });

        bench.aNode(100, 4).wake();
        bench.settle();

        assertThat(claimed).startsWith(8).allMatch(runs -> runs == 0 || runs >= 4);
        assertThat(claimed.stream().mapToInt(Integer::intValue).sum()).isEqualTo(rounds);
    }

    @Test
    void kickoffForWhichThereIsNoRoomShouldBeRunAsSoonAsThereIsRoom() {
        CompletableFuture<PipelineSnapshot> slow = new CompletableFuture<>();
        bench.pipeline.then(held(slow));
        bench.aChargedRound();
        RoundRunner node = bench.aNode(1, 1);
        node.wake();
        bench.settle();
        Started waiting = bench.aChargedRound();

        node.wake();
        bench.settle();
        assertThat(bench.view(waiting).state()).isEqualTo(RoundState.CREATED);
        slow.complete(RunSamples.snapshotUpToStep(4));
        bench.settle();

        assertThat(bench.view(waiting).state()).isEqualTo(RoundState.COMPLETED);
    }

    @Test
    void kickoffThatMeetsAFullNodeShouldBeRunBeforeTheNextTick() {
        for (int i = 0; i < 3; i++) {
            bench.pipeline.then(nothingNewBefore(bench.clock.instant().plusSeconds(1)));
            bench.aChargedRound();
        }
        RoundRunner node = bench.aNode(100, 1);
        node.wake();
        bench.settle();
        CompletableFuture<PipelineSnapshot> slow = new CompletableFuture<>();
        bench.pipeline.then(held(slow));
        bench.pass(Duration.ofSeconds(2));
        Started waiting = bench.aChargedRound();

        node.wake();
        bench.settle();
        assertThat(bench.view(waiting).state()).isEqualTo(RoundState.CREATED);
        slow.complete(RunSamples.snapshotUpToStep(4));
        bench.settle();

        assertThat(bench.view(waiting).state()).isEqualTo(RoundState.COMPLETED);
    }

    @Test
    void nodeWithoutRoomShouldTellTheOthersAndTheyNotAnswerInTurn() {
        bench.pipeline.fromThenOn(held(new CompletableFuture<>()));
        InMemorySignals mine = new InMemorySignals(bench.wire);
        InMemorySignals theirs = new InMemorySignals(bench.wire);
        RoundRunner node = bench.aNode(1, 1, mine);
        RoundRunner other = bench.aNode(1, 1, theirs);
        node.start();
        other.start();
        bench.aChargedRound();
        bench.aChargedRound();
        bench.pass(Bench.TICK);
        int announcedByOthers = theirs.announced();
        int announced = mine.announced();

        bench.aChargedRound();
        node.wake();
        bench.settle();

        assertThat(mine.announced()).isEqualTo(announced + 1);
        assertThat(theirs.announced()).isEqualTo(announcedByOthers);
    }

    @Test
    void nodeWhoseRunnerIsDisabledShouldAnnounceRunsAndClaimNone() {
        bench.enabled = false;
        InMemorySignals signals = new InMemorySignals(bench.wire);
        RoundRunner node = bench.aNode(100, 100, signals);
        node.start();
        Started started = bench.aChargedRound();

        node.wake();
        bench.pass(Bench.TICK);

        assertThat(signals.announced()).isEqualTo(1);
        assertThat(bench.view(started).state()).isEqualTo(RoundState.CREATED);
    }

    @Test
    void signalOfAnotherNodeShouldStartAClaim() {
        InMemorySignals elsewhere = new InMemorySignals(bench.wire);
        bench.aStartedNode();
        bench.settle();
        Started started = bench.aChargedRound();

        elsewhere.announce(Topic.DUE_ROUNDS);
        bench.settle();

        assertThat(bench.view(started).state()).isEqualTo(RoundState.COMPLETED);
    }

    @Test
    void tickShouldFindWhatNobodyAnnounced() {
        bench.aStartedNode();
        bench.settle();
        Started started = bench.aChargedRound();

        bench.pass(Bench.TICK);

        assertThat(bench.view(started).state()).isEqualTo(RoundState.COMPLETED);
    }

    @Test
    void queueThatIsAwayShouldBeAskedAgainByTheNextTick() {
        Started started = bench.aChargedRound();
        bench.storage.unitOfWork().goAway();
        bench.aStartedNode();
        bench.pass(Bench.LEASE);

        bench.storage.unitOfWork().comeBack();
        bench.pass(Bench.TICK);

        assertThat(bench.view(started).state()).isEqualTo(RoundState.COMPLETED);
    }

    @Test
    void executorThatRejectsForAWhileShouldLoseNoRunAndNoClaim() {
        bench.pipeline
                .then(steps(1))
                .then(nothingNewBefore(bench.clock.instant().plusSeconds(2)));
        Started held = bench.aChargedRound();
        RoundRunner node = bench.aStartedNode();
        bench.settle();
        Started waiting = bench.aChargedRound();

        bench.executor.reject(true);
        assertThatCode(node::wake).doesNotThrowAnyException();
        bench.pass(Duration.ofSeconds(3));
        bench.executor.reject(false);
        bench.pass(Duration.ofSeconds(6));

        assertThat(bench.view(held).state()).isEqualTo(RoundState.COMPLETED);
        assertThat(bench.view(waiting).state()).isEqualTo(RoundState.COMPLETED);
        assertThat(node.heldRuns()).isZero();
    }

    @Test
    void wakingShouldNotFailWhenTheOtherNodesCannotBeTold() {
        NodeSignals broken = new NodeSignals() {
            @Override
            public void announce(Topic topic) {
                throw new IllegalStateException("no connection");
            }

            @Override
            public void on(Topic topic, Runnable listener) {}

            @Override
            public void announceChangedChat(ChatId chat) {}

            @Override
            public void onChangedChats(Consumer<ChatId> listener, Runnable onMissed) {}
        };
        Started started = bench.aChargedRound();
        RoundRunner node = bench.aNode(1, 1, broken);

        assertThatCode(node::wake).doesNotThrowAnyException();
        bench.settle();
        assertThatCode(node::wake).doesNotThrowAnyException();

        assertThat(bench.view(started).state()).isEqualTo(RoundState.COMPLETED);
    }

    @Test
    void releasedRunShouldStillWaitUntilItsSnapshotAllowsTheNextQuestion() {
        PipelineSnapshot waiting =
                RunSamples.snapshotUpToStep(1).notBefore(bench.clock.instant().plusSeconds(20));
        bench.pipeline.then(call -> CompletableFuture.completedFuture(waiting));
        bench.aChargedRound();
        RoundRunner first = bench.aNode();
        first.wake();
        bench.settle();
        first.stop();

        bench.aNode().wake();
        bench.pass(Duration.ofSeconds(19));
        assertThat(bench.pipeline.calls()).hasSize(1);

        bench.pass(Duration.ofSeconds(2));
        assertThat(bench.pipeline.calls()).hasSizeGreaterThan(1);
    }

    @Test
    void stopShouldGiveClaimsBackSoThatAnotherNodeGoesOnAtOnce() {
        bench.pipeline
                .then(steps(1))
                .then(nothingNewBefore(bench.clock.instant().plusSeconds(20)));
        Started started = bench.aChargedRound();
        RoundRunner stopped = bench.aStartedNode();
        bench.settle();
        InMemorySignals signals = new InMemorySignals(bench.wire);
        RoundRunner other = bench.aNode(100, 100, signals);
        other.start();
        bench.settle();
        assertThat(other.heldRuns()).isZero();

        stopped.stop();
        bench.settle();

        assertThat(stopped.heldRuns()).isZero();
        assertThat(bench.view(started).state()).isEqualTo(RoundState.COMPLETED);
    }

    @Test
    void stopShouldWaitForACallUnderWayAndKeepItsResult() throws Exception {
        bench.grace = Duration.ofSeconds(30);
        CompletableFuture<PipelineSnapshot> slow = new CompletableFuture<>();
        bench.pipeline.then(call -> CompletableFuture.completedFuture(slow.join()));
        Started started = bench.aChargedRound();
        RoundRunner node = bench.aNode();
        node.wake();
        CompletableFuture<Void> working = CompletableFuture.runAsync(bench.executor::runAll);
        await().until(() -> bench.pipeline.calls().size() == 1);

        CompletableFuture<Void> stopping = CompletableFuture.runAsync(node::stop);
        await().during(Duration.ofMillis(100)).until(() -> !stopping.isDone());
        slow.complete(RunSamples.snapshotUpToStep(1));

        assertThat(stopping).succeedsWithin(Duration.ofSeconds(10));
        assertThat(bench.savedSteps()).hasSameSizeAs(bench.pipeline.calls());
        assertThat(bench.view(started).progress().doneSteps()).isGreaterThanOrEqualTo(1);
        assertThat(working).succeedsWithin(Duration.ofSeconds(10));
        assertThat(bench.savedSteps()).hasSameSizeAs(bench.pipeline.calls());
    }

    @Test
    void stopShouldNotWaitForACallThatHangsAndItsLateWriteIsRefused() {
        CompletableFuture<PipelineSnapshot> hanging = new CompletableFuture<>();
        bench.pipeline.then(held(hanging));
        Started started = bench.aChargedRound();
        RoundRunner node = bench.aNode();
        node.wake();
        bench.settle();

        node.stop();
        hanging.complete(RunSamples.snapshotUpToStep(4));
        bench.settle();

        assertThat(bench.view(started).state()).isEqualTo(RoundState.CREATED);
        assertThat(bench.storage.runQueue().claimDue(9, bench.clock.instant(), Bench.LEASE))
                .hasSize(1);
    }

    @Test
    void callThatHadNotBegunWhenTheNodeStoppedShouldNotBeginAfterwards() {
        bench.aChargedRound();
        RoundRunner node = bench.aNode();
        node.wake();
        bench.executor.runNext();
        assertThat(node.heldRuns()).isEqualTo(1);

        node.stop();
        bench.settle();

        assertThat(bench.pipeline.calls()).isEmpty();
        assertThat(bench.storage.runQueue().claimDue(9, bench.clock.instant(), Bench.LEASE))
                .hasSize(1);
    }

    @Test
    void stoppingTwiceShouldNotWaitForTheGracePeriod() {
        bench.grace = Duration.ofMinutes(5);
        RoundRunner node = bench.aStartedNode();
        node.stop();

        assertThat(CompletableFuture.runAsync(node::stop)).succeedsWithin(Duration.ofSeconds(10));
    }

    @Test
    void stoppedNodeShouldClaimNothing() {
        RoundRunner node = bench.aStartedNode();
        bench.settle();
        node.stop();
        Started started = bench.aChargedRound();

        node.wake();
        new InMemorySignals(bench.wire).announce(Topic.DUE_ROUNDS);
        bench.pass(Bench.LEASE);

        assertThat(bench.view(started).state()).isEqualTo(RoundState.CREATED);
        assertThat(node.heldRuns()).isZero();
    }

    @Test
    void stopShouldNotFailWhileTheStorageIsAway() {
        bench.pipeline.then(nothingNewBefore(bench.clock.instant().plusSeconds(20)));
        bench.aChargedRound();
        RoundRunner node = bench.aStartedNode();
        bench.settle();
        bench.storage.unitOfWork().goAway();

        assertThatCode(node::stop).doesNotThrowAnyException();
    }
}
