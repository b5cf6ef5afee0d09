package com.ones1ght.application.chat.port;

import static com.ones1ght.application.chat.port.RunSamples.LEASE;
import static com.ones1ght.application.shared.port.StorageFixture.DEADLINE;
import static com.ones1ght.application.shared.port.StorageFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.application.chat.RoundView;
import com.ones1ght.application.shared.port.AtOnce;
import com.ones1ght.application.shared.port.StorageFixture;
import com.ones1ght.application.shared.port.StorageFixture.Shopper;
import com.ones1ght.application.shared.port.StorageFixture.Started;
import com.ones1ght.application.visit.ChatSessionView;
import com.ones1ght.application.visit.ChatSessionView.Recommendation;
import com.ones1ght.domain.chat.BackListStatus;
import com.ones1ght.domain.chat.Chat;
import com.ones1ght.domain.chat.ChatHistory.PastRun;
import com.ones1ght.domain.chat.PipelineSnapshot;
import com.ones1ght.domain.chat.Round;
import com.ones1ght.domain.chat.RoundState;
import com.ones1ght.domain.chat.RunFailure;
import com.ones1ght.domain.credit.Charge;
import com.ones1ght.domain.profile.Profile;
import com.ones1ght.domain.visit.ChatSession;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link RunQueue} does. The queue is empty when a test begins. */
public interface RunQueueContract {

    StorageFixture fixture();

    private static List<ClaimedRun> claimAll(StorageFixture storage, Instant now) {
        return storage.runQueue().claimDue(100, now, LEASE);
    }

    @Test
    default void anEmptyQueueHasNothingDue() {
        assertThat(claimAll(fixture(), NOW)).isEmpty();
    }

    @Test
    default void aNewRunIsDueAtOnceWithAllThatItNeeds() {
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();

        List<ClaimedRun> claimed = claimAll(storage, NOW);

        assertThat(claimed).hasSize(1);
        ClaimedRun run = claimed.get(0);
        assertThat(run.claim().round()).isEqualTo(started.round().id());
        assertThat(run.claim().run()).isZero();
        assertThat(run.tenant()).isEqualTo(started.owner().tenant());
        assertThat(run.tenantCode()).isEqualTo(run.tenant().toString().replace("-", ""));
        assertThat(run.round()).isEqualTo(started.round());
        assertThat(run.snapshot()).isEqualTo(PipelineSnapshot.empty());
        assertThat(run.userQuery()).isEqualTo(started.run().userQuery());
        assertThat(run.store()).isEqualTo(started.profile().facts().store());
        assertThat(run.profile()).isEqualTo(started.profile().document());
        assertThat(run.past()).isEmpty();
        assertThat(run.deadline()).isEqualTo(NOW.plus(DEADLINE));
        assertThat(run.correlation()).isEqualTo(StorageFixture.CORRELATION);
    }

    @Test
    default void aRunIsNotDueBeforeItWasAccepted() {
        StorageFixture storage = fixture();
        storage.aStartedRound();

        assertThat(claimAll(storage, NOW.minusMillis(1))).isEmpty();
    }

    @Test
    default void theLongestDueComesFirstAndTheLimitIsKept() {
        StorageFixture storage = fixture();
        Profile profile = storage.aProfile();
        Started third = storage.aStartedRoundOf(profile, NOW.plusSeconds(3));
        Started first = storage.aStartedRoundOf(profile, NOW.plusSeconds(1));
        Started second = storage.aStartedRoundOf(profile, NOW.plusSeconds(2));

        List<ClaimedRun> two = storage.runQueue().claimDue(2, NOW.plusSeconds(9), LEASE);
        List<ClaimedRun> rest = storage.runQueue().claimDue(2, NOW.plusSeconds(9), LEASE);

        assertThat(two)
                .extracting(run -> run.round().id())
                .containsExactly(first.round().id(), second.round().id());
        assertThat(rest)
                .extracting(run -> run.round().id())
                .containsExactly(third.round().id());
    }

