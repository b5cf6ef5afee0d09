package com.ones1ght.adapters.persistence.shared;

import static com.ones1ght.application.shared.port.StorageFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.application.chat.FakeRunner;
import com.ones1ght.application.chat.RunCancellation;
import com.ones1ght.application.chat.port.ClaimedRun;
import com.ones1ght.application.chat.port.NewRuns.Beginning;
import com.ones1ght.application.chat.port.RunClaim;
import com.ones1ght.application.chat.port.RunSamples;
import com.ones1ght.application.shared.port.AtOnce;
import com.ones1ght.application.shared.port.StorageFixture;
import com.ones1ght.application.shared.port.StorageFixture.Shopper;
import com.ones1ght.application.shared.port.StorageFixture.Started;
import com.ones1ght.application.visit.ChatSessionKeeper;
import com.ones1ght.application.visit.EndChatSessionService;
import com.ones1ght.application.visit.EndChatSessionUseCase;
import com.ones1ght.application.visit.SessionRules;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.chat.Chat;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.Prompt;
import com.ones1ght.domain.chat.Round;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.chat.RunFailure;
import com.ones1ght.domain.credit.Charge;
import com.ones1ght.domain.profile.Profile;
import com.ones1ght.domain.shared.DomainException;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.shared.NotFoundException;
import com.ones1ght.domain.visit.ChatSession;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;

/** Concurrent kickoffs, runners and erasures of the same rows never deadlock. */
class LockOrderTest {

    private static final int CHATS = 8;

    private final PostgresStorage storage = PostgresStorage.withEmptyQueue();

    @RepeatedTest(5)
    void erasureKickoffsSavesAndRenewalsShouldNotDeadlock() {
        Owner owner = storage.anotherLineOf(storage.aTenantWithCredits(1_000).id());
        Profile profile = storage.aProfileOf(owner);
        List<Started> started = new ArrayList<>();
        for (int i = 0; i < CHATS; i++) {
            Started one = storage.aStartedRoundOf(profile, NOW);
            storage.run(() -> storage.credits()
                    .charge(owner.tenant(), new Charge(one.round().id(), 0, 1), NOW));
            started.add(one);
        }
        List<ClaimedRun> claimed = storage.runQueue().claimDue(100, NOW, RunSamples.LEASE);
        List<RunClaim> backwards =
                new ArrayList<>(claimed.stream().map(ClaimedRun::claim).toList());
        Collections.reverse(backwards);

        AtOnce.on(CHATS + 3, i -> {
            switch (i) {
                case CHATS -> storage.run(() -> storage.profiles().erase(owner, profile.id(), NOW));
                case CHATS + 1 -> storage.runQueue().renew(backwards, NOW, RunSamples.LEASE);
                case CHATS + 2 -> kickOff(owner, profile);
                default -> failAndAskAgain(started.get(i), claimed.get(i));
            }
            return true;
        });

        assertThat(storage.profiles().find(owner, profile.id())).isEmpty();
        assertThat(storage.runQueue().claimDue(100, NOW.plusSeconds(600), RunSamples.LEASE))
                .isEmpty();
        // Every run was charged, and ended before step 2 by failure or erasure.
        assertThat(storage.credits().balance(owner.tenant())).isEqualTo(1_000);
    }

    private void failAndAskAgain(Started started, ClaimedRun run) {
        storage.runQueue().save(run.claim(), RunSamples.failed(run.round(), new RunFailure.SessionExpired(), NOW), NOW);
        try {
            storage.run(() -> {
                Chat chat = storage.chats()
                        .lock(
                                started.owner(),
                                started.profile().id(),
                                started.chat().id())
                        .orElseThrow(NotFoundException::new);
                charged(started.owner(), started.profile(), followUp(chat));
            });
        } catch (DomainException goneOrInFlight) {
            assertThat(goneOrInFlight.code()).isNotNull();
        }
    }

    private void kickOff(Owner owner, Profile profile) {
        Chat chat = Chat.begun(new ChatId(UUID.randomUUID()), profile.id(), NOW);
        Round first = followUp(chat);
        Charge charge = new Charge(first.id(), first.run(), 1);

        assertThat(storage.newRuns().beginCharged(owner, chat, first, storage.aRunAt(NOW), charge))
                .isIn(Beginning.BEGUN, Beginning.PROFILE_MISSING);
    }

