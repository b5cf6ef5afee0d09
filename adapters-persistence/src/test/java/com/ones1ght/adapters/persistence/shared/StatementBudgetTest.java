package com.ones1ght.adapters.persistence.shared;

import static com.ones1ght.application.shared.port.StorageFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.application.chat.port.ClaimedRun;
import com.ones1ght.application.chat.port.RunSamples;
import com.ones1ght.application.shared.port.StorageFixture.Started;
import com.ones1ght.domain.access.KeyHash;
import com.ones1ght.domain.chat.Chat;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.Prompt;
import com.ones1ght.domain.chat.Round;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.chat.RunFailure;
import com.ones1ght.domain.profile.Profile;
import com.ones1ght.domain.shared.Language;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How many statements the hot paths may send to the database. */
class StatementBudgetTest {

    private final PostgresStorage storage = PostgresStorage.withEmptyQueue();

    private static int statements(Runnable work) {
        return TestDatabase.shared().statementsOf(work);
    }

    private void charge(Round round, Started started) {
        storage.credits().charge(started.owner().tenant(), round.id(), round.run(), 1, NOW);
    }

    @Test
    void aKeyIsLookedUpByOne() {
        KeyHash unknown = KeyHash.of("osk_x_" + UUID.randomUUID());

        assertThat(statements(() -> storage.apiKeys().find(unknown))).isEqualTo(1);
        assertThat(statements(() -> storage.apiKeys().find(unknown))).isZero();
        assertThat(statements(() -> storage.apiKeys().findCurrent(unknown))).isEqualTo(1);
    }

    @Test
    void viewsTakeOneEach() {
        Started started = storage.aStartedRound();
        var owner = started.owner();
        var profile = started.profile().id();
        var chat = started.chat().id();

        assertThat(statements(() -> storage.chatViews().chat(owner, profile, chat)))
                .isEqualTo(1);
        assertThat(statements(() -> storage.chatViews()
                        .round(owner, profile, chat, started.round().id())))
                .isEqualTo(1);
        assertThat(statements(() -> storage.chatViews().page(owner, profile, RunSamples.FIRST_PAGE)))
                .isEqualTo(1);
    }

    @Test
    void theKickoffOfANewChatTakesTwo() {
        Profile profile = storage.aProfile();
        var owner = profile.owner();

        int count = statements(() -> {
            storage.profiles().facts(owner, profile.id());
            Chat chat = Chat.begun(new ChatId(UUID.randomUUID()), profile.id(), NOW);
            Round round = chat.followUp(new RoundId(UUID.randomUUID()), new Prompt("p"), Language.KO, NOW);
            storage.chats().beginCharged(owner, chat, round, storage.aRunAt(NOW), 1);
        });

        assertThat(count).isEqualTo(2);
    }

    @Test
    void aFollowUpTakesFive() {
        Started first = storage.aStartedRound();
        RunSamples.advance(storage, first, 2, NOW);

        int count = statements(() -> storage.run(() -> {
            storage.profiles().facts(first.owner(), first.profile().id());
            Chat chat = storage.chats()
                    .lock(first.owner(), first.profile().id(), first.chat().id())
                    .orElseThrow();
            Round round = chat.followUp(new RoundId(UUID.randomUUID()), new Prompt("p"), Language.KO, NOW);
            storage.chats().addRound(first.owner(), first.profile().id(), round, storage.aRunAt(NOW));
            charge(round, first);
        }));

        assertThat(count).isEqualTo(5);
    }

    @Test
    void aRefinementTakesSix() {
        Started first = storage.aStartedRound();
        RunSamples.advance(storage, first, 2, NOW);

        int count = statements(() -> storage.run(() -> {
            storage.profiles().facts(first.owner(), first.profile().id());
            Chat chat = storage.chats()
                    .lock(first.owner(), first.profile().id(), first.chat().id())
                    .orElseThrow();
            Round round = chat.refine(first.round().id(), new Prompt("p"), Language.KO, NOW);
            storage.chats().restartRound(first.owner(), first.profile().id(), round, storage.aRunAt(NOW));
            charge(round, first);
        }));

        assertThat(count).isEqualTo(6);
    }

    @Test
    void aSaveTakesOneAndWithARefundThree() {
        Started started = storage.aStartedRound();
        storage.run(() -> charge(started.round(), started));
        ClaimedRun claimed = RunSamples.claim(storage, started, NOW);

        assertThat(statements(() -> storage.runQueue()
                        .save(
                                claimed.claim(),
                                RunSamples.update(claimed.round(), RunSamples.snapshotUpToStep(1), NOW),
                                NOW)))
                .isEqualTo(1);
        assertThat(statements(() -> storage.runQueue()
                        .save(
                                claimed.claim(),
                                RunSamples.failedAndRefunded(claimed.round(), new RunFailure.Cancelled(), NOW),
                                NOW)))
                .isEqualTo(3);
    }

    @Test
    void aClaimTakesThreeHoweverManyRunsThereAre() {
        Profile profile = storage.aProfile();
        for (int i = 0; i < 5; i++) {
            storage.aStartedRoundOf(profile, NOW);
        }

        assertThat(statements(() -> storage.runQueue().claimDue(10, NOW, RunSamples.LEASE)))
                .isEqualTo(3);
        assertThat(statements(() -> storage.runQueue().claimDue(10, NOW, RunSamples.LEASE)))
                .isEqualTo(1);
    }
}
