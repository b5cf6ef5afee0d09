package com.ones1ght.application.chat;

import static com.ones1ght.application.shared.port.StorageFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ones1ght.application.chat.port.ResultSamples;
import com.ones1ght.application.chat.port.RunSamples;
import com.ones1ght.application.shared.InMemoryStorage;
import com.ones1ght.application.shared.ManualExecutor;
import com.ones1ght.application.shared.MutableClock;
import com.ones1ght.application.shared.port.StorageFixture.Started;
import com.ones1ght.application.store.CouponSpotBoard;
import com.ones1ght.application.store.DefaultStore;
import com.ones1ght.application.store.StoreCalls;
import com.ones1ght.application.store.port.FakeStoreCatalog;
import com.ones1ght.application.store.port.StoreFixtures;
import com.ones1ght.application.store.port.StoreUnavailableException;
import com.ones1ght.domain.access.ApiKey;
import com.ones1ght.domain.access.ApiKeyId;
import com.ones1ght.domain.access.KeyType;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.access.Scope;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.Round;
import com.ones1ght.domain.credit.ChargeRule;
import com.ones1ght.domain.dietary.DietaryGuard;
import com.ones1ght.domain.recommendation.TodoChanges;
import com.ones1ght.domain.recommendation.TodoChanges.Addition;
import com.ones1ght.domain.recommendation.TodoChanges.Change;
import com.ones1ght.domain.recommendation.TodoItem;
import com.ones1ght.domain.recommendation.TodoState;
import com.ones1ght.domain.shared.DomainException;
import com.ones1ght.domain.shared.ErrorCode;
import com.ones1ght.domain.shared.NotFoundException;
import com.ones1ght.domain.store.Product;
import com.ones1ght.domain.store.ProductId;
import com.ones1ght.domain.store.StoreId;
import com.ones1ght.domain.tenant.Tenant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChangeTodosServiceTest {

    private static final ProductId BAG = ResultSamples.BAG.id();

    private final InMemoryStorage storage = new InMemoryStorage();
    private final MutableClock clock = new MutableClock(NOW.plusSeconds(60));
    private final FakeStoreCatalog catalog =
            new FakeStoreCatalog(new StoreId("store-7")).with(StoreFixtures.ONION, StoreFixtures.TOFU);
    private Executor storeThreads = Runnable::run;
    private final List<ChatId> announced = new ArrayList<>();
    private final StoreCalls calls = new StoreCalls(work -> storeThreads.execute(work), Runnable::run);
    private ChangeTodosService service = service(DietaryGuard.DECLARED);
    private final Tenant tenant = storage.aTenantWithCredits(10);
    private final Owner owner = storage.anotherLineOf(tenant.id());
    private final Started started = storage.aStartedRoundOf(storage.aProfileOf(owner), NOW);

    private ChangeTodosService service(DietaryGuard guard) {
        TextResultDocuments documents = new TextResultDocuments();
        return new ChangeTodosService(
                storage.todoLists(),
                catalog,
                calls,
                documents,
                storage.chatQueries(),
                new CouponSpotBoard(StoreFixtures.someSpots(), StoreFixtures.aShop(), documents, calls, clock),
                this::announce,
                storage.unitOfWork(),
                clock,
                new RoundRules(Duration.ofMinutes(1), guard, new ChargeRule(1)),
                new DefaultStore(new StoreId("main")));
    }

    private void announce(ChatId chat) {
        assertThat(storage.unitOfWork().isInTransaction()).isFalse();
        announced.add(chat);
    }

    private WatchedChat change(Owner caller, TodoChanges changes) {
        try {
            return asked(caller, changes).toCompletableFuture().join();
        } catch (CompletionException e) {
            assertThat(e.getCause()).isInstanceOf(RuntimeException.class);
            throw (RuntimeException) e.getCause();
        }
    }

    private CompletionStage<WatchedChat> asked(Owner caller, TodoChanges changes) {
        return service.change(new ChangeTodosUseCase.Command(
                key(caller),
                started.profile().id(),
                started.chat().id(),
                started.round().id(),
                changes));
    }

    private ApiKey key(Owner caller) {
        return new ApiKey(
                new ApiKeyId(UUID.randomUUID()),
                tenant,
                caller.line(),
                KeyType.CLIENT_SDK,
                "osk_x",
                Set.of(Scope.CHAT),
                NOW,
                null,
                null);
    }

    private static TodoChanges changed(ProductId product, @Nullable TodoState state, @Nullable Integer quantity) {
        return new TodoChanges(List.of(new Change(product, state, quantity)), List.of());
    }

    private static TodoChanges added(Product product, int quantity) {
        return new TodoChanges(List.of(), List.of(new Addition(product.id(), quantity)));
    }

    private List<TodoItem> items() {
        return storage.todoLists()
                .find(
                        owner,
                        started.profile().id(),
                        started.chat().id(),
                        started.round().id())
                .orElseThrow()
                .todos()
                .list()
                .items();
    }

    @Test
    void theRoundShouldBeAnsweredWithTheChange() {
        RunSamples.advance(storage, started, 4, NOW);

        WatchedChat answered = change(owner, changed(BAG, TodoState.PICKED, 2));

        RoundView round = answered.chat().rounds().get(0);
        assertThat(round.id()).isEqualTo(started.round().id());
        assertThat(round.todos().toString()).contains("2 Bag PICKED");
        assertThat(round.updatedAt()).isEqualTo(clock.instant());
        assertThat(announced).containsExactly(started.chat().id());
        assertThat(answered.couponSpots()).hasToString("[]");
        assertThat(items()).contains(new TodoItem(2, ResultSamples.BAG, TodoState.PICKED));
    }

    @Test
    void theStoreShouldNotBeAskedForWhatIsListed() {
        RunSamples.advance(storage, started, 2, NOW);

        change(owner, changed(BAG, TodoState.HAVE, null));
        change(owner, added(ResultSamples.BAG, 3));

        assertThat(catalog.calls()).isZero();
        assertThat(items()).contains(new TodoItem(3, ResultSamples.BAG, TodoState.OPEN));
    }

    @Test
    void anAddedProductShouldComeFromTheProfilesStoreInTheRoundsLanguage() {
        RunSamples.advance(storage, started, 2, NOW);
        catalog.whenAsked(() -> assertThat(storage.unitOfWork().isInTransaction())
                .as("the store may be slow")
                .isFalse());

        change(owner, added(StoreFixtures.TOFU, 2));

        assertThat(items())
                .contains(new TodoItem(
                        2, StoreFixtures.TOFU.namedIn(started.round().language())));
        assertThat(catalog.calls()).isEqualTo(1);
    }

    @Test
    void aProductThatTheStoreDoesNotHaveShouldNotBeFoundAndNothingWritten() {
        RunSamples.advance(storage, started, 2, NOW);
        List<TodoItem> before = items();

        assertThatThrownBy(() -> change(
                        owner,
                        new TodoChanges(
                                List.of(new Change(BAG, TodoState.PICKED, null)),
                                List.of(new Addition(new ProductId(404), 1)))))
                .isInstanceOf(NotFoundException.class);

        assertThat(items()).isEqualTo(before);
    }

    @Test
    void anAdditionShouldFailWhileTheStoreIsAwayAndOtherChangesShouldNot() {
        RunSamples.advance(storage, started, 2, NOW);
        catalog.goAway();

        assertThatThrownBy(() -> change(owner, added(StoreFixtures.ONION, 1)))
                .isInstanceOf(StoreUnavailableException.class);
        change(owner, changed(BAG, TodoState.REMOVED, null));

        assertThat(items()).contains(new TodoItem(1, ResultSamples.BAG, TodoState.REMOVED));
    }

    @Test
    void additionShouldHoldNoThreadWhileTheStoreIsAsked() {
        RunSamples.advance(storage, started, 2, NOW);
        ManualExecutor busy = new ManualExecutor();
        storeThreads = busy;

        CompletionStage<WatchedChat> asked = asked(owner, added(StoreFixtures.ONION, 1));
        assertThat(asked.toCompletableFuture()).isNotDone();
        busy.runAll();

        assertThat(asked.toCompletableFuture()).isCompleted();
        assertThat(items()).extracting(item -> item.product().id()).contains(StoreFixtures.ONION.id());
    }

    @Test
    void additionShouldBeRefusedWhileTooManyCallsToTheStoreWait() {
        RunSamples.advance(storage, started, 2, NOW);
        ManualExecutor full = new ManualExecutor();
        full.reject(true);
        storeThreads = full;

        assertThatThrownBy(() -> change(owner, added(StoreFixtures.ONION, 1)))
                .isInstanceOf(StoreUnavailableException.class);
    }

    @Test
    void beforeStepTwoItShouldBeAConflictAndTheStoreNotAsked() {
        RunSamples.advance(storage, started, 1, NOW);

        for (TodoChanges changes : List.of(changed(BAG, TodoState.PICKED, null), added(StoreFixtures.ONION, 1))) {
            assertThatThrownBy(() -> change(owner, changes))
                    .isInstanceOfSatisfying(
                            DomainException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFLICT));
        }
        assertThat(catalog.calls()).isZero();
    }

    @Test
    void aStrangersRoundShouldNotBeFoundAndTheStoreNotAsked() {
        RunSamples.advance(storage, started, 2, NOW);
        Owner stranger = storage.anotherLineOf(tenant.id());
        catalog.goAway();

        for (TodoChanges changes : List.of(changed(BAG, TodoState.PICKED, null), added(StoreFixtures.ONION, 1))) {
            assertThatThrownBy(() -> change(stranger, changes)).isInstanceOf(NotFoundException.class);
        }
        assertThat(catalog.calls()).isZero();
    }

    @Test
    void aRefinementDuringTheStoresAnswerShouldBeAConflict() {
        Round completed = RunSamples.advance(storage, started, 4, NOW);
        catalog.whenAsked(() -> {
            Started again = storage.aRefinement(started, completed, "again", NOW);
            RunSamples.advance(storage, again, 2, NOW);
        });

        assertThatThrownBy(() -> change(owner, added(StoreFixtures.ONION, 1)))
                .isInstanceOfSatisfying(
                        DomainException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFLICT));
    }

    @Test
    void aChangeThatChangesNothingShouldNotBeWritten() {
        RunSamples.advance(storage, started, 2, NOW);

        change(owner, changed(BAG, TodoState.OPEN, 1));

        assertThat(storage.view(started).updatedAt()).isEqualTo(NOW);
        assertThat(announced).isEmpty();
        assertThat(storage.view(started).todos()).isEqualTo(RunSamples.TODOS);
    }

    @Test
    void strictShouldRefuseAProductWithoutData() {
        RunSamples.advance(storage, started, 2, NOW);
        service = service(DietaryGuard.STRICT);

        assertThatThrownBy(() -> change(owner, added(StoreFixtures.ONION, 1)))
                .as("the samples avoid eggs, and the store says nothing of onions")
                .isInstanceOfSatisfying(
                        DomainException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFLICT));
    }
}
