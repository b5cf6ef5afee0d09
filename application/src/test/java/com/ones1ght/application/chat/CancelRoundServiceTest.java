package com.ones1ght.application.chat;

import static com.ones1ght.application.shared.port.StorageFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.ones1ght.application.chat.CancelRoundUseCase.Command;
import com.ones1ght.application.chat.port.ClaimedRun;
import com.ones1ght.application.chat.port.RunSamples;
import com.ones1ght.application.shared.InMemoryStorage;
import com.ones1ght.application.shared.MutableClock;
import com.ones1ght.application.shared.port.AtOnce;
import com.ones1ght.application.shared.port.StorageFixture.Started;
import com.ones1ght.application.store.CouponSpotBoard;
import com.ones1ght.application.store.DefaultStore;
import com.ones1ght.application.store.StoreCalls;
import com.ones1ght.application.store.port.StoreFixtures;
import com.ones1ght.domain.access.ApiKey;
import com.ones1ght.domain.access.ApiKeyId;
import com.ones1ght.domain.access.KeyType;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.access.Scope;
import com.ones1ght.domain.chat.Chat;
import com.ones1ght.domain.chat.ChatHistory.PastRun;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.PipelineStep;
import com.ones1ght.domain.chat.Round;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.chat.RoundState;
import com.ones1ght.domain.chat.RunFailure;
import com.ones1ght.domain.chat.StepState;
import com.ones1ght.domain.credit.Charge;
import com.ones1ght.domain.dietary.DeclaredRestrictions;
import com.ones1ght.domain.profile.Profile;
import com.ones1ght.domain.profile.ProfileDocument;
import com.ones1ght.domain.profile.ProfileFacts;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.DomainException;
import com.ones1ght.domain.shared.ErrorCode;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.shared.NotFoundException;
import com.ones1ght.domain.tenant.Tenant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CancelRoundServiceTest {

    private final InMemoryStorage storage = new InMemoryStorage();
    private final MutableClock clock = new MutableClock(NOW);
    private final FakeRunner runner = new FakeRunner(storage.unitOfWork()::isInTransaction);
    private final List<ChatId> changed = new ArrayList<>();
    private final List<Integer> observed = new ArrayList<>();
    private final CancelRoundService service = new CancelRoundService(
            storage.chats(),
            new RunCancellation(
                    storage.chats(), storage.credits(), storage.unitOfWork(), runner, changed::add, observed::add),
            storage.chatQueries(),
            new CouponSpotBoard(
                    StoreFixtures.someSpots(),
                    StoreFixtures.aShop(),
                    new TextResultDocuments(),
                    new StoreCalls(Runnable::run, Runnable::run),
                    clock),
            storage.unitOfWork(),
            clock,
            new DefaultStore(StoreFixtures.CORNER_SHOP));
    private final Tenant tenant = storage.aTenantWithCredits(10);
    private final ApiKey key = aKeyOf(storage.anotherLineOf(tenant.id()));
    private final Profile profile = aProfileWithoutAStore();
    private final Started started = aChargedRound();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void cancelledRoundShouldBeShownWithWhatItHasAndGiveItsCreditBackBeforeStep2(int done) {
        if (done > 0) {
            RunSamples.advance(storage, started, done, NOW);
        }
        clock.advance(Duration.ofSeconds(7));

        WatchedChat shown = cancel(started);

        assertThat(shown.chat().rounds()).containsExactly(storage.view(started));
        assertThat(shown.couponSpots().toString()).isNotEqualTo("[]");
        RoundView round = shown.chat().rounds().get(0);
        assertThat(round.state()).isEqualTo(RoundState.ERROR);
        assertThat(round.failure()).isEqualTo(new RunFailure.Cancelled());
        assertThat(round.updatedAt()).isEqualTo(NOW.plusSeconds(7));
        for (PipelineStep step : PipelineStep.values()) {
            assertThat(round.progress().of(step))
                    .isEqualTo(
                            step.number() <= done
                                    ? StepState.DONE
                                    : step.number() == done + 1 ? StepState.ERROR : StepState.PENDING);
        }
        assertThat(round.todos()).isEqualTo(done < 2 ? null : RunSamples.TODOS);
        assertThat(balance()).isEqualTo(done < 2 ? 10 : 9);
        assertThat(runner.releases()).isEqualTo(1);
        assertThat(changed).containsExactly(started.chat().id());
        assertThat(observed).containsExactly(1);
    }

    @Test
    void lateAnswerShouldWriteNothing() {
        ClaimedRun held = RunSamples.claim(storage, started, NOW);

        cancel(started);

        assertThat(storage.runQueue()
                        .save(held.claim(), RunSamples.update(held.round(), RunSamples.snapshotUpToStep(4), NOW), NOW))
                .isFalse();
        assertThat(storage.view(started).state()).isEqualTo(RoundState.ERROR);
    }

    @Test
    void settledRoundShouldBeRefused() {
        RunSamples.advance(storage, started, 4, NOW);
        assertSettled(started);

        Started failed = aChargedRound();
        ClaimedRun held = RunSamples.claim(storage, failed, NOW);
        storage.runQueue()
                .save(held.claim(), RunSamples.failed(held.round(), new RunFailure.SessionExpired(), NOW), NOW);
        assertSettled(failed);

        Started cancelled = aChargedRound();
        cancel(cancelled);
        assertSettled(cancelled);
        assertThat(balance()).isEqualTo(9);
        assertThat(runner.releases()).isEqualTo(1);
    }

    @Test
    void earlierRoundOfTheChatShouldBeCancelledAlone() {
        Round list = RunSamples.advance(storage, started, 2, NOW);
        Chat chat = new Chat(started.chat().id(), profile.id(), list, NOW);
        Started next = storage.aFollowUp(profile, chat, "그리고?", NOW);

        cancel(started);

        assertThat(storage.view(started).state()).isEqualTo(RoundState.ERROR);
        assertThat(storage.view(next).state()).isEqualTo(RoundState.CREATED);
    }

    @Test
    void cancelledRoundWithItsShoppingListShouldStayInTheHistoryAndOneWithoutShouldNot() {
        RunSamples.advance(storage, started, 2, NOW);
        cancel(started);
        Started second = storage.aFollowUp(profile, chat(), "두 번째", NOW);
        cancel(second);
        Started third = storage.aFollowUp(profile, chat(), "세 번째", NOW);

        assertThat(RunSamples.claim(storage, third, NOW).past())
                .containsExactly(new PastRun(1, 0, started.round().prompt().text(), RunSamples.RAW_MEAL));
    }

    @Test
    void cancelledRoundShouldBeRefinable() {
        cancel(started);

        Started again = storage.aRefinement(started, chat().lastRound(), "다시", NOW);

        assertThat(storage.view(again).state()).isEqualTo(RoundState.CREATED);
        cancel(again);
        assertThat(storage.view(again).failure()).isEqualTo(new RunFailure.Cancelled());
    }

    @Test
    void whatIsNotTheOwnersShouldNotBeFound() {
        Started elsewhere = aChargedRound();
        ChatId chat = started.chat().id();
        RoundId round = started.round().id();
        ProfileId sibling = storage.aProfileOf(key.owner()).id();

        assertNotFound(new Command(aKeyOf(storage.anOwner()), profile.id(), chat, round));
        assertNotFound(new Command(aKeyOf(storage.anotherLineOf(tenant.id())), profile.id(), chat, round));
        assertNotFound(new Command(key, sibling, chat, round));
        assertNotFound(new Command(key, new ProfileId(UUID.randomUUID()), chat, round));
        assertNotFound(new Command(key, profile.id(), elsewhere.chat().id(), round));
        assertNotFound(new Command(key, profile.id(), new ChatId(UUID.randomUUID()), round));
        assertNotFound(new Command(key, profile.id(), chat, new RoundId(UUID.randomUUID())));
        assertNotFound(new Command(key, profile.id(), chat, elsewhere.round().id()));

        assertThat(storage.view(started).state()).isEqualTo(RoundState.CREATED);
        assertThat(runner.releases()).isZero();
    }

    @Test
    void cancelThatIsRolledBackShouldReleaseNothing() {
        assertThatThrownBy(() -> storage.run(() -> {
                    cancel(started);
                    throw new IllegalStateException("for the test");
                }))
                .hasMessage("for the test");

        assertThat(runner.releases()).isZero();
        assertThat(storage.view(started).state()).isEqualTo(RoundState.CREATED);
        assertThat(balance()).isEqualTo(9);
    }

    @Test
    void ofCancelsAtOnceOneShouldWin() {
        List<Boolean> won = AtOnce.on(8, i -> {
            try {
                cancel(started);
                return true;
            } catch (DomainException refused) {
                assertThat(refused.code()).isEqualTo(ErrorCode.ROUND_SETTLED);
                return false;
            }
        });

        assertThat(won).containsOnlyOnce(true);
        assertThat(balance()).isEqualTo(10);
    }

    private Started aChargedRound() {
        Started fresh = storage.aStartedRoundOf(profile, NOW);
        storage.run(() ->
                storage.credits().charge(tenant.id(), new Charge(fresh.round().id(), 0, 1), NOW));
        return fresh;
    }

    private Profile aProfileWithoutAStore() {
        ProfileFacts facts = new ProfileFacts(null, null, null, null, null, null, null, DeclaredRestrictions.NONE);
        Profile fresh =
                new Profile(new ProfileId(UUID.randomUUID()), key.owner(), new ProfileDocument("{}"), facts, NOW, NOW);
        storage.run(() -> storage.profiles().add(fresh));
        return fresh;
    }

    private Chat chat() {
        return storage.inTransaction(() -> storage.chats()
                .lock(key.owner(), profile.id(), started.chat().id())
                .orElseThrow());
    }

    private long balance() {
        return storage.credits().balance(tenant.id());
    }

    private WatchedChat cancel(Started round) {
        return service.cancel(command(round)).toCompletableFuture().join();
    }

    private Command command(Started round) {
        return new Command(key, profile.id(), round.chat().id(), round.round().id());
    }

    private void assertSettled(Started round) {
        assertThat(catchThrowableOfType(DomainException.class, () -> service.cancel(command(round)))
                        .code())
                .isEqualTo(ErrorCode.ROUND_SETTLED);
    }

    private void assertNotFound(Command command) {
        assertThatThrownBy(() -> service.cancel(command)).isInstanceOf(NotFoundException.class);
    }

    private ApiKey aKeyOf(Owner owner) {
        return new ApiKey(
                new ApiKeyId(UUID.randomUUID()),
                owner.tenant().equals(tenant.id()) ? tenant : anotherTenant(owner),
                owner.line(),
                KeyType.CLIENT_SDK,
                "osk_two_708f",
                EnumSet.allOf(Scope.class),
                NOW,
                null,
                null);
    }

    private static Tenant anotherTenant(Owner owner) {
        return new Tenant(owner.tenant(), "other", "Another retailer", Language.KO, true, null);
    }
}
