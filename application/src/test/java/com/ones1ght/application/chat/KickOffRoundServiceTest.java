package com.ones1ght.application.chat;

import static com.ones1ght.application.shared.port.StorageFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.ones1ght.application.chat.KickOffRoundUseCase.Accepted;
import com.ones1ght.application.chat.KickOffRoundUseCase.Command;
import com.ones1ght.application.chat.port.ClaimedRun;
import com.ones1ght.application.chat.port.RunSamples;
import com.ones1ght.application.chat.port.RunUpdate;
import com.ones1ght.application.shared.InMemoryStorage;
import com.ones1ght.application.shared.MutableClock;
import com.ones1ght.application.shared.SequentialIds;
import com.ones1ght.application.shared.port.AtOnce;
import com.ones1ght.application.shared.port.StorageUnavailableException;
import com.ones1ght.domain.access.ApiKey;
import com.ones1ght.domain.access.ApiKeyId;
import com.ones1ght.domain.access.KeyLine;
import com.ones1ght.domain.access.KeyType;
import com.ones1ght.domain.access.Scope;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.Prompt;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.chat.RoundState;
import com.ones1ght.domain.chat.RunFailure;
import com.ones1ght.domain.credit.Charge;
import com.ones1ght.domain.credit.ChargeRule;
import com.ones1ght.domain.dietary.DeclaredRestrictions;
import com.ones1ght.domain.dietary.DietaryGuard;
import com.ones1ght.domain.profile.Profile;
import com.ones1ght.domain.profile.ProfileDocument;
import com.ones1ght.domain.profile.ProfileFacts;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.recommendation.RoundGuard;
import com.ones1ght.domain.shared.DomainException;
import com.ones1ght.domain.shared.ErrorCode;
import com.ones1ght.domain.shared.InvalidRequestException;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.shared.NotFoundException;
import com.ones1ght.domain.tenant.Tenant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KickOffRoundServiceTest {
    private static final Duration DEADLINE = Duration.ofMinutes(5);
    private static final Prompt DINNER = new Prompt("오늘 저녁 뭐 먹지?");
    private static final Prompt NO_PORK = new Prompt("돼지고기 말고");

    private final InMemoryStorage storage = new InMemoryStorage();
    private final MutableClock clock = new MutableClock(NOW);
    private final FakeRunner runner = new FakeRunner(storage.unitOfWork()::isInTransaction);
    private final SequentialIds ids = new SequentialIds();
    private final List<ChatId> changed = new ArrayList<>();
    private final KickOffRoundService service = new KickOffRoundService(
            storage.profiles(),
            storage.chats(),
            new RunAcceptance(
                    storage.newRuns(),
                    storage.credits(),
                    ids,
                    new RoundRules(DEADLINE, DietaryGuard.DECLARED, new ChargeRule(2)),
                    new TextResultDocuments()),
            storage.unitOfWork(),
            runner,
            changed::add,
            ids,
            clock);

    private ApiKey key = aKeyOf(storage.aTenantWithCredits(10));
    private Profile profile = storage.aProfileOf(key.owner());

    @Test
    void kickoffWithoutAChatShouldBeginOne() {
        Accepted accepted = kickOff(DINNER, null, null);

        ChatView chat = chat(accepted.chat());
        assertThat(chat.createdAt()).isEqualTo(NOW);
        assertThat(chat.rounds()).hasSize(1);
        RoundView round = chat.rounds().get(0);
        assertThat(round.id()).isEqualTo(accepted.round());
        assertThat(round.number()).isEqualTo(1);
        assertThat(round.prompt()).isEqualTo(DINNER.text());
        assertThat(round.state()).isEqualTo(RoundState.CREATED);
        assertThat(balance()).isEqualTo(8);
        assertThat(runner.wakeUps()).isEqualTo(1);
    }

    @Test
    void runnerShouldBeWokenAfterTheCommitOfTheTransactionThatAKickoffJoins() {
        Accepted first = storage.inTransaction(() -> {
            Accepted accepted = kickOff(DINNER, null, null);
            assertThat(runner.wakeUps()).isEqualTo(0);
            return accepted;
        });
        assertThat(runner.wakeUps()).isEqualTo(1);
        advance(first, 4);

        assertThatThrownBy(() -> storage.run(() -> {
                    kickOff(DINNER, first.chat(), null);
                    throw new IllegalStateException("for the test");
                }))
                .hasMessage("for the test");

        assertThat(runner.wakeUps()).isEqualTo(1);
        assertThat(changed).isEmpty();
        assertThat(chat(first.chat()).rounds()).hasSize(1);
        assertThat(balance()).isEqualTo(8);
    }

    @Test
    void acceptedRunShouldBeDueAtOnceWithItsDeadlineAndPrelude() {
        Accepted accepted = kickOff(DINNER, null, null);

        ClaimedRun run = claim(accepted);

        assertThat(run.deadline()).isEqualTo(NOW.plus(DEADLINE));
        assertThat(run.round().language()).isEqualTo(Language.JA);
        assertThat(run.userQuery())
                .startsWith("プロフィール: 名前 佐藤花子、性別 F、年齢 32、言語 ja\n")
                .endsWith("\n\n" + DINNER.text());
    }

    private void restrictTheProfile() {
        profile = new Profile(
                new ProfileId(UUID.randomUUID()),
                key.owner(),
                new ProfileDocument("{}"),
                new ProfileFacts(
                        null,
                        null,
                        null,
                        Language.EN,
                        null,
                        null,
                        null,
                        DeclaredRestrictions.of(Map.of("allergies", "egg, mango"))),
                NOW,
                NOW);
        storage.run(() -> storage.profiles().add(profile));
    }

    @Test
    void acceptedRunShouldKeepTheRestrictionsAsTheyStandNow() {
        restrictTheProfile();

        Accepted accepted = kickOff(DINNER, null, null);

        RoundGuard expected = RoundGuard.of(profile.facts().restrictions());
        ClaimedRun run = claim(accepted);
        assertThat(run.guard()).isEqualTo(expected);
        assertThat(run.userQuery()).isEqualTo("Profile: locale en\nMust not contain: egg\n\n" + DINNER.text());
        assertThat(chat(accepted.chat()).rounds().get(0).guard()).isEqualTo(new TextResultDocuments().guard(expected));
    }

    @Test
    void roundOfAProfileWithoutRestrictionsShouldHaveNoGuard() {
        Accepted accepted = kickOff(DINNER, null, null);

        assertThat(claim(accepted).guard()).isEqualTo(RoundGuard.NONE);
        assertThat(chat(accepted.chat()).rounds().get(0).guard()).isNull();
    }

    @Test
    void roundShouldHaveNoGuardWhenItIsOff() {
        restrictTheProfile();
        RunAcceptance unguarded = new RunAcceptance(
                storage.newRuns(),
                storage.credits(),
                ids,
                new RoundRules(DEADLINE, DietaryGuard.OFF, new ChargeRule(2)),
                new TextResultDocuments());
        Accepted accepted = new KickOffRoundService(
                        storage.profiles(),
                        storage.chats(),
                        unguarded,
                        storage.unitOfWork(),
                        runner,
                        changed::add,
                        ids,
                        clock)
                .kickOff(new Command(key, profile.id(), DINNER, null, null));

        assertThat(claim(accepted).guard()).isEqualTo(RoundGuard.NONE);
    }

    @Test
    void profileWithoutALanguageShouldBeAnsweredInTheTenants() {
        profile = new Profile(
                new ProfileId(UUID.randomUUID()),
                key.owner(),
                new ProfileDocument("{}"),
                new ProfileFacts(null, null, null, null, null, null, null, DeclaredRestrictions.NONE),
                NOW,
                NOW);
        storage.run(() -> storage.profiles().add(profile));

        ClaimedRun run = claim(kickOff(DINNER, null, null));

        assertThat(run.round().language()).isEqualTo(Language.KO);
        assertThat(run.userQuery()).isEqualTo(DINNER.text());
    }

    @Test
    void kickoffWithAChatShouldAddTheNextRound() {
        Accepted first = kickOff(DINNER, null, null);
        advance(first, 2);

        Accepted second = kickOff(NO_PORK, first.chat(), null);

        assertThat(second.chat()).isEqualTo(first.chat());
        assertThat(second.round()).isNotEqualTo(first.round());
        assertThat(chat(first.chat()).rounds()).extracting(RoundView::number).containsExactly(1, 2);
        assertThat(balance()).isEqualTo(6);
        assertThat(runner.wakeUps()).isEqualTo(2);
        assertThat(changed).as("nobody watches a new chat").containsExactly(first.chat());
    }

    @Test
    void kickoffWithARoundShouldRefineItAndCostAgain() {
        Accepted first = kickOff(DINNER, null, null);
        advance(first, 4);
        clock.advance(Duration.ofSeconds(9));

        Accepted again = kickOff(NO_PORK, first.chat(), first.round());

        assertThat(again).isEqualTo(first);
        assertThat(changed).containsExactly(first.chat());
        RoundView round = chat(first.chat()).rounds().get(0);
        assertThat(round.prompt()).isEqualTo(NO_PORK.text());
        assertThat(round.state()).isEqualTo(RoundState.CREATED);
        assertThat(round.todos()).isNull();
        assertThat(round.createdAt()).isEqualTo(NOW);
        assertThat(round.updatedAt()).isEqualTo(NOW.plusSeconds(9));
        assertThat(balance()).isEqualTo(6);
        assertThat(claim(again).deadline()).isEqualTo(clock.instant().plus(DEADLINE));
        assertThat(runner.wakeUps()).isEqualTo(2);
    }

    @Test
    void refinementAfterAnErrorShouldCostAgainAndTheRefundStaysOne() {
        Accepted first = kickOff(DINNER, null, null);
        fail(first);
        assertThat(balance()).isEqualTo(10);

        kickOff(NO_PORK, first.chat(), first.round());
        assertThat(balance()).isEqualTo(8);
        fail(first);

        assertThat(balance()).isEqualTo(10);
    }

    @Test
    void followUpShouldBeRefusedWhileThePriorRoundIsInFlight() {
        Accepted first = kickOff(DINNER, null, null);

        assertRefused(ErrorCode.PRIOR_ROUND_IN_FLIGHT, () -> kickOff(NO_PORK, first.chat(), null));
        assertRefused(ErrorCode.PRIOR_ROUND_IN_FLIGHT, () -> kickOff(NO_PORK, first.chat(), first.round()));
    }

    @Test
    void guardShouldWinOverTheMissingCredit() {
        Accepted first = kickOff(DINNER, null, null);
        spendAll();

        assertRefused(ErrorCode.PRIOR_ROUND_IN_FLIGHT, () -> kickOff(NO_PORK, first.chat(), null));
    }

    @Test
    void earlierRoundShouldNotBeRefinable() {
        Accepted first = kickOff(DINNER, null, null);
        advance(first, 2);
        kickOff(NO_PORK, first.chat(), null);

        assertRefused(ErrorCode.CONFLICT, () -> kickOff(NO_PORK, first.chat(), first.round()));
    }

    @Test
    void roundOfAnotherChatShouldNotBeFound() {
        Accepted first = kickOff(DINNER, null, null);
        advance(first, 2);
        Accepted elsewhere = kickOff(DINNER, null, null);

        assertRefused(ErrorCode.NOT_FOUND, () -> kickOff(NO_PORK, first.chat(), elsewhere.round()));
        assertRefused(ErrorCode.NOT_FOUND, () -> kickOff(NO_PORK, first.chat(), new RoundId(UUID.randomUUID())));
    }

    @Test
    void unknownRoundShouldWinOverTheGuard() {
        Accepted first = kickOff(DINNER, null, null);

        assertRefused(ErrorCode.NOT_FOUND, () -> kickOff(NO_PORK, first.chat(), new RoundId(UUID.randomUUID())));
    }

    @Test
    void ninthRefinementShouldBeRefusedBeforeTheCreditIsLookedAt() {
        storage.run(() -> storage.credits().grant(key.tenant().id(), 100, "more", NOW));
        Accepted first = kickOff(DINNER, null, null);
        advance(first, 2);
        for (int i = 0; i < 8; i++) {
            kickOff(NO_PORK, first.chat(), first.round());
            advance(first, 2);
        }
        spendAll();

        assertRefused(ErrorCode.REFINEMENT_CAP_EXCEEDED, () -> kickOff(NO_PORK, first.chat(), first.round()));
    }

    @Test
    void tenantWithoutEnoughCreditShouldBeRefusedAndNothingIsLeftBehind() {
        storage.run(() ->
                storage.credits().charge(key.tenant().id(), new Charge(new RoundId(UUID.randomUUID()), 0, 9), NOW));

        assertRefused(ErrorCode.INSUFFICIENT_CREDIT, () -> kickOff(DINNER, null, null));

        assertThat(balance()).isEqualTo(1);
        assertThat(page().total()).isZero();
    }

    @Test
    void refinementWithoutCreditShouldLeaveTheRoundAsItWas() {
        Accepted first = kickOff(DINNER, null, null);
        advance(first, 4);
        spendAll();
        ChatView before = chat(first.chat());

        assertRefused(ErrorCode.INSUFFICIENT_CREDIT, () -> kickOff(NO_PORK, first.chat(), first.round()));

        assertThat(chat(first.chat())).isEqualTo(before);
    }

    @Test
    void whatIsSomebodyElsesShouldNotBeFound() {
        Accepted mine = kickOff(DINNER, null, null);
        advance(mine, 2);
        Profile owned = profile;
        Profile sibling = storage.aProfileOf(key.owner());
        ApiKey owner = key;

        profile = sibling;
        assertRefused(ErrorCode.NOT_FOUND, () -> kickOff(NO_PORK, mine.chat(), null));
        profile = owned;
        assertRefused(ErrorCode.NOT_FOUND, () -> kickOff(NO_PORK, new ChatId(UUID.randomUUID()), null));
        key = aKeyOf(owner.tenant());
        assertRefused(ErrorCode.NOT_FOUND, () -> kickOff(NO_PORK, mine.chat(), null));
        assertRefused(ErrorCode.NOT_FOUND, () -> kickOff(NO_PORK, null, null));
        key = aKeyOf(storage.aTenantWithCredits(10));
        assertRefused(ErrorCode.NOT_FOUND, () -> kickOff(NO_PORK, null, null));
    }

    @Test
    void unknownProfileShouldWinOverTheMissingCredit() {
        spendAll();
        profile = profile.changedTo(profile.document(), profile.facts(), NOW);
        storage.run(() -> storage.profiles().erase(key.owner(), profile.id(), NOW));

        assertRefused(ErrorCode.NOT_FOUND, () -> kickOff(DINNER, null, null));
    }

    @Test
    void storageThatIsAwayShouldNotWakeTheRunner() {
        storage.unitOfWork().goAway();

        assertThatThrownBy(() -> kickOff(DINNER, null, null)).isInstanceOf(StorageUnavailableException.class);

        assertThat(runner.wakeUps()).isEqualTo(0);
    }

    @Test
    void roundWithoutAChatShouldBeInvalid() {
        assertThatThrownBy(() -> new Command(key, profile.id(), DINNER, null, new RoundId(UUID.randomUUID())))
                .isInstanceOfSatisfying(InvalidRequestException.class, refusal -> assertThat(refusal.property())
                        .isEqualTo("round"));
    }

    @Test
    void ofManyKickoffsAtOnceExactlyOneShouldBeAccepted() {
        storage.run(() -> storage.credits().grant(key.tenant().id(), 1_000, "more", NOW));
        Accepted first = kickOff(DINNER, null, null);
        advance(first, 2);
        long before = balance();

        List<Boolean> accepted = AtOnce.on(64, i -> isAccepted(first.chat()));

        assertThat(accepted).containsOnlyOnce(true);
        assertThat(balance()).isEqualTo(before - 2);
        assertThat(chat(first.chat()).rounds()).hasSize(2);
    }

    @Test
    void kickoffsAtOnceShouldNeverSpendMoreThanThereIs() {
        List<Boolean> accepted = AtOnce.on(16, i -> isAccepted(null));

        assertThat(accepted.stream().filter(taken -> taken)).hasSize(5);
        assertThat(balance()).isZero();
        assertThat(page().total()).isEqualTo(5);
    }

    private boolean isAccepted(@Nullable ChatId chat) {
        try {
            kickOff(NO_PORK, chat, null);
            return true;
        } catch (DomainException refused) {
            return false;
        }
    }

    private Accepted kickOff(Prompt prompt, @Nullable ChatId chat, @Nullable RoundId round) {
        return service.kickOff(new Command(key, profile.id(), prompt, chat, round));
    }

    private void assertRefused(ErrorCode code, ThrowingCallable request) {
        int woken = runner.wakeUps();
        int committed = storage.unitOfWork().committed();
        DomainException refusal = catchThrowableOfType(DomainException.class, request);
        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal instanceof NotFoundException).isEqualTo(code == ErrorCode.NOT_FOUND);
        assertThat(storage.unitOfWork().committed()).isEqualTo(committed);
        assertThat(runner.wakeUps()).isEqualTo(woken);
    }

    private ClaimedRun claim(Accepted accepted) {
        return storage.runQueue().claimDue(100, clock.instant(), RunSamples.LEASE).stream()
                .filter(run -> run.round().id().equals(accepted.round()))
                .findFirst()
                .orElseThrow();
    }

    private void advance(Accepted accepted, int steps) {
        ClaimedRun run = claim(accepted);
        RunUpdate update = RunSamples.update(run.round(), RunSamples.snapshotUpToStep(steps), clock.instant());
        assertThat(storage.runQueue().save(run.claim(), update, clock.instant()))
                .isTrue();
    }

    private void fail(Accepted accepted) {
        ClaimedRun run = claim(accepted);
        RunUpdate update = RunSamples.failed(run.round(), new RunFailure.SessionExpired(), clock.instant());
        assertThat(storage.runQueue().save(run.claim(), update, clock.instant()))
                .isTrue();
    }

    private void spendAll() {
        storage.run(() -> storage.credits()
                .charge(key.tenant().id(), new Charge(new RoundId(UUID.randomUUID()), 0, balance()), NOW));
    }

    private long balance() {
        return storage.credits().balance(key.tenant().id());
    }

    private ChatView chat(ChatId chat) {
        return storage.chatQueries().chat(key.owner(), profile.id(), chat).orElseThrow();
    }

    private ChatPage page() {
        return storage.chatQueries()
                .page(key.owner(), profile.id(), RunSamples.FIRST_PAGE)
                .orElseThrow();
    }

    private static ApiKey aKeyOf(Tenant tenant) {
        return new ApiKey(
                new ApiKeyId(UUID.randomUUID()),
                tenant,
                new KeyLine(UUID.randomUUID()),
                KeyType.CLIENT_SDK,
                "osk_two_708f",
                EnumSet.allOf(Scope.class),
                NOW,
                null,
                null);
    }
}