    @Test
    default void theBacklogHasTheDueRunsThatNobodyHolds() {
        StorageFixture storage = fixture();
        assertThat(storage.runQueue().backlog(NOW)).isEqualTo(new RunQueue.Backlog(0, null));
        Profile profile = storage.aProfile();
        storage.aStartedRoundOf(profile, NOW.plusSeconds(1));
        storage.aStartedRoundOf(profile, NOW.plusSeconds(2));
        storage.aStartedRoundOf(profile, NOW.plusSeconds(3));

        assertThat(storage.runQueue().backlog(NOW)).isEqualTo(new RunQueue.Backlog(0, null));
        assertThat(storage.runQueue().backlog(NOW.plusSeconds(2)))
                .isEqualTo(new RunQueue.Backlog(2, NOW.plusSeconds(1)));

        Instant claimed = NOW.plusSeconds(2);
        storage.runQueue().claimDue(1, claimed, LEASE);

        assertThat(storage.runQueue().backlog(claimed)).isEqualTo(new RunQueue.Backlog(1, NOW.plusSeconds(2)));
        assertThat(storage.runQueue().backlog(claimed.plus(LEASE)).waiting())
                .as("those whose lease has run out wait again")
                .isEqualTo(3);
    }

    @Test
    default void aClaimedRunIsNobodyElsesUntilItsLeaseEnds() {
        StorageFixture storage = fixture();
        storage.aStartedRound();
        RunClaim first = claimAll(storage, NOW).get(0).claim();

        assertThat(claimAll(storage, NOW.plus(LEASE).minusMillis(1))).isEmpty();

        List<ClaimedRun> again = claimAll(storage, NOW.plus(LEASE));
        assertThat(again).hasSize(1);
        assertThat(again.get(0).claim().token()).isGreaterThan(first.token());
    }

    @Test
    default void claimsAtOnceShareTheRunsWithoutOverlap() {
        StorageFixture storage = fixture();
        Profile profile = storage.aProfile();
        List<Started> started = IntStream.range(0, 40)
                .mapToObj(i -> storage.aStartedRoundOf(profile, NOW))
                .toList();

        List<ClaimedRun> claimed = new ArrayList<>();
        AtOnce.on(8, i -> claimUntilNoneIsLeft(storage)).forEach(claimed::addAll);
        // Rows that one claim had locked while another looked were skipped, and are due for the next look.
        claimed.addAll(claimUntilNoneIsLeft(storage));

        assertThat(claimed)
                .extracting(run -> run.round().id())
                .containsExactlyInAnyOrderElementsOf(
                        started.stream().map(one -> one.round().id()).toList());
    }

    private static List<ClaimedRun> claimUntilNoneIsLeft(StorageFixture storage) {
        List<ClaimedRun> all = new ArrayList<>();
        List<ClaimedRun> some = storage.runQueue().claimDue(3, NOW, LEASE);
        while (!some.isEmpty()) {
            all.addAll(some);
            some = storage.runQueue().claimDue(3, NOW, LEASE);
        }
        return all;
    }

    @Test
    default void aRenewedClaimLastsAnotherLease() {
        StorageFixture storage = fixture();
        storage.aStartedRound();
        RunClaim claim = claimAll(storage, NOW).get(0).claim();
        Instant later = NOW.plusSeconds(10);

        assertThat(storage.runQueue().renew(List.of(claim), later, LEASE)).containsExactly(claim);

        assertThat(claimAll(storage, later.plus(LEASE).minusMillis(1))).isEmpty();
        assertThat(claimAll(storage, later.plus(LEASE))).hasSize(1);
    }

    @Test
    default void onlyOnesOwnClaimsAreRenewed() {
        StorageFixture storage = fixture();
        Profile profile = storage.aProfile();
        storage.aStartedRoundOf(profile, NOW);
        storage.aStartedRoundOf(profile, NOW.plusMillis(1));
        List<ClaimedRun> held = claimAll(storage, NOW.plusMillis(1));
        RunClaim kept = held.get(0).claim();
        RunClaim lost = held.get(1).claim();
        RunClaim outdated = new RunClaim(lost.tenant(), lost.round(), lost.run(), lost.token() - 1);

        assertThat(storage.runQueue().renew(List.of(kept, outdated), NOW, LEASE))
                .containsExactly(kept);
        assertThat(storage.runQueue().renew(List.of(), NOW, LEASE)).isEmpty();
    }

