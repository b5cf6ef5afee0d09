package com.ones1ght.application.chat.runner;

import static com.ones1ght.application.chat.runner.ScriptedPipeline.held;
import static com.ones1ght.application.chat.runner.ScriptedPipeline.snapshot;
import static com.ones1ght.application.chat.runner.ScriptedPipeline.steps;
import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.application.chat.FakeRunner;
import com.ones1ght.application.chat.RunCancellation;
import com.ones1ght.application.chat.RunnerWakeup;
import com.ones1ght.application.chat.port.ClaimedRun;
import com.ones1ght.application.chat.port.RunClaim;
import com.ones1ght.application.chat.port.RunQueue;
import com.ones1ght.application.chat.port.RunSamples;
import com.ones1ght.application.chat.port.RunUpdate;
import com.ones1ght.application.shared.port.StorageFixture.Started;
import com.ones1ght.domain.chat.PipelineSnapshot;
import com.ones1ght.domain.chat.Round;
import com.ones1ght.domain.chat.RoundState;
import com.ones1ght.domain.chat.RunFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that somebody else ends is released by the node that holds it, and by no other. */
class RunReleaseTest {

    private static final String SESSION = RunSamples.snapshotUpToStep(0).upstreamSession();

    private final Bench bench = new Bench();
    private final Started started = bench.aChargedRound();
    private final String run = started.round().id() + ".0";

