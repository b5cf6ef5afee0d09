package com.ones1ght.application.chat.port;

import static com.ones1ght.application.shared.port.StorageFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ones1ght.application.chat.ChatPage;
import com.ones1ght.application.chat.RoundView;
import com.ones1ght.application.chat.port.NewRuns.Beginning;
import com.ones1ght.application.shared.port.AtOnce;
import com.ones1ght.application.shared.port.StorageFixture;
import com.ones1ght.application.shared.port.StorageFixture.Started;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.chat.Chat;
import com.ones1ght.domain.chat.ChatHistory.PastRun;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.Prompt;
import com.ones1ght.domain.chat.Round;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.chat.RoundState;
import com.ones1ght.domain.chat.RunFailure;
import com.ones1ght.domain.credit.Charge;
import com.ones1ght.domain.credit.ChargeRule;
import com.ones1ght.domain.profile.Profile;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.DomainException;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.shared.NotFoundException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link Chats} does. */
public interface ChatsContract {

    StorageFixture fixture();

    private static Optional<Chat> lock(StorageFixture storage, Owner owner, ProfileId profile, ChatId chat) {
        return storage.inTransaction(() -> storage.chats().lock(owner, profile, chat));
    }

    private static Optional<Chat> lock(StorageFixture storage, Started started) {
        return lock(
                storage, started.owner(), started.profile().id(), started.chat().id());
    }

    @Test
    default void aNewChatIsLockedWithItsFirstRound() {
        StorageFixture storage = fixture();
        Profile profile = storage.aProfile();
        Chat chat = Chat.begun(new ChatId(UUID.randomUUID()), profile.id(), NOW);
        Round first = firstOf(chat);

        storage.run(() -> storage.newRuns().begin(profile.owner(), chat, first, storage.aRunAt(NOW)));

        assertThat(lock(storage, profile.owner(), profile.id(), chat.id()))
                .contains(new Chat(chat.id(), profile.id(), first, NOW));
    }

    private static Round firstOf(Chat chat) {
        return chat.followUp(new RoundId(UUID.randomUUID()), new Prompt("p"), Language.KO, NOW);
    }

    @Test
    default void aChatIsLockedWithItsLastRound() {
        StorageFixture storage = fixture();
        Started first = storage.aStartedRound();
        Round advanced = RunSamples.advance(storage, first, 2, NOW.plusSeconds(1));
        assertThat(lock(storage, first)).map(Chat::lastRound).contains(advanced);

        Chat chat = lock(storage, first).orElseThrow();
        Started second = storage.aFollowUp(first.profile(), chat, "더 맵게", NOW.plusSeconds(2));

        assertThat(lock(storage, first)).contains(second.chatNow());
        assertThat(second.round().number()).isEqualTo(2);
    }

    @Test
    default void aRoundInErrorIsLockedAsItIs() {
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();
        ClaimedRun claimed = RunSamples.claim(storage, started, NOW);
        RunUpdate failed = RunSamples.failed(started.round(), new RunFailure.SessionExpired(), NOW.plusSeconds(1));

        storage.runQueue().save(claimed.claim(), failed, NOW.plusSeconds(1));

        assertThat(lock(storage, started)).map(Chat::lastRound).contains(failed.round());
    }

    @Test
    default void whatIsNotTheOwnersIsNotFound() {
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();
        Owner owner = started.owner();
        ProfileId profile = started.profile().id();
        ChatId chat = started.chat().id();
        Profile sibling = storage.aProfileOf(owner);

        assertThat(lock(storage, owner, profile, new ChatId(UUID.randomUUID()))).isEmpty();
        assertThat(lock(storage, owner, sibling.id(), chat)).isEmpty();
        assertThat(lock(storage, owner, new ProfileId(UUID.randomUUID()), chat)).isEmpty();
        assertThat(lock(storage, storage.anotherLineOf(owner.tenant()), profile, chat))
                .isEmpty();
        assertThat(lock(storage, new Owner(storage.aTenant().id(), owner.line()), profile, chat))
                .isEmpty();
    }

    @Test
    default void aChatHasItsOwnRoundsAlone() {
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();
        Started other = storage.aStartedRoundOf(started.profile(), NOW);

        storage.run(() -> {
            storage.chats()
                    .lock(
                            started.owner(),
                            started.profile().id(),
                            started.chat().id());
            assertThat(storage.chats()
                            .hasRound(
                                    started.owner(),
                                    started.chat().id(),
                                    started.round().id()))
                    .isTrue();
            assertThat(storage.chats()
                            .hasRound(
                                    started.owner(),
                                    started.chat().id(),
                                    other.round().id()))
                    .isFalse();
            assertThat(storage.chats().hasRound(started.owner(), started.chat().id(), new RoundId(UUID.randomUUID())))
                    .isFalse();
        });
    }