    @Test
    default void aReleasedRunIsDueAtOnceForAnyone() {
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();
        ClaimedRun held = claimAll(storage, NOW).get(0);
        PipelineSnapshot waiting = RunSamples.snapshotUpToStep(1).notBefore(NOW.plusSeconds(20));
        storage.runQueue().save(held.claim(), RunSamples.update(started.round(), waiting, NOW), NOW);

        storage.runQueue().release(List.of(held.claim()), NOW.plusSeconds(1));

        assertThat(claimAll(storage, NOW.plusSeconds(1))).hasSize(1);
    }

    @Test
    default void aClaimOfSomebodyElseIsNotReleased() {
        StorageFixture storage = fixture();
        storage.aStartedRound();
        RunClaim first = claimAll(storage, NOW).get(0).claim();
        Instant later = NOW.plus(LEASE);
        claimAll(storage, later);

        storage.runQueue().release(List.of(first), later);

        assertThat(claimAll(storage, later)).isEmpty();
    }

    @Test
    default void aReleasedClaimWritesNothing() {
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();
        RunClaim claim = claimAll(storage, NOW).get(0).claim();
        storage.runQueue().release(List.of(claim), NOW);
        claimAll(storage, NOW);

        assertThat(storage.runQueue()
                        .save(claim, RunSamples.update(started.round(), RunSamples.snapshotUpToStep(1), NOW), NOW))
                .isFalse();
        assertThat(storage.view(started).progress().doneSteps()).isZero();
    }

    @Test
    default void whatIsSavedIsSeenAndClaimedAsItWasGiven() {
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();
        ClaimedRun held = claimAll(storage, NOW).get(0);
        PipelineSnapshot snapshot = RunSamples.snapshotUpToStep(3)
                .withBackListStatus(BackListStatus.IN_PROGRESS)
                .withExtras(Map.of("x", "{ \"a\": 1.0 }"));
        RunUpdate update = RunSamples.update(held.round(), snapshot, NOW.plusSeconds(1));

        assertThat(storage.runQueue().save(held.claim(), update, NOW.plusSeconds(1)))
                .isTrue();

        RoundView seen = storage.view(started);
        assertThat(seen.todos()).isEqualTo(RunSamples.TODOS);
        assertThat(seen.recommendedItems()).isEqualTo(RunSamples.ITEMS);
        assertThat(seen.notifications()).isNull();
        assertThat(seen.progress()).isEqualTo(update.round().progress());
        assertThat(seen.backListStatus()).isEqualTo(BackListStatus.IN_PROGRESS);
        assertThat(seen.updatedAt()).isEqualTo(NOW.plusSeconds(1));
        ClaimedRun next = claimAll(storage, NOW.plus(LEASE).plusSeconds(1)).get(0);
        assertThat(next.snapshot()).isEqualTo(snapshot);
        assertThat(next.round()).isEqualTo(update.round());
    }

    @Test
    default void theGuardShouldStartWithTheRunAndGrowWithItsSteps() {
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();
        ClaimedRun held = claimAll(storage, NOW).get(0);
        assertThat(held.guard()).isEqualTo(RunSamples.GUARD.guard());
        assertThat(storage.view(started).guard()).isEqualTo(RunSamples.GUARD.document());
        RunUpdate one = RunSamples.update(held.round(), RunSamples.snapshotUpToStep(1), NOW);
        storage.runQueue().save(held.claim(), one, NOW);
        assertThat(storage.view(started).guard()).isEqualTo(RunSamples.GUARD.document());
        PipelineSnapshot two = RunSamples.snapshotUpToStep(2);

        storage.runQueue()
                .save(
                        held.claim(),
                        new RunUpdate(one.round().absorb(two, NOW), two, List.of(RunSamples.GROWN_GUARD)),
                        NOW);

        assertThat(storage.view(started).guard()).isEqualTo(RunSamples.GROWN_GUARD.document());
        assertThat(claimAll(storage, NOW.plus(LEASE).plusSeconds(1)).get(0).guard())
                .isEqualTo(RunSamples.GROWN_GUARD.guard());
    }