    @Test
    void runCancelledBeforeItsClaimShouldNeverReachThePipeline() {
        RoundRunner node = bench.aStartedNode();

        cancel(node);
        bench.pass(Duration.ofMinutes(1));

        assertThat(bench.pipeline.calls()).isEmpty();
        assertCancelled(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void runCancelledWhileItWaitsAfterAStepShouldBeReleasedAtOnce(int done) {
        RoundRunner node = aNodeThatWaitsAfter(done);

        cancel(node);
        bench.executor.runAll();

        assertThat(bench.pipeline.abandoned()).containsExactly(run);
        assertThat(bench.pipeline.abandonedSessions()).containsExactly(SESSION);
        assertThat(node.heldRuns()).isZero();
        int calls = bench.pipeline.calls().size();
        bench.pass(Duration.ofMinutes(10));
        assertThat(bench.pipeline.calls()).hasSize(calls);
        assertCancelled(done);
    }

    @Test
    void callInProgressShouldBeDroppedAndItsLateAnswerWriteNothing() {
        CompletableFuture<PipelineSnapshot> slow = new CompletableFuture<>();
        bench.pipeline.then(steps(1)).then(held(slow));
        RoundRunner node = bench.aStartedNode();
        bench.settle();

        cancel(node);
        bench.executor.runAll();
        assertThat(bench.pipeline.abandoned()).containsExactly(run);
        assertThat(node.heldRuns()).isZero();

        slow.complete(RunSamples.snapshotUpToStep(2));
        bench.pass(Duration.ofMinutes(1));

        assertThat(bench.savedSteps()).containsExactly(1);
        assertThat(bench.pipeline.abandoned()).containsExactly(run);
        assertCancelled(1);
    }

    @Test
    void sessionThatALateAnswerOpensShouldBeReleasedToo() {
        CompletableFuture<PipelineSnapshot> opening = new CompletableFuture<>();
        bench.pipeline.then(held(opening));
        RoundRunner node = bench.aStartedNode();
        bench.settle();
        cancel(node);
        bench.executor.runAll();

        opening.complete(PipelineSnapshot.empty().withUpstreamSession("late"));
        bench.settle();

        assertThat(bench.pipeline.abandonedSessions()).containsExactly("null", "late");
        assertCancelled(0);
    }

    @Test
    void failureOfADroppedCallShouldChangeNothing() {
        CompletableFuture<PipelineSnapshot> slow = new CompletableFuture<>();
        bench.pipeline.then(held(slow));
        RoundRunner node = bench.aStartedNode();
        bench.settle();
        cancel(node);
        bench.executor.runAll();

        slow.cancel(true);
        bench.pass(Duration.ofMinutes(1));

        assertThat(bench.savedSteps()).isEmpty();
        assertThat(bench.pipeline.abandoned()).containsExactly(run);
        assertCancelled(0);
    }

    @Test
    void cancelOnAnotherNodeShouldReachTheHolderAtOnce() {
        RoundRunner holder = aNodeThatWaitsAfter(1);
        RoundRunner other = bench.aStartedNode();
        bench.settle();

        cancel(other);
        bench.executor.runAll();

        assertThat(bench.pipeline.abandoned()).containsExactly(run);
        assertThat(holder.heldRuns()).isZero();
        assertCancelled(1);
    }

    @Test
    void cancelWhoseSignalIsLostShouldReachTheHolderWithItsNextRenewal() {
        RoundRunner holder = aNodeThatWaitsAfter(1);

        cancel(new FakeRunner());
        bench.pass(Bench.LEASE.dividedBy(3).plusMillis(1));

        assertThat(bench.pipeline.abandoned()).containsExactly(run);
        assertThat(holder.heldRuns()).isZero();
    }

    @Test
    void cancelWhoseSignalIsLostShouldBeNoticedByTheSaveOfALateAnswer() {
        CompletableFuture<PipelineSnapshot> slow = new CompletableFuture<>();
        bench.pipeline.then(held(slow));
        bench.aStartedNode();
        bench.settle();

        cancel(new FakeRunner());
        slow.complete(RunSamples.snapshotUpToStep(1));
        bench.settle();

        assertThat(bench.savedSteps()).isEmpty();
        assertThat(bench.pipeline.abandonedSessions()).containsExactly(SESSION);
        assertCancelled(0);
    }

    @Test
    void runThatIsCancelledWhileItIsBeingClaimedShouldBeReleased() {
        bench.pipeline.fromThenOn(held(new CompletableFuture<>()));
        RunQueue queue = bench.queue;
        RoundRunner[] node = new RoundRunner[1];
        bench.queue = new RunQueueOf(queue) {
            @Override
            public List<ClaimedRun> claimDue(int limit, Instant now, Duration lease) {
                List<ClaimedRun> claimed = super.claimDue(limit, now, lease);
                claimed.forEach(one -> {
                    cancel(node[0]);
                    // The node looks before it holds the run.
                    bench.executor.runAll();
                });
                return claimed;
            }
        };
        node[0] = bench.aStartedNode();

        bench.settle();

        assertThat(bench.pipeline.abandoned()).containsOnly(run);
        assertThat(node[0].heldRuns()).isZero();
        assertCancelled(0);
    }

    @Test
    void runThatAnotherNodeHasTakenOverShouldNotBeReleased() {
        CompletableFuture<PipelineSnapshot> slow = new CompletableFuture<>();
        bench.pipeline.then(held(slow));
        RoundRunner presumedDead = bench.aStartedNode();
        bench.settle();
        bench.clock.advance(Bench.LEASE);
        List<ClaimedRun> takenOver = bench.storage.runQueue().claimDue(1, bench.clock.instant(), Bench.LEASE);
        assertThat(takenOver).hasSize(1);

        presumedDead.releaseEnded();
        slow.complete(RunSamples.snapshotUpToStep(1));
        bench.settle();

        assertThat(presumedDead.heldRuns()).isZero();
        assertThat(bench.pipeline.abandoned()).isEmpty();
        assertThat(bench.savedSteps()).isEmpty();
    }

    @Test
    void refinementShouldReleaseTheRunThatItReplacesAndNotItsOwn() {
        RoundRunner node = aNodeThatWaitsAfter(2);
        bench.pipeline.fromThenOn(snapshot(current -> waiting(1)));

        refine();
        node.wake();
        node.releaseEnded();
        bench.executor.runAll();

        assertThat(bench.pipeline.abandoned()).containsExactly(run);
        assertThat(node.heldRuns()).isEqualTo(1);
        assertThat(bench.view(started).progress().doneSteps()).isEqualTo(1);
    }

    @Test
    void refinementThatAnotherNodeAcceptsShouldReleaseTheRunThatItReplaces() {
        RoundRunner holder = aNodeThatWaitsAfter(3);
        bench.enabled = false;
        RoundRunner other = bench.aNode();

        refine();
        other.releaseEnded();
        bench.executor.runAll();

        assertThat(bench.pipeline.abandoned()).containsExactly(run);
        assertThat(holder.heldRuns()).isZero();
    }

    @Test
    void erasureShouldReleaseTheRunsOfTheProfile() {
        RoundRunner node = aNodeThatWaitsAfter(1);

        bench.storage.run(() -> bench.storage
                .profiles()
                .erase(started.owner(), started.profile().id(), bench.clock.instant()));
        node.releaseEnded();
        bench.executor.runAll();

        assertThat(bench.pipeline.abandoned()).containsExactly(run);
        assertThat(node.heldRuns()).isZero();
        assertThat(bench.balance(started)).isEqualTo(10);
    }

    @Test
    void completedRunShouldNotBeReleasedWhateverIsAnnounced() {
        RoundRunner node = bench.aStartedNode();
        bench.pass(Duration.ofSeconds(5));

        node.releaseEnded();
        bench.settle();

        assertThat(bench.view(started).state()).isEqualTo(RoundState.COMPLETED);
        assertThat(bench.pipeline.abandoned()).isEmpty();
    }

    @Test
    void pipelineThatDoesNotLetGoShouldDoNoHarm() {
        RoundRunner node = aNodeThatWaitsAfter(1);
        bench.pipeline.cling();

        cancel(node);
        bench.pass(Duration.ofMinutes(1));

        assertThat(node.heldRuns()).isZero();
        assertCancelled(1);
    }

    private RoundRunner aNodeThatWaitsAfter(int done) {
        bench.pipeline.fromThenOn(snapshot(current -> waiting(done)));
        RoundRunner node = bench.aStartedNode();
        bench.settle();
        assertThat(node.heldRuns()).isEqualTo(1);
        assertThat(bench.view(started).progress().doneSteps()).isEqualTo(done);
        return node;
    }

    private PipelineSnapshot waiting(int done) {
        return RunSamples.snapshotUpToStep(done).notBefore(bench.clock.instant().plusSeconds(100));
    }

    private void cancel(RunnerWakeup runner) {
        RunCancellation cancellation = new RunCancellation(
                bench.storage.chats(),
                bench.storage.credits(),
                bench.storage.unitOfWork(),
                runner,
                chat -> {},
                runs -> {});
        bench.storage.run(() -> cancellation.cancel(
                started.owner(),
                bench.storage
                        .chats()
                        .lockRunning(started.owner(), started.chat().id()),
                bench.clock.instant()));
    }

    private void refine() {
        Round running = bench.storage.inTransaction(() -> bench.storage
                .chats()
                .lockRunning(started.owner(), started.chat().id())
                .get(0));
        bench.storage.aRefinement(started, running, "돼지고기 말고", bench.clock.instant());
    }

    private void assertCancelled(int done) {
        assertThat(bench.view(started).failure()).isEqualTo(new RunFailure.Cancelled());
        assertThat(bench.view(started).progress().doneSteps()).isEqualTo(done);
        assertThat(bench.balance(started)).isEqualTo(done < 2 ? 10 : 9);
    }

    /** Passes everything on. */
    private static class RunQueueOf implements RunQueue {
        private final RunQueue queue;

        RunQueueOf(RunQueue queue) {
            this.queue = queue;
        }

        @Override
        public Backlog backlog(Instant now) {
            return queue.backlog(now);
        }

        @Override
        public List<ClaimedRun> claimDue(int limit, Instant now, Duration lease) {
            return queue.claimDue(limit, now, lease);
        }

        @Override
        public Set<RunClaim> renew(Collection<RunClaim> claims, Instant now, Duration lease) {
            return queue.renew(claims, now, lease);
        }

        @Override
        public Set<RunClaim> ended(Collection<RunClaim> claims) {
            return queue.ended(claims);
        }

        @Override
        public void release(Collection<RunClaim> claims, Instant now) {
            queue.release(claims, now);
        }

        @Override
        public boolean save(RunClaim claim, RunUpdate update, Instant now) {
            return queue.save(claim, update, now);
        }
    }
}
