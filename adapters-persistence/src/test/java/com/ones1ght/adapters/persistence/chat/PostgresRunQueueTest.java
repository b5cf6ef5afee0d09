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
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

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