    @Test
    default void theGuardShouldStartAnewWithARefinement() {
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();
        ClaimedRun held = claimAll(storage, NOW).get(0);
        PipelineSnapshot all = RunSamples.snapshotUpToStep(4);
        Round completed = held.round().absorb(all, NOW);
        storage.runQueue().save(held.claim(), new RunUpdate(completed, all, List.of(RunSamples.GROWN_GUARD)), NOW);

        storage.aRefinement(started, completed, "다시", NOW.plusSeconds(1));

        assertThat(storage.view(started).guard()).isEqualTo(RunSamples.GUARD.document());
        assertThat(claimAll(storage, NOW.plusSeconds(1)).get(0).guard()).isEqualTo(RunSamples.GUARD.guard());
    }

    @Test
    default void fragmentsThatAnUpdateDoesNotBringStayAsTheyAre() {
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();
        ClaimedRun held = claimAll(storage, NOW).get(0);
        RunUpdate two = RunSamples.update(held.round(), RunSamples.snapshotUpToStep(2), NOW);
        storage.runQueue().save(held.claim(), two, NOW);
        PipelineSnapshot three = RunSamples.snapshotUpToStep(3);

        storage.runQueue()
                .save(
                        held.claim(),
                        new RunUpdate(two.round().absorb(three, NOW), three, RunSamples.merged(2, 3, false)),
                        NOW);

        assertThat(storage.view(started).todos()).isEqualTo(RunSamples.TODOS);
        assertThat(storage.view(started).recommendedItems()).isEqualTo(RunSamples.ITEMS);
    }

    @Test
    default void aSaveKeepsTheClaim() {
        StorageFixture storage = fixture();
        storage.aStartedRound();
        ClaimedRun held = claimAll(storage, NOW).get(0);
        RunUpdate one = RunSamples.update(held.round(), RunSamples.snapshotUpToStep(1), NOW);
        storage.runQueue().save(held.claim(), one, NOW);

        assertThat(claimAll(storage, NOW.plusSeconds(1))).isEmpty();
        assertThat(storage.runQueue()
                        .save(held.claim(), RunSamples.update(one.round(), RunSamples.snapshotUpToStep(2), NOW), NOW))
                .isTrue();
    }

    @Test
    default void aRunWhoseHolderIsLostWaitsUntilItsSnapshotAllowsTheNextLook() {
        StorageFixture storage = fixture();
        storage.aStartedRound();
        ClaimedRun held = claimAll(storage, NOW).get(0);
        Instant notBefore = NOW.plus(LEASE).plusSeconds(7);
        PipelineSnapshot waiting = RunSamples.snapshotUpToStep(1).notBefore(notBefore);
        storage.runQueue().save(held.claim(), RunSamples.update(held.round(), waiting, NOW), NOW);

        assertThat(claimAll(storage, notBefore.minusMillis(1))).isEmpty();
        assertThat(claimAll(storage, notBefore)).hasSize(1);
    }

    @Test
    default void savesAtOnceAreStoredUnlessTheirClaimIsLost() {
        StorageFixture storage = fixture();
        Profile profile = storage.aProfile();
        List<Started> started = IntStream.range(0, 12)
                .mapToObj(i -> storage.aStartedRoundOf(profile, NOW.plusMillis(i)))
                .toList();
        Instant claimedAt = NOW.plusSeconds(1);
        List<ClaimedRun> claimed = claimAll(storage, claimedAt);
        List<ClaimedRun> lost = storage.runQueue().claimDue(4, claimedAt.plus(LEASE), LEASE);

        List<Boolean> saved = storage.inFlightTogether(claimed.stream()
                .<Supplier<Boolean>>map(run -> () -> storage.runQueue()
                        .save(
                                run.claim(),
                                RunSamples.update(run.round(), RunSamples.snapshotUpToStep(4), claimedAt),
                                claimedAt))
                .toList());

        assertThat(lost)
                .extracting(run -> run.round().id())
                .hasSize(4)
                .isSubsetOf(
                        claimed.stream().limit(4).map(run -> run.round().id()).toList());
        for (int i = 0; i < 12; i++) {
            assertThat(saved.get(i)).isEqualTo(i >= 4);
            assertThat(storage.view(started.get(i)).state())
                    .isEqualTo(i < 4 ? RoundState.CREATED : RoundState.COMPLETED);
        }
    }