    @Test
    default void aChatOfAnUnknownProfileIsRefused() {
        StorageFixture storage = fixture();
        Owner owner = storage.anOwner();
        Chat chat = Chat.begun(new ChatId(UUID.randomUUID()), new ProfileId(UUID.randomUUID()), NOW);

        assertThatThrownBy(() ->
                        storage.run(() -> storage.newRuns().begin(owner, chat, firstOf(chat), storage.aRunAt(NOW))))
                .isInstanceOf(NotFoundException.class);
    }

    private static Beginning beginCharged(StorageFixture storage, Owner owner, Chat chat, Round first, long credits) {
        Charge charge = new ChargeRule(credits).chargeFor(first);
        return storage.newRuns().beginCharged(owner, chat, first, storage.aRunAt(NOW), charge);
    }

    @Test
    default void aChargedBeginningIsAChatARunAndACharge() {
        StorageFixture storage = fixture();
        Profile profile = storage.aProfile();
        Owner owner = profile.owner();
        Chat chat = Chat.begun(new ChatId(UUID.randomUUID()), profile.id(), NOW);
        Round first = firstOf(chat);

        assertThat(beginCharged(storage, owner, chat, first, 3)).isEqualTo(Beginning.BEGUN);

        assertThat(lock(storage, owner, profile.id(), chat.id()))
                .contains(new Chat(chat.id(), profile.id(), first, NOW));
        assertThat(storage.credits().balance(owner.tenant())).isEqualTo(7);
        assertThat(storage.credits().page(owner.tenant(), RunSamples.FIRST_PAGE).items())
                .contains(new ChargeRule(3).chargeFor(first).entry(10, NOW));
        Started started = new Started(owner, profile, chat, first, storage.aRunAt(NOW));
        ClaimedRun run = RunSamples.claim(storage, started, NOW);
        assertThat(run.userQuery()).isEqualTo(started.run().userQuery());
        assertThat(run.deadline()).isEqualTo(NOW.plus(StorageFixture.DEADLINE));
        storage.runQueue().save(run.claim(), RunSamples.failed(first, new RunFailure.SessionExpired(), NOW), NOW);
        assertThat(storage.credits().balance(owner.tenant())).isEqualTo(10);
    }

    @Test
    default void aChargedBeginningWithoutEnoughCreditLeavesNothing() {
        StorageFixture storage = fixture();
        Profile profile = storage.aProfile();
        Owner owner = profile.owner();
        Chat chat = Chat.begun(new ChatId(UUID.randomUUID()), profile.id(), NOW);

        assertThat(beginCharged(storage, owner, chat, firstOf(chat), 11)).isEqualTo(Beginning.NOT_ENOUGH_CREDIT);

        assertThat(lock(storage, owner, profile.id(), chat.id())).isEmpty();
        assertThat(storage.credits().balance(owner.tenant())).isEqualTo(10);
    }

    @Test
    default void aChargedBeginningNeedsTheOwnersProfile() {
        StorageFixture storage = fixture();
        Profile profile = storage.aProfile();
        Owner owner = profile.owner();
        Owner sibling = storage.anotherLineOf(owner.tenant());
        Owner stranger = storage.anOwner();
        Chat chat = Chat.begun(new ChatId(UUID.randomUUID()), profile.id(), NOW);
        Chat ofNobody = Chat.begun(new ChatId(UUID.randomUUID()), new ProfileId(UUID.randomUUID()), NOW);

        assertThat(beginCharged(storage, sibling, chat, firstOf(chat), 1)).isEqualTo(Beginning.PROFILE_MISSING);
        assertThat(beginCharged(storage, stranger, chat, firstOf(chat), 1)).isEqualTo(Beginning.PROFILE_MISSING);
        assertThat(beginCharged(storage, owner, ofNobody, firstOf(ofNobody), 1)).isEqualTo(Beginning.PROFILE_MISSING);

        assertThat(lock(storage, owner, profile.id(), chat.id())).isEmpty();
        assertThat(storage.credits().balance(owner.tenant())).isEqualTo(10);
        assertThat(storage.credits().balance(stranger.tenant())).isEqualTo(10);
    }

