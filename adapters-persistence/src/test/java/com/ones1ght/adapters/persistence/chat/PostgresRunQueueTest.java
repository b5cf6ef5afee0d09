package com.ones1ght.adapters.persistence.chat;

import static com.ones1ght.application.chat.port.RunSamples.LEASE;
import static com.ones1ght.application.shared.port.StorageFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.adapters.persistence.shared.PostgresStorage;
import com.ones1ght.adapters.persistence.shared.TestDatabase;
import com.ones1ght.application.chat.port.ClaimedRun;
import com.ones1ght.application.chat.port.RunQueueContract;
import com.ones1ght.application.chat.port.RunSamples;
import com.ones1ght.application.shared.port.StorageFixture;
import com.ones1ght.application.shared.port.StorageFixture.Started;
import com.ones1ght.domain.chat.PipelineSnapshot;
import com.ones1ght.domain.chat.PipelineStep;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.chat.RoundState;
import com.ones1ght.domain.chat.RunFailure;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresRunQueueTest implements RunQueueContract {

    private static final Logger LOG = Logger.getLogger(ClaimedRuns.class.getName());

    static {
        LOG.setLevel(Level.OFF);
    }

    @Override
    public StorageFixture fixture() {
        return PostgresStorage.withEmptyQueue();
    }

    @Test
    void unreadableRunShouldNotBlockOthers() {
        StorageFixture storage = fixture();
        Started unreadable = aRunOfAnotherVersion(storage);
        Started readable = storage.aStartedRound();

        assertThat(claimedRounds(storage, NOW)).containsExactly(readable.round().id());
        assertThat(claimedRounds(storage, NOW))
                .as("the unreadable run is leased as well, so that it is not retried at once")
                .isEmpty();
        assertThat(claimedRounds(storage, NOW.plus(LEASE)))
                .doesNotContain(unreadable.round().id());
    }

    @Test
    void unreadableRunShouldBeClaimableAfterItsDeadline() {
        StorageFixture storage = fixture();
        Started unreadable = aRunOfAnotherVersion(storage);

        List<ClaimedRun> claimed =
                storage.runQueue().claimDue(100, unreadable.run().deadline(), LEASE);

        assertThat(claimed).hasSize(1);
        ClaimedRun run = claimed.get(0);
        assertThat(run.snapshot()).isEqualTo(PipelineSnapshot.empty());
        RunFailure failure = new RunFailure.StepFailed(PipelineStep.MEAL_SUGGEST, RunFailure.Cause.UPSTREAM_TIMEOUT);
        Instant now = unreadable.run().deadline();
        assertThat(storage.runQueue().save(run.claim(), RunSamples.failed(run.round(), failure, now), now))
                .isTrue();
        assertThat(storage.view(unreadable).state()).isEqualTo(RoundState.ERROR);
    }

    @Test
    void savesThatWaitedForTheFirstShouldBeStoredByOneStatement() {
        StorageFixture storage = fixture();
        List<Supplier<Boolean>> saves = claimedRuns(storage, 5).stream()
                .<Supplier<Boolean>>map(run -> () -> save(storage, run))
                .toList();

        int statements = TestDatabase.shared()
                .statementsOf(() -> assertThat(storage.inFlightTogether(saves)).containsOnly(true));

        assertThat(statements).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT /* all tenants */ FROM pipeline_run WHERE round_id = :round FOR NO KEY UPDATE",
                "SELECT /* all tenants */ FROM round WHERE id = :round FOR NO KEY UPDATE"
            })
    void lockedRowShouldHoldUpNoOtherSave(String lock) throws Exception {
        StorageFixture storage = fixture();
        List<ClaimedRun> runs = claimedRuns(storage, 5);
        CountDownLatch isLocked = new CountDownLatch(1);
        CountDownLatch areOthersSaved = new CountDownLatch(4);
        CompletableFuture<Boolean> lockUntilOthersAreSaved =
                CompletableFuture.supplyAsync(() -> TestDatabase.shared().inTransaction(() -> {
                    TestDatabase.shared()
                            .sql()
                            .statement(lock)
                            .bind("round", runs.get(2).claim().round())
                            .exists();
                    isLocked.countDown();
                    return isReached(areOthersSaved);
                }));
        assertThat(isReached(isLocked)).isTrue();

        List<Boolean> saved = storage.inFlightTogether(runs.stream()
                .<Supplier<Boolean>>map(run -> () -> {
                    boolean isSaved = save(storage, run);
                    areOthersSaved.countDown();
                    return isSaved;
                })
                .toList());

        assertThat(saved).containsOnly(true);
        assertThat(lockUntilOthersAreSaved.get()).isTrue();
    }

    private static List<ClaimedRun> claimedRuns(StorageFixture storage, int count) {
        IntStream.range(0, count).forEach(i -> storage.aStartedRound());
        return storage.runQueue().claimDue(count, NOW, LEASE);
    }

    private static boolean save(StorageFixture storage, ClaimedRun run) {
        return storage.runQueue()
                .save(run.claim(), RunSamples.update(run.round(), RunSamples.snapshotUpToStep(4), NOW), NOW);
    }

    private static boolean isReached(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Started aRunOfAnotherVersion(StorageFixture storage) {
        Started started = storage.aStartedRound();
        TestDatabase.shared()
                .sql()
                .statement(
                        "UPDATE /* all tenants */ pipeline_run SET snapshot = '{\"backListStatus\":\"OF_ANOTHER_VERSION\"}'"
                                + " WHERE round_id = :round")
                .bind("round", started.round().id())
                .update();
        return started;
    }

    private static List<RoundId> claimedRounds(StorageFixture storage, Instant now) {
        return storage.runQueue().claimDue(100, now, LEASE).stream()
                .map(run -> run.claim().round())
                .toList();
    }
}