    @Test
    default void anOldTokenWritesNothing() {
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();
        ClaimedRun old = claimAll(storage, NOW).get(0);
        ClaimedRun current = claimAll(storage, NOW.plus(LEASE)).get(0);
        storage.run(() -> storage.credits()
                .charge(started.owner().tenant(), new Charge(started.round().id(), 0, 1), NOW));

        RunUpdate late = RunSamples.failed(old.round(), new RunFailure.Cancelled(), NOW.plus(LEASE));
        assertThat(storage.runQueue().save(old.claim(), late, NOW.plus(LEASE))).isFalse();

        assertThat(storage.view(started).state()).isEqualTo(RoundState.CREATED);
        assertThat(storage.credits().balance(started.owner().tenant())).isEqualTo(9);
        assertThat(storage.runQueue()
                        .save(
                                current.claim(),
                                RunSamples.update(current.round(), RunSamples.snapshotUpToStep(4), NOW),
                                NOW))
                .isTrue();
    }

    @Test
    default void aRunThatAClientEndsIsEndedForItsHolder() {
        StorageFixture storage = fixture();
        Started cancelled = storage.aStartedRound();
        Started kept = storage.aStartedRound();
        List<RunClaim> claims =
                claimAll(storage, NOW).stream().map(ClaimedRun::claim).toList();
        assertThat(storage.runQueue().ended(claims)).isEmpty();

        storage.run(() -> storage.chats()
                .lockRunning(cancelled.owner(), cancelled.chat().id())
                .forEach(round ->
                        storage.chats().settle(cancelled.owner(), round.fail(new RunFailure.Cancelled(), NOW))));

        assertThat(storage.runQueue().ended(claims))
                .extracting(RunClaim::round)
                .containsExactly(cancelled.round().id());
        assertThat(storage.runQueue().renew(claims, NOW, LEASE))
                .extracting(RunClaim::round)
                .containsExactly(kept.round().id());
    }

    @Test
    default void aRunThatARefinementReplacesIsEndedForItsHolder() {
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();
        ClaimedRun held = claimAll(storage, NOW).get(0);
        RunUpdate list = RunSamples.update(held.round(), RunSamples.snapshotUpToStep(2), NOW);
        storage.runQueue().save(held.claim(), list, NOW);

        storage.aRefinement(started, list.round(), "다시", NOW);

        assertThat(storage.runQueue().ended(List.of(held.claim()))).containsExactly(held.claim());
        List<ClaimedRun> again = claimAll(storage, NOW);
        assertThat(again).hasSize(1);
        assertThat(storage.runQueue().ended(List.of(again.get(0).claim()))).isEmpty();
    }

    @Test
    default void aRunThatIsErasedIsEndedForItsHolder() {
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();
        ClaimedRun held = claimAll(storage, NOW).get(0);

        storage.run(() ->
                storage.profiles().erase(started.owner(), started.profile().id(), NOW));

        assertThat(storage.runQueue().ended(List.of(held.claim()))).containsExactly(held.claim());
    }

    @Test
    default void aRunIsNotEndedByItsHoldersOwnSaveNorByAnotherClaimNorByARelease() {
        StorageFixture storage = fixture();
        storage.aStartedRound();
        RunClaim lost = claimAll(storage, NOW).get(0).claim();
        ClaimedRun current = claimAll(storage, NOW.plus(LEASE)).get(0);
        assertThat(storage.runQueue().ended(List.of(lost, current.claim())))
                .as("another node goes on with it")
                .isEmpty();

        storage.runQueue().release(List.of(current.claim()), NOW);
        assertThat(storage.runQueue().ended(List.of(lost, current.claim())))
                .as("it is due for any node")
                .isEmpty();

        ClaimedRun last = claimAll(storage, NOW.plus(LEASE)).get(0);
        RunUpdate completed = RunSamples.update(last.round(), RunSamples.snapshotUpToStep(4), NOW);
        storage.runQueue().save(last.claim(), completed, NOW);
        assertThat(storage.runQueue().ended(List.of(last.claim()))).isEmpty();
        assertThat(storage.runQueue().ended(List.of())).isEmpty();
    }

