package com.ones1ght.application.chat.port;

import static com.ones1ght.application.shared.port.StorageFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.application.chat.ChatView;
import com.ones1ght.application.shared.port.StorageFixture;
import com.ones1ght.application.shared.port.StorageFixture.Started;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.PipelineSnapshot;
import com.ones1ght.domain.chat.Round;
import com.ones1ght.domain.chat.RunFailure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link ChatVersions} does, and which changes raise a version. */
public interface ChatVersionsContract {

    StorageFixture fixture();

    private static long version(StorageFixture storage, Started started) {
        ChatId chat = started.chat().id();
        ChatView view = storage.chatQueries()
                .chat(started.owner(), started.profile().id(), chat)
                .orElseThrow();
        assertThat(storage.chatVersions().of(List.of(chat)))
                .as("the version of the chat is that of its view")
                .isEqualTo(Map.of(chat, view.version()));
        return view.version();
    }

    @Test
    default void aChatThatDoesNotExistHasNoVersion() {
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();

        assertThat(storage.chatVersions().of(List.of(started.chat().id(), new ChatId(UUID.randomUUID()))))
                .containsOnlyKeys(started.chat().id());
        assertThat(storage.chatVersions().of(List.of())).isEmpty();
    }

    @Test
    default void everyStepRaisesTheVersionOnce() {
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();
        long first = version(storage, started);
        ClaimedRun run = RunSamples.claim(storage, started, NOW);
        Round round = run.round();

        for (int step = 1; step <= 4; step++) {
            RunUpdate update = RunSamples.update(round, RunSamples.snapshotUpToStep(step), NOW.plusSeconds(step));
            storage.runQueue().save(run.claim(), update, NOW.plusSeconds(step));
            round = update.round();
            assertThat(version(storage, started)).as("step %s", step).isEqualTo(first + step);
        }
    }

    @Test
    default void aSnapshotWithoutNewsForClientsLeavesTheVersion() {
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();
        ClaimedRun run = RunSamples.claim(storage, started, NOW);
        PipelineSnapshot snapshot = RunSamples.snapshotUpToStep(1);
        RunUpdate update = RunSamples.update(run.round(), snapshot, NOW);
        storage.runQueue().save(run.claim(), update, NOW);
        long before = version(storage, started);

        storage.runQueue()
                .save(
                        run.claim(),
                        RunUpdate.withoutSteps(update.round(), snapshot.notBefore(NOW.plus(Duration.ofSeconds(3)))),
                        NOW.plusSeconds(1));

        assertThat(version(storage, started)).isEqualTo(before);
    }

    @Test
    default void aGuardThatGrowsRaisesTheVersion() {
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();
        ClaimedRun run = RunSamples.claim(storage, started, NOW);
        long before = version(storage, started);

        storage.runQueue()
                .save(
                        run.claim(),
                        new RunUpdate(run.round(), run.snapshot(), List.of(RunSamples.GROWN_GUARD)),
                        NOW.plusSeconds(1));

        assertThat(version(storage, started)).isGreaterThan(before);
    }

    @Test
    default void errorsRefinementsAndFollowUpsRaiseTheVersion() {
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();
        long created = version(storage, started);
        ClaimedRun run = RunSamples.claim(storage, started, NOW);
        storage.runQueue().save(run.claim(), RunSamples.failed(run.round(), new RunFailure.Cancelled(), NOW), NOW);
        long failed = version(storage, started);
        assertThat(failed).isGreaterThan(created);

        Round round = storage.inTransaction(() -> storage.chats()
                .lock(started.owner(), started.profile().id(), started.chat().id())
                .orElseThrow()
                .lastRound());
        Started refined = storage.aRefinement(started, round, "again", NOW.plusSeconds(1));
        long again = version(storage, refined);
        assertThat(again).isGreaterThan(failed);

        RunSamples.advance(storage, refined, 2, NOW.plusSeconds(2));
        long advanced = version(storage, refined);
        storage.aFollowUp(
                started.profile(),
                storage.inTransaction(() -> storage.chats()
                        .lock(
                                started.owner(),
                                started.profile().id(),
                                started.chat().id())
                        .orElseThrow()),
                "spicier",
                NOW.plusSeconds(3));
        assertThat(version(storage, started)).isGreaterThan(advanced);
    }

    @Test
    default void aRoundThatIsEndedRaisesTheVersion() {
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();
        long before = version(storage, started);

        storage.run(() -> {
            storage.chats()
                    .lock(
                            started.owner(),
                            started.profile().id(),
                            started.chat().id());
            storage.chats().lockRunning(started.owner(), started.chat().id()).forEach(round -> storage.chats()
                    .settle(started.owner(), round.fail(new RunFailure.Cancelled(), NOW.plusSeconds(1))));
        });

        assertThat(version(storage, started)).isGreaterThan(before);
    }
}
