package com.ones1ght.application.chat;

import static com.ones1ght.application.shared.port.StorageFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.application.chat.WatchChatUseCase.Query;
import com.ones1ght.application.chat.port.ClaimedRun;
import com.ones1ght.application.chat.port.RunSamples;
import com.ones1ght.application.shared.InMemoryStorage;
import com.ones1ght.application.shared.JsonFragment;
import com.ones1ght.application.shared.MutableClock;
import com.ones1ght.application.shared.port.StorageFixture.Started;
import com.ones1ght.application.store.CouponSpotBoard;
import com.ones1ght.application.store.DefaultStore;
import com.ones1ght.application.store.StoreCalls;
import com.ones1ght.application.store.port.FakeCouponSpots;
import com.ones1ght.application.store.port.StoreFixtures;
import com.ones1ght.domain.access.ApiKey;
import com.ones1ght.domain.access.ApiKeyId;
import com.ones1ght.domain.access.KeyLine;
import com.ones1ght.domain.access.KeyType;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.access.Scope;
import com.ones1ght.domain.chat.Chat;
import com.ones1ght.domain.chat.Round;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.dietary.DeclaredRestrictions;
import com.ones1ght.domain.profile.Profile;
import com.ones1ght.domain.profile.ProfileDocument;
import com.ones1ght.domain.profile.ProfileFacts;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.store.StoreId;
import com.ones1ght.domain.tenant.Tenant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WatchChatServiceTest {
    private final InMemoryStorage storage = new InMemoryStorage();
    private final Tenant tenant = storage.aTenantWithCredits(10);
    private final Owner owner = storage.anotherLineOf(tenant.id());
    private final FakeRunner runner = new FakeRunner();
    private final FakeCouponSpots spots = StoreFixtures.someSpots();
    private final WatchChatService service = new WatchChatService(
            storage.chatQueries(),
            runner,
            new CouponSpotBoard(
                    spots,
                    StoreFixtures.aShop(),
                    new TextResultDocuments(),
                    new StoreCalls(Runnable::run, Runnable::run),
                    new MutableClock(NOW)),
            WaitBench.withoutWaits(),
            new DefaultStore(StoreFixtures.CORNER_SHOP));

    @Test
    void settledChatShouldBeShownAtOnceWithoutARefresh() {
        Started started = aRoundOf(null);
        RunSamples.advance(storage, started, 4, NOW);

        CompletableFuture<WatchedChat> watched = watch(started, null);

        assertThat(watched).isCompleted();
        assertThat(watched.join().chat().rounds().get(0).todos()).isEqualTo(RunSamples.TODOS);
        assertThat(runner.refreshed()).isEmpty();
    }

    @Test
    void onlyRoundsInProgressShouldBeRefreshed() {
        Started first = aRoundOf(null);
        Round completed = RunSamples.advance(storage, first, 4, NOW);
        Started second = storage.aFollowUp(
                first.profile(), new Chat(first.chat().id(), first.profile().id(), completed, NOW), "그리고?", NOW);

        watch(first, null).join();

        assertThat(runner.refreshed()).containsExactly(second.round().id());
    }

    @Test
    void whatARefreshChangedShouldBeShown() {
        Started started = aRoundOf(null);
        CompletableFuture<Boolean> slow = new CompletableFuture<>();
        runner.refreshUntil(slow);

        CompletableFuture<WatchedChat> watched = watch(started, null);
        assertThat(watched).isNotDone();
        RunSamples.advance(storage, started, 2, NOW);
        slow.complete(true);

        assertThat(watched.join().chat().rounds().get(0).progress().doneSteps()).isEqualTo(2);
    }

    @Test
    void chatThatWasNotRefreshedShouldBeReadOnce() {
        Started started = aRoundOf(null);
        CompletableFuture<Boolean> slow = new CompletableFuture<>();
        runner.refreshUntil(slow);

        CompletableFuture<WatchedChat> watched = watch(started, null);
        RunSamples.advance(storage, started, 2, NOW);
        slow.complete(false);

        assertThat(watched.join().chat().rounds().get(0).progress().doneSteps()).isZero();
    }

    @Test
    void oneRoundShouldBeShownAndRefreshedAlone() {
        Started first = aRoundOf(null);
        ClaimedRun run = RunSamples.claim(storage, first, NOW);
        Round pastList = first.round().absorb(RunSamples.snapshotUpToStep(2), NOW);
        storage.runQueue()
                .save(run.claim(), RunSamples.update(first.round(), RunSamples.snapshotUpToStep(2), NOW), NOW);
        Started second = storage.aFollowUp(
                first.profile(), new Chat(first.chat().id(), first.profile().id(), pastList, NOW), "그리고?", NOW);

        WatchedChat watched = watch(first, second.round().id()).join();

        assertThat(watched.chat().rounds())
                .extracting(RoundView::id)
                .containsExactly(second.round().id());
        assertThat(runner.refreshed()).containsExactly(second.round().id());
    }

    @Test
    void couponSpotsShouldBeThoseOfTheDefaultStoreInTheTenantsLanguage() {
        Started started = aRoundOf(null);

        JsonFragment shown = watch(started, null).join().couponSpots();

        assertThat(shown).hasToString("[\"1:두부:ko\",\"2:양파:ko\"]");
    }

    @Test
    void couponSpotsShouldBeThoseOfTheProfilesStoreInItsLanguage() {
        Started here = aRoundOf(new ProfileFacts(
                null, null, null, Language.JA, null, StoreFixtures.CORNER_SHOP, null, DeclaredRestrictions.NONE));
        Started elsewhere = aRoundOf(new ProfileFacts(
                null, null, null, null, null, new StoreId("elsewhere"), null, DeclaredRestrictions.NONE));

        assertThat(watch(here, null).join().couponSpots()).hasToString("[\"1:두부:ja\",\"2:양파:ja\"]");
        assertThat(watch(elsewhere, null).join().couponSpots()).hasToString("[]");
    }

    @Test
    void chatShouldBeShownWhileTheStoreIsUnavailable() {
        Started started = aRoundOf(null);
        spots.goAway();

        WatchedChat watched = watch(started, null).join();

        assertThat(watched.couponSpots()).hasToString("[]");
        assertThat(watched.chat().rounds()).hasSize(1);
    }

    @Test
    void chatOfAnotherOwnerShouldBeNeitherFoundNorRefreshed() {
        Started started = aRoundOf(null);
        ApiKey stranger = aKey(storage.anotherLineOf(tenant.id()).line());

        assertThat(service.watch(new Query(
                        stranger, started.profile().id(), started.chat().id(), null)))
                .isEmpty();
        assertThat(service.watch(query(started, new RoundId(UUID.randomUUID()))))
                .isEmpty();
        assertThat(runner.refreshed()).isEmpty();
        assertThat(spots.calls()).isZero();
    }

    private CompletableFuture<WatchedChat> watch(Started started, @Nullable RoundId round) {
        return service.watch(query(started, round))
                .orElseThrow()
                .thenApply(WatchedChat.class::cast)
                .toCompletableFuture();
    }

    private Query query(Started started, @Nullable RoundId round) {
        return new Query(
                aKey(owner.line()), started.profile().id(), started.chat().id(), round);
    }

    private Started aRoundOf(@Nullable ProfileFacts facts) {
        Profile profile = new Profile(
                new ProfileId(UUID.randomUUID()),
                owner,
                new ProfileDocument("{}"),
                facts == null
                        ? new ProfileFacts(null, null, null, null, null, null, null, DeclaredRestrictions.NONE)
                        : facts,
                NOW,
                NOW);
        storage.run(() -> storage.profiles().add(profile));
        return storage.aStartedRoundOf(profile, NOW);
    }

    private ApiKey aKey(KeyLine line) {
        return new ApiKey(
                new ApiKeyId(UUID.randomUUID()),
                tenant,
                line,
                KeyType.CLIENT_SDK,
                "osk_two_708f",
                Set.of(Scope.CHAT),
                NOW,
                null,
                null);
    }
}