    @Test
    default void aSettledRunLeavesTheQueueForGood() {
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();
        ClaimedRun held = claimAll(storage, NOW).get(0);
        RunUpdate completed = RunSamples.update(held.round(), RunSamples.snapshotUpToStep(4), NOW);

        assertThat(storage.runQueue().save(held.claim(), completed, NOW)).isTrue();

        assertThat(storage.view(started).state()).isEqualTo(RoundState.COMPLETED);
        assertThat(storage.view(started).notifications()).isEqualTo(RunSamples.NOTIFICATIONS);
        assertThat(claimAll(storage, NOW.plus(DEADLINE))).isEmpty();
        assertThat(storage.runQueue().renew(List.of(held.claim()), NOW, LEASE)).isEmpty();
        assertThat(storage.runQueue().save(held.claim(), completed, NOW)).isFalse();
        storage.runQueue().release(List.of(held.claim()), NOW);
        assertThat(claimAll(storage, NOW.plus(DEADLINE))).isEmpty();
    }

    @Test
    default void aFailedRunGivesItsCreditBackOnce() {
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();
        storage.run(() -> storage.credits()
                .charge(started.owner().tenant(), new Charge(started.round().id(), 0, 4), NOW));
        ClaimedRun held = claimAll(storage, NOW).get(0);
        RunUpdate failed = RunSamples.failed(held.round(), new RunFailure.SessionExpired(), NOW);

        List<Boolean> saved = AtOnce.on(8, i -> storage.runQueue().save(held.claim(), failed, NOW));

        assertThat(saved).containsOnlyOnce(true);
        assertThat(storage.credits().balance(started.owner().tenant())).isEqualTo(10);
        assertThat(storage.view(started).failure()).isEqualTo(new RunFailure.SessionExpired());
    }

    @Test
    default void aRefundOfARunThatWasNeverChargedIsPassedOver() {
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();
        ClaimedRun held = claimAll(storage, NOW).get(0);
        RunUpdate failed = RunSamples.failed(held.round(), new RunFailure.Cancelled(), NOW);

        assertThat(storage.runQueue().save(held.claim(), failed, NOW)).isTrue();

        assertThat(storage.credits().balance(started.owner().tenant())).isEqualTo(10);
    }

    @Test
    default void theHistoryIsTheRunsOfTheChatWhoseShoppingListIsThere() {
        StorageFixture storage = fixture();
        Started first = storage.aStartedRound();
        Round completed = RunSamples.advance(storage, first, 4, NOW);
        Started refined = storage.aRefinement(first, completed, "덜 맵게", NOW.plusSeconds(1));
        Round past = RunSamples.advance(storage, refined, 2, NOW.plusSeconds(1));
        Started second = storage.aFollowUp(
                first.profile(),
                new Chat(
                        first.chat().id(),
                        first.profile().id(),
                        past,
                        first.chat().createdAt()),
                "그리고 디저트?",
                NOW.plusSeconds(2));
        storage.aStartedRoundOf(first.profile(), NOW);

        ClaimedRun claimed = RunSamples.claim(storage, second, NOW.plusSeconds(2));

        assertThat(claimed.past())
                .containsExactlyInAnyOrder(
                        new PastRun(1, 0, "오늘 저녁 뭐 먹지?", RunSamples.RAW_MEAL),
                        new PastRun(1, 1, "덜 맵게", RunSamples.RAW_MEAL));
    }

    @Test
    default void aRunWithoutAShoppingListIsNoHistory() {
        StorageFixture storage = fixture();
        Started first = storage.aStartedRound();
        ClaimedRun held = claimAll(storage, NOW).get(0);
        PipelineSnapshot failed = RunSamples.snapshotUpToStep(1).failed(new RunFailure.SessionExpired());
        RunUpdate update = RunSamples.update(held.round(), failed, NOW);
        storage.runQueue().save(held.claim(), update, NOW);

        Started again = storage.aRefinement(first, update.round(), "다시", NOW.plusSeconds(1));

        assertThat(RunSamples.claim(storage, again, NOW.plusSeconds(1)).past()).isEmpty();
    }