    @Test
    default void chargedBeginningsAtOnceSpendNoMoreThanThereIs() {
        StorageFixture storage = fixture();
        Profile profile = storage.aProfile();
        Owner owner = profile.owner();

        List<Beginning> beginnings = AtOnce.on(16, i -> {
            Chat chat = Chat.begun(new ChatId(UUID.randomUUID()), profile.id(), NOW);
            return beginCharged(storage, owner, chat, firstOf(chat), 1);
        });

        assertThat(beginnings)
                .containsOnly(Beginning.BEGUN, Beginning.NOT_ENOUGH_CREDIT)
                .filteredOn(Beginning.BEGUN::equals)
                .hasSize(10);
        assertThat(storage.credits().balance(owner.tenant())).isZero();
        assertThat(storage.chatQueries().page(owner, profile.id(), RunSamples.FIRST_PAGE))
                .map(ChatPage::total)
                .contains(10L);
    }

    @Test
    default void aKickoffThatFailsLeavesNothing() {
        StorageFixture storage = fixture();
        Profile profile = storage.aProfile();
        Chat chat = Chat.begun(new ChatId(UUID.randomUUID()), profile.id(), NOW);

        assertThatThrownBy(() -> storage.run(() -> {
                    storage.newRuns().begin(profile.owner(), chat, firstOf(chat), storage.aRunAt(NOW));
                    throw new IllegalStateException("no credit");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(lock(storage, profile.owner(), profile.id(), chat.id())).isEmpty();
    }

    @Test
    default void ofManyFollowUpsAtOnceOneIsAccepted() {
        StorageFixture storage = fixture();
        Started first = storage.aStartedRound();
        RunSamples.advance(storage, first, 2, NOW.plusSeconds(1));

        List<Boolean> accepted = AtOnce.on(
                8,
                i -> storage.inTransaction(() -> {
                    Chat chat = storage.chats()
                            .lock(
                                    first.owner(),
                                    first.profile().id(),
                                    first.chat().id())
                            .orElseThrow();
                    try {
                        Round next = chat.followUp(
                                new RoundId(UUID.randomUUID()), new Prompt("next " + i), Language.KO, NOW);
                        storage.newRuns()
                                .addRound(first.owner(), first.profile().id(), next, storage.aRunAt(NOW));
                        return true;
                    } catch (DomainException inFlight) {
                        return false;
                    }
                }));

        assertThat(accepted).containsOnlyOnce(true);
        assertThat(lock(storage, first).map(Chat::lastRound).map(Round::number)).contains(2);
    }

    @Test
    default void aRestartedRoundShowsNothingOfItsEarlierRun() {
        StorageFixture storage = fixture();
        Started first = storage.aStartedRound();
        Round completed = RunSamples.advance(storage, first, 4, NOW.plusSeconds(1));

        Started again = storage.aRefinement(first, completed, "덜 맵게", NOW.plusSeconds(2));

        assertThat(lock(storage, first)).map(Chat::lastRound).contains(again.round());
        RoundView view = storage.view(first);
        assertThat(view.todos()).isNull();
        assertThat(view.recommendedItems()).isNull();
        assertThat(view.notifications()).isNull();
        assertThat(view.failure()).isNull();
        assertThat(view.backListStatus()).isNull();
        assertThat(view.state()).isEqualTo(RoundState.CREATED);
        assertThat(view.prompt()).isEqualTo("덜 맵게");
    }

    @Test
    default void theEarlierRunOfARestartedRoundCanWriteNothingMore() {
        StorageFixture storage = fixture();
        Started first = storage.aStartedRound();
        ClaimedRun claimed = RunSamples.claim(storage, first, NOW);
        RunUpdate shoppingList = RunSamples.update(first.round(), RunSamples.snapshotUpToStep(2), NOW.plusSeconds(1));
        storage.runQueue().save(claimed.claim(), shoppingList, NOW.plusSeconds(1));

        Started again = storage.aRefinement(first, shoppingList.round(), "다시", NOW.plusSeconds(2));

        assertThat(storage.runQueue()
                        .save(
                                claimed.claim(),
                                RunSamples.update(
                                        shoppingList.round(), RunSamples.snapshotUpToStep(4), NOW.plusSeconds(3)),
                                NOW.plusSeconds(3)))
                .isFalse();
        assertThat(storage.runQueue().renew(List.of(claimed.claim()), NOW, RunSamples.LEASE))
                .isEmpty();
        assertThat(lock(storage, first)).map(Chat::lastRound).contains(again.round());
    }

    @Test
    default void aRestartedRoundIsDueWithItsNewRun() {
        StorageFixture storage = fixture();
        Started first = storage.aStartedRound();
        Round completed = RunSamples.advance(storage, first, 4, NOW.plusSeconds(1));

        Started again = storage.aRefinement(first, completed, "다시", NOW.plusSeconds(2));

        ClaimedRun claimed = RunSamples.claim(storage, again, NOW.plusSeconds(2));
        assertThat(claimed.claim().run()).isEqualTo(1);
        assertThat(claimed.round()).isEqualTo(again.round());
        assertThat(claimed.userQuery()).isEqualTo(again.run().userQuery());
    }

    private static List<Round> lockRunning(StorageFixture storage, Owner owner, Chat chat) {
        return storage.inTransaction(() -> {
            storage.chats().lock(owner, chat.profile(), chat.id());
            return storage.chats().lockRunning(owner, chat.id());
        });
    }

    private static Round cancel(StorageFixture storage, Started started) {
        return storage.inTransaction(() -> {
            storage.chats()
                    .lock(
                            started.owner(),
                            started.profile().id(),
                            started.chat().id());
            Round running = storage
                    .chats()
                    .lockRunning(started.owner(), started.chat().id())
                    .stream()
                    .filter(round -> round.id().equals(started.round().id()))
                    .findFirst()
                    .orElseThrow();
            Round cancelled = running.fail(new RunFailure.Cancelled(), NOW.plusSeconds(7));
            storage.chats().settle(started.owner(), cancelled);
            return cancelled;
        });
    }

    @Test
    default void theRunningRoundsOfAChatAreLockedAsTheyAreAndInOrder() {
        StorageFixture storage = fixture();
        Started first = storage.aStartedRound();
        Round firstNow = RunSamples.advance(storage, first, 3, NOW.plusSeconds(1));
        Started second =
                storage.aFollowUp(first.profile(), lock(storage, first).orElseThrow(), "더 맵게", NOW.plusSeconds(2));
        Round secondNow = RunSamples.advance(storage, second, 2, NOW.plusSeconds(3));
        Started third =
                storage.aFollowUp(first.profile(), lock(storage, first).orElseThrow(), "다시", NOW.plusSeconds(4));
        storage.aStartedRoundOf(first.profile(), NOW);

        assertThat(lockRunning(storage, first.owner(), first.chat()))
                .containsExactly(firstNow, secondNow, third.round());
    }

    @Test
    default void settledRoundsAreNotRunning() {
        StorageFixture storage = fixture();
        Started completed = storage.aStartedRound();
        RunSamples.advance(storage, completed, 4, NOW);
        Started failed = storage.aStartedRound();
        ClaimedRun claimed = RunSamples.claim(storage, failed, NOW);
        storage.runQueue()
                .save(claimed.claim(), RunSamples.failed(claimed.round(), new RunFailure.SessionExpired(), NOW), NOW);

        assertThat(lockRunning(storage, completed.owner(), completed.chat())).isEmpty();
        assertThat(lockRunning(storage, failed.owner(), failed.chat())).isEmpty();
    }

    @Test
    default void aRefinedRoundIsRunningWithItsNewRunAlone() {
        StorageFixture storage = fixture();
        Started first = storage.aStartedRound();
        Round past = RunSamples.advance(storage, first, 2, NOW.plusSeconds(1));

        Started again = storage.aRefinement(first, past, "다시", NOW.plusSeconds(2));

        assertThat(lockRunning(storage, first.owner(), first.chat())).containsExactly(again.round());
    }

    @Test
    default void runningRoundsOfAnotherTenantAreNotFound() {
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();
        Owner stranger = new Owner(storage.aTenant().id(), started.owner().line());

        assertThat(lockRunning(storage, stranger, started.chat())).isEmpty();
        assertThat(lockRunning(
                        storage,
                        started.owner(),
                        Chat.begun(
                                new ChatId(UUID.randomUUID()), started.profile().id(), NOW)))
                .isEmpty();
    }

    @Test
    default void aSettledRoundShowsWhatItHasShownAndItsError() {
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();
        RunSamples.advance(storage, started, 3, NOW.plusSeconds(1));

        Round cancelled = cancel(storage, started);

        assertThat(lock(storage, started)).map(Chat::lastRound).contains(cancelled);
        RoundView shown = storage.view(started);
        assertThat(shown.state()).isEqualTo(RoundState.ERROR);
        assertThat(shown.failure()).isEqualTo(new RunFailure.Cancelled());
        assertThat(shown.progress()).isEqualTo(cancelled.progress());
        assertThat(shown.updatedAt()).isEqualTo(NOW.plusSeconds(7));
        assertThat(shown.todos()).isEqualTo(RunSamples.TODOS);
        assertThat(shown.recommendedItems()).isEqualTo(RunSamples.ITEMS);
    }

    @Test
    default void aSettledRunLeavesTheQueueAndItsHolderCanWriteNothingMore() {
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();
        ClaimedRun held = RunSamples.claim(storage, started, NOW);
        RunUpdate late = RunSamples.update(held.round(), RunSamples.snapshotUpToStep(4), NOW.plusSeconds(8));

        Round cancelled = cancel(storage, started);

        assertThat(storage.runQueue().save(held.claim(), late, NOW.plusSeconds(8)))
                .isFalse();
        assertThat(storage.runQueue().renew(List.of(held.claim()), NOW, RunSamples.LEASE))
                .isEmpty();
        storage.runQueue().release(List.of(held.claim()), NOW);
        assertThat(storage.runQueue().claimDue(1_000, NOW.plus(StorageFixture.DEADLINE), RunSamples.LEASE))
                .extracting(run -> run.round().id())
                .doesNotContain(started.round().id());
        assertThat(lockRunning(storage, started.owner(), started.chat())).isEmpty();
        assertThat(lock(storage, started)).map(Chat::lastRound).contains(cancelled);
        assertThat(storage.view(started).todos()).isNull();
    }

    @Test
    default void aRoundThatWasSettledCanBeRefined() {
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();
        Round cancelled = cancel(storage, started);

        Started again = storage.aRefinement(started, cancelled, "다시", NOW.plusSeconds(9));

        assertThat(RunSamples.claim(storage, again, NOW.plusSeconds(9)).round()).isEqualTo(again.round());
    }

    @Test
    default void theMealOfASettledRunWithAShoppingListStaysInTheConversation() {
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();
        RunSamples.advance(storage, started, 2, NOW.plusSeconds(1));
        cancel(storage, started);

        Started next =
                storage.aFollowUp(started.profile(), lock(storage, started).orElseThrow(), "그리고?", NOW.plusSeconds(9));

        assertThat(RunSamples.claim(storage, next, NOW.plusSeconds(9)).past())
                .containsExactly(new PastRun(1, 0, started.round().prompt().text(), RunSamples.RAW_MEAL));
    }

    @Test
    default void ofARunThatIsSettledAndSavedAtOnceOneWins() {
        StorageFixture storage = fixture();
        for (int attempt = 0; attempt < 10; attempt++) {
            Started started = storage.aStartedRound();
            ClaimedRun held = RunSamples.claim(storage, started, NOW);
            RunUpdate completed = RunSamples.update(held.round(), RunSamples.snapshotUpToStep(4), NOW);

            List<Boolean> won = AtOnce.on(
                    2,
                    i -> i == 0
                            ? storage.runQueue().save(held.claim(), completed, NOW)
                            : cancelIfRunning(storage, started));

            assertThat(won).containsOnlyOnce(true);
            assertThat(storage.view(started).state()).isEqualTo(won.get(0) ? RoundState.COMPLETED : RoundState.ERROR);
        }
    }

    private static boolean cancelIfRunning(StorageFixture storage, Started started) {
        return storage.inTransaction(() -> {
            List<Round> running =
                    storage.chats().lockRunning(started.owner(), started.chat().id());
            running.forEach(
                    round -> storage.chats().settle(started.owner(), round.fail(new RunFailure.Cancelled(), NOW)));
            return !running.isEmpty();
        });
    }

    @Test
    default void aRoundIsLockedAsTheSaveThatWasWaitedForHasLeftIt() {
        StorageFixture storage = fixture();
        for (int attempt = 0; attempt < 10; attempt++) {
            Started started = storage.aStartedRound();
            ClaimedRun held = RunSamples.claim(storage, started, NOW);
            RunUpdate list = RunSamples.update(held.round(), RunSamples.snapshotUpToStep(2), NOW);

            AtOnce.on(
                    2,
                    i -> i == 0 ? storage.runQueue().save(held.claim(), list, NOW) : cancelIfRunning(storage, started));

            RoundView shown = storage.view(started);
            assertThat(shown.state()).isEqualTo(RoundState.ERROR);
            assertThat(shown.progress().doneSteps())
                    .as("what a client is told of the steps agrees with what it is shown")
                    .isEqualTo(shown.todos() == null ? 0 : 2);
        }
    }
}
