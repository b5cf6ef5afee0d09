package com.ones1ght.application.chat.runner;

import static com.ones1ght.application.chat.runner.ScriptedPipeline.failing;
import static com.ones1ght.application.chat.runner.ScriptedPipeline.nothingNewBefore;
import static com.ones1ght.application.chat.runner.ScriptedPipeline.steps;
import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.application.chat.RoundView;
import com.ones1ght.application.chat.port.ClaimedRun;
import com.ones1ght.application.chat.port.ResultDocuments;
import com.ones1ght.application.chat.port.RunClaim;
import com.ones1ght.application.chat.port.RunQueue;
import com.ones1ght.application.chat.port.RunUpdate;
import com.ones1ght.application.shared.StorageOutage;
import com.ones1ght.application.shared.port.StorageFixture.Started;
import com.ones1ght.domain.chat.RoundState;
import com.ones1ght.domain.recommendation.RoundGuard;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Wherever on its way a run meets the storage: that it is unavailable settles no round before its deadline. */
class RunStorageFaultsTest {

    private static final Duration OUTAGE = Duration.ofSeconds(15);

    private final Bench bench = new Bench();
    private final StorageOutage outage = new StorageOutage();

    /** After its effect: the answer to a commit was lost on its way. */
    @ParameterizedTest
    @CsvSource({"claimDue,false", "claimDue,true", "renew,false", "renew,true", "save,false", "save,true"})
    void runShouldCompleteAfterAnOutageOfTheQueue(String method, boolean afterItsEffect) {
        bench.queue = outage.at(RunQueue.class, bench.storage.runQueue(), method, afterItsEffect);
        bench.pipeline
                .then(steps(1))
                .then(nothingNewBefore(bench.clock.instant().plusSeconds(20)));
        Started started = bench.aChargedRound();
        bench.aStartedNode();
        outage.begin();
        bench.pass(OUTAGE);
        assertThat(bench.view(started).state().isSettled()).isFalse();

        outage.end();
        bench.pass(Bench.LEASE.plus(Bench.TICK).plusSeconds(20));

        assertCompleted(started);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void runShouldGoOnWhenThePipelineCouldNotReachTheStorage(int stepsBefore) {
        for (int done = 1; done <= stepsBefore; done++) {
            bench.pipeline.then(steps(done));
        }
        bench.pipeline.fromThenOn(call -> {
            if (outage.lasts()) {
                return failing(StorageOutage.failure()).to(call);
            }
            return ScriptedPipeline.nextStep().to(call);
        });
        goThroughAnOutage(stepsBefore);
    }

    @Test
    void runShouldGoOnWhenThePipelineThrewInsteadOfFailing() {
        bench.pipeline.fromThenOn(call -> {
            if (outage.lasts()) {
                throw StorageOutage.failure();
            }
            return ScriptedPipeline.nextStep().to(call);
        });
        goThroughAnOutage(0);
    }

    @Test
    void runShouldKeepWhatThePipelineGaveWhenItsMergeMetAnOutage() {
        bench.documents = outage.at(ResultDocuments.class, bench.documents, "todos", false);
        goThroughAnOutage(1);
        assertThat(bench.pipeline.askedAfterSteps()).containsExactly(0, 1, 2, 3);
    }

    private void goThroughAnOutage(int shownMeanwhile) {
        Started started = bench.aChargedRound();
        outage.begin();
        bench.aStartedNode();
        bench.pass(OUTAGE);
        RoundView waiting = bench.view(started);
        assertThat(waiting.state().isSettled()).isFalse();
        assertThat(waiting.progress().doneSteps()).isEqualTo(shownMeanwhile);

        outage.end();
        bench.pass(Duration.ofSeconds(1));

        assertCompleted(started);
    }

    private void assertCompleted(Started started) {
        assertThat(bench.view(started).state()).isEqualTo(RoundState.COMPLETED);
        assertThat(bench.balance(started)).isEqualTo(9);
        assertThat(bench.pipeline.overlapped()).isFalse();
    }

    @Test
    void outageUpToTheDeadlineShouldEndTheRoundThere() {
        outage.begin();
        bench.pipeline.fromThenOn(failing(StorageOutage.failure()));
        Started started = bench.aChargedRound();
        bench.aStartedNode();

        bench.pass(Duration.ofMinutes(6));

        assertThat(bench.view(started).state()).isEqualTo(RoundState.ERROR);
        assertThat(bench.balance(started)).isEqualTo(10);
    }

    @Test
    void runThatCannotBeTakenUpShouldNotTakeTheOthersOfItsClaimAlong() {
        Started broken = bench.aChargedRound();
        bench.clock.advance(Duration.ofMillis(1));
        Started sound = bench.aChargedRound();
        RunQueue queue = outage.at(RunQueue.class, bench.storage.runQueue(), "save", false);
        bench.queue = new ForwardingQueue(queue) {
            @Override
            public List<ClaimedRun> claimDue(int limit, Instant now, Duration lease) {
                return broken(super.claimDue(limit, now, lease), broken);
            }
        };
        outage.begin();
        bench.aStartedNode();
        bench.settle();
        outage.end();
        bench.pass(Duration.ofSeconds(1));

        assertThat(bench.view(sound).state()).isEqualTo(RoundState.COMPLETED);
        assertThat(bench.view(broken).state()).isEqualTo(RoundState.CREATED);
        bench.pass(Bench.LEASE.plus(Bench.TICK));
        assertThat(bench.view(broken).state()).isEqualTo(RoundState.ERROR);
    }

    /** Without the code of its tenant a run cannot be taken up. */
    private static List<ClaimedRun> broken(List<ClaimedRun> claimed, Started which) {
        return claimed.stream()
                .map(run -> run.round().id().equals(which.round().id())
                        ? new ClaimedRun(
                                run.claim(),
                                run.tenant(),
                                "",
                                run.round(),
                                run.snapshot(),
                                run.userQuery(),
                                run.store(),
                                run.profile(),
                                RoundGuard.NONE,
                                run.past(),
                                run.deadline(),
                                run.inSession(),
                                run.correlation())
                        : run)
                .toList();
    }

    private static class ForwardingQueue implements RunQueue {

        private final RunQueue queue;

        ForwardingQueue(RunQueue queue) {
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
        public void release(Collection<RunClaim> claims, Instant now) {
            queue.release(claims, now);
        }

        @Override
        public boolean save(RunClaim claim, RunUpdate update, Instant now) {
            return queue.save(claim, update, now);
        }
    }
}