    private static Round followUp(Chat chat) {
        return chat.followUp(new RoundId(UUID.randomUUID()), new Prompt("p"), Language.KO, NOW);
    }

    private void charged(Owner owner, Profile profile, Round round) {
        storage.newRuns().addRound(owner, profile.id(), round, storage.aRunAt(NOW));
        storage.credits().charge(owner.tenant(), new Charge(round.id(), round.run(), 1), NOW);
    }

    /** Concurrent visit and chat-session operations of one shopper, with runners and an erasure. */
    @RepeatedTest(5)
    void visitsChatSessionsSavesAndErasureShouldNotDeadlock() {
        Owner owner = storage.anotherLineOf(storage.aTenantWithCredits(1_000).id());
        Shopper shopper = storage.aShopperOf(storage.aProfileOf(owner), NOW);
        ChatSession session = storage.aChatSession(shopper, NOW);
        List<ClaimedRun> claimed = claimedRoundsOf(shopper, session);

        AtOnce.on(12, i -> {
            switch (i % 6) {
                case 0 -> endChatSession(shopper);
                case 1 -> tryTo(() -> storage.aStamp(shopper, "CHAT", null, NOW));
                case 2 -> storage.chatSessions().endIdle(NOW.plus(StorageFixture.IDLE));
                case 3 ->
                    storage.chatSessions().prolong(owner, session.polled(NOW.plusSeconds(60), StorageFixture.IDLE));
                case 4 -> save(claimed.get(i / 6));
                default -> storage.run(() -> storage.profiles().erase(owner, shopper.profileId(), NOW));
            }
            return true;
        });

        assertThat(storage.profiles().find(owner, shopper.profileId())).isEmpty();
        assertThat(storage.visitQueries()
                        .visit(owner, shopper.profileId(), shopper.visit().id()))
                .isEmpty();
        assertThat(storage.runQueue().claimDue(100, NOW.plusSeconds(600), RunSamples.LEASE))
                .isEmpty();
        // Two runs were charged, and the second was refunded, whichever operation ended it.
        assertThat(storage.credits().balance(owner.tenant())).isEqualTo(999);
    }

    /** Two charged rounds: the first is past step 2, the second is not. */
    private List<ClaimedRun> claimedRoundsOf(Shopper shopper, ChatSession session) {
        Owner owner = shopper.owner();
        Started first = storage.aStartedRoundOf(shopper.profile(), session.chat(), NOW);
        storage.run(() -> storage.credits()
                .charge(owner.tenant(), new Charge(first.round().id(), 0, 1), NOW));
        Round past = RunSamples.advance(storage, first, 2, NOW);
        Chat chat = new Chat(session.chat(), shopper.profileId(), past, NOW);
        Started second = storage.aFollowUp(shopper.profile(), chat, "p", NOW);
        storage.run(() -> storage.credits()
                .charge(owner.tenant(), new Charge(second.round().id(), 0, 1), NOW));
        return storage.runQueue().claimDue(100, NOW, RunSamples.LEASE).stream()
                .sorted(Comparator.comparingInt(run -> run.round().number()))
                .toList();
    }

    /** Completes the first round, and fails the second before step 2. */
    private void save(ClaimedRun run) {
        storage.runQueue()
                .save(
                        run.claim(),
                        run.round().hasShoppingList()
                                ? RunSamples.update(run.round(), RunSamples.snapshotUpToStep(4), NOW)
                                : RunSamples.failed(run.round(), new RunFailure.SessionExpired(), NOW),
                        NOW);
    }

    private void endChatSession(Shopper shopper) {
        ChatSessionKeeper keeper = new ChatSessionKeeper(storage.chatSessions(), new SessionRules(StorageFixture.IDLE));
        EndChatSessionService service = new EndChatSessionService(
                storage.profiles(),
                storage.chatSessions(),
                keeper,
                storage.chats(),
                new RunCancellation(
                        storage.chats(),
                        storage.credits(),
                        storage.unitOfWork(),
                        new FakeRunner(),
                        chat -> {},
                        runs -> {}),
                storage.unitOfWork(),
                () -> NOW);
        tryTo(() -> service.end(new EndChatSessionUseCase.Command(
                shopper.owner(), shopper.profileId(), shopper.visit().id())));
    }

    private static void tryTo(Runnable work) {
        try {
            work.run();
        } catch (NotFoundException | NoSuchElementException gone) {
            assertThat(gone).isNotNull();
        }
    }
}