    @Test
    default void aRunIsInASessionWhenItsChatIsThatOfOneEndedOrNot() {
        StorageFixture storage = fixture();
        Shopper shopper = storage.aShopper();
        ChatSession first = storage.aChatSession(shopper, NOW);
        storage.aChange(shopper, first.ended(ChatSession.Reason.IDLE, NOW.plusSeconds(1)));
        ChatSession second = storage.aChatSession(shopper, NOW.plusSeconds(2));
        Started inEnded = storage.aStartedRoundOf(shopper.profile(), first.chat(), NOW);
        Started inOpen = storage.aStartedRoundOf(shopper.profile(), second.chat(), NOW);
        Started besides = storage.aStartedRoundOf(shopper.profile(), NOW);

        assertThat(claimAll(storage, NOW))
                .filteredOn(ClaimedRun::inSession)
                .extracting(run -> run.round().id())
                .containsExactlyInAnyOrder(inEnded.round().id(), inOpen.round().id())
                .doesNotContain(besides.round().id());
    }

    private static Recommendation sessionForm(StorageFixture storage, Shopper shopper) {
        return storage.chatSessionViews()
                .active(shopper.owner(), shopper.profileId(), shopper.visit().id(), NOW)
                .map(ChatSessionView::latest)
                .orElseThrow();
    }

    @Test
    default void partsOfTheSessionFormThatAnUpdateDoesNotBringStayAsTheyAre() {
        StorageFixture storage = fixture();
        Shopper shopper = storage.aShopper();
        ChatSession session = storage.aChatSession(shopper, NOW);
        storage.aStartedRoundOf(shopper.profile(), session.chat(), NOW);
        ClaimedRun held = claimAll(storage, NOW).get(0);
        RunUpdate two = RunSamples.sessionUpdate(held.round(), RunSamples.snapshotUpToStep(2), NOW);
        storage.runQueue().save(held.claim(), two, NOW);
        PipelineSnapshot three = RunSamples.snapshotUpToStep(3);
        Round third = two.round().absorb(three, NOW);

        storage.runQueue().save(held.claim(), new RunUpdate(third, three, RunSamples.merged(2, 3, true)), NOW);
        assertThat(sessionForm(storage, shopper).shoppingList()).isEqualTo(RunSamples.SESSION_LIST);
        assertThat(sessionForm(storage, shopper).backList()).isNull();

        PipelineSnapshot four = RunSamples.snapshotUpToStep(4);
        storage.runQueue()
                .save(held.claim(), new RunUpdate(third.absorb(four, NOW), four, RunSamples.merged(3, 4, true)), NOW);
        assertThat(sessionForm(storage, shopper).shoppingList()).isEqualTo(RunSamples.SESSION_LIST);
        assertThat(sessionForm(storage, shopper).backList()).isEqualTo(RunSamples.SESSION_BACK_LIST);
    }

    @Test
    default void theSessionFormOfAnUpdateThatIsRefusedIsNotStored() {
        StorageFixture storage = fixture();
        Shopper shopper = storage.aShopper();
        ChatSession session = storage.aChatSession(shopper, NOW);
        storage.aStartedRoundOf(shopper.profile(), session.chat(), NOW);
        ClaimedRun old = claimAll(storage, NOW).get(0);
        claimAll(storage, NOW.plus(LEASE));

        storage.runQueue()
                .save(old.claim(), RunSamples.sessionUpdate(old.round(), RunSamples.snapshotUpToStep(4), NOW), NOW);

        assertThat(sessionForm(storage, shopper).shoppingList()).isNull();
    }

    @Test
    default void aRestartedRoundShowsNothingOfItsEarlierSessionForm() {
        StorageFixture storage = fixture();
        Shopper shopper = storage.aShopper();
        ChatSession session = storage.aChatSession(shopper, NOW);
        Started started = storage.aStartedRoundOf(shopper.profile(), session.chat(), NOW);
        Round completed = RunSamples.advance(storage, started, 4, NOW);
        assertThat(sessionForm(storage, shopper).backList()).isNotNull();

        storage.aRefinement(started, completed, "다시", NOW.plusSeconds(1));

        assertThat(sessionForm(storage, shopper).shoppingList()).isNull();
        assertThat(sessionForm(storage, shopper).backList()).isNull();
    }
}
