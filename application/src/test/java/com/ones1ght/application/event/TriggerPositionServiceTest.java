package com.ones1ght.application.event;

import static com.ones1ght.application.shared.port.StorageFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ones1ght.application.chat.port.RunSamples;
import com.ones1ght.application.event.TriggerPositionUseCase.Moved;
import com.ones1ght.application.event.port.SignageOutbox.ClaimedDelivery;
import com.ones1ght.application.shared.InMemoryStorage;
import com.ones1ght.application.shared.ManualExecutor;
import com.ones1ght.application.shared.MutableClock;
import com.ones1ght.application.shared.PageRequest;
import com.ones1ght.application.shared.SequentialIds;
import com.ones1ght.application.shared.port.StorageFixture.Started;
import com.ones1ght.application.store.DefaultStore;
import com.ones1ght.application.store.SignageBoard;
import com.ones1ght.application.store.StoreCalls;
import com.ones1ght.application.store.port.FakeStoreCatalog;
import com.ones1ght.domain.access.ApiKey;
import com.ones1ght.domain.access.ApiKeyId;
import com.ones1ght.domain.access.KeyType;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.access.Scope;
import com.ones1ght.domain.event.Event;
import com.ones1ght.domain.event.EventType;
import com.ones1ght.domain.shared.NotFoundException;
import com.ones1ght.domain.store.Location;
import com.ones1ght.domain.store.Position;
import com.ones1ght.domain.store.Signage;
import com.ones1ght.domain.store.StoreId;
import com.ones1ght.domain.tenant.Tenant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TriggerPositionServiceTest {

    private static final Logger LOG = Logger.getLogger(SignageBoard.class.getName());

    static {
        LOG.setLevel(Level.OFF);
    }

    private final InMemoryStorage storage = new InMemoryStorage();
    private final MutableClock clock = new MutableClock(NOW);
    private final AtomicInteger announced = new AtomicInteger();
    private final AtomicInteger woken = new AtomicInteger();
    private final SequentialIds ids = new SequentialIds();
    private final FakeStoreCatalog catalog = new FakeStoreCatalog(new StoreId("store-7"))
            .with(
                    new Signage(1, "entrance", new Location(0, 0, 3)),
                    new Signage(2, "aisle", new Location(20, 0, 3)),
                    new Signage(3, "near the aisle", new Location(20, 1, 5)));
    private Executor storeThreads = Runnable::run;
    private final TriggerPositionService service = new TriggerPositionService(
            storage.shopperPositions(),
            new SignageBoard(catalog, new StoreCalls(work -> storeThreads.execute(work), Runnable::run), clock),
            storage.triggeredRounds(),
            new SignagePassages(
                    new ItemEvents(storage.triggeredRounds(), new FakeItemDocuments(), ids),
                    storage.eventLog(),
                    storage.signageOutbox(),
                    storage.unitOfWork(),
                    announced::incrementAndGet,
                    woken::incrementAndGet,
                    ids,
                    new DefaultStore(new StoreId("main"))),
            storage.unitOfWork(),
            clock,
            new DefaultStore(new StoreId("main")));
    private final Tenant tenant = storage.aTenant();
    private final Owner owner = storage.anotherLineOf(tenant.id());
    private final Started started = storage.aStartedRoundOf(storage.aProfileOf(owner), NOW);

    private Moved move(Owner caller, double x, double y, double accuracy, @Nullable Forgotten forgotten) {
        return asked(caller, x, y, accuracy, forgotten).toCompletableFuture().join();
    }

    private CompletionStage<Moved> asked(
            Owner caller, double x, double y, double accuracy, @Nullable Forgotten forgotten) {
        return service.move(new TriggerPositionUseCase.Command(
                new ApiKey(
                        new ApiKeyId(UUID.randomUUID()),
                        tenant,
                        caller.line(),
                        KeyType.CLIENT_SDK,
                        "osk_x",
                        Set.of(Scope.CHAT),
                        NOW,
                        null,
                        null),
                started.profile().id(),
                started.chat().id(),
                started.round().id(),
                new Position(x, y),
                accuracy,
                forgotten));
    }

    private Moved move(double x) {
        return move(owner, x, 0, 0, null);
    }

    private List<Event> events() {
        return storage
                .eventLog()
                .ofTenant(tenant.id(), EventFilter.ALL, new PageRequest(0, 500, PageRequest.Order.ASC))
                .items()
                .stream()
                .map(LoggedEvent::event)
                .toList();
    }

    /** The deliveries in their order, as "ENTER 1". */
    private List<String> deliveries() {
        List<String> told = new ArrayList<>();
        List<ClaimedDelivery> claimed;
        do {
            claimed = storage.signageOutbox().claimDue(10, clock.instant(), Duration.ofSeconds(1));
            claimed.forEach(delivery -> {
                told.add(delivery.trigger().passage() + " " + delivery.trigger().signageNo());
                storage.signageOutbox().delivered(delivery.claim());
            });
        } while (!claimed.isEmpty());
        return told;
    }

    @Test
    void positionShouldHoldNoThreadWhileTheStoreIsAsked() {
        ManualExecutor busy = new ManualExecutor();
        storeThreads = busy;

        CompletionStage<Moved> asked = asked(owner, 0, 0, 0, null);
        assertThat(asked.toCompletableFuture()).isNotDone();
        assertThat(move(20)).as("others do not wait").isEqualTo(Moved.NOT);
        busy.runAll();

        assertThat(asked.toCompletableFuture().join().entered()).containsExactly(1);
    }

    @Test
    void positionShouldChangeNothingWhileTooManyCallsToTheStoreWait() {
        ManualExecutor full = new ManualExecutor();
        full.reject(true);
        storeThreads = full;

        assertThat(move(0)).isEqualTo(Moved.NOT);
        full.reject(false);
        storeThreads = Runnable::run;
        clock.advance(Duration.ofSeconds(5));

        assertThat(move(0).entered()).containsExactly(1);
    }

    @Test
    void enteringShouldWriteTheRoundsAdsAndTellTheSignage() {
        RunSamples.advance(storage, started, 4, NOW);

        Moved moved = move(0);

        assertThat(moved.entered()).containsExactly(1);
        assertThat(moved.left()).isEmpty();
        assertThat(events()).extracting(Event::id).isEqualTo(moved.events());
        assertThat(events()).extracting(Event::type).containsExactly(EventType.ADS_TRIGGERED);
        assertThat(deliveries()).containsExactly("ENTER 1");
        assertThat(announced).hasValue(1);
        assertThat(woken).hasValue(1);
    }

    @Test
    void leavingShouldTellTheSignageAlone() {
        RunSamples.advance(storage, started, 4, NOW);
        move(0);
        deliveries();

        Moved moved = move(10);

        assertThat(moved).isEqualTo(new Moved(List.of(), List.of(1), List.of()));
        assertThat(deliveries()).containsExactly("EXIT 1");
        assertThat(events()).hasSize(1);
    }

    @Test
    void exitsShouldBeToldBeforeEntriesAndEachEntryHaveItsEvents() {
        RunSamples.advance(storage, started, 4, NOW);
        move(0);

        Moved moved = move(20);

        assertThat(moved.entered()).containsExactly(2, 3);
        assertThat(moved.left()).containsExactly(1);
        assertThat(moved.events()).hasSize(2);
        assertThat(deliveries()).containsExactly("ENTER 1", "EXIT 1", "ENTER 2", "ENTER 3");
    }

    @Test
    void whatChangesNothingShouldHaveNoEffect() {
        assertThat(move(10)).isEqualTo(Moved.NOT);
        move(0);
        deliveries();

        for (double x : new double[] {0.5, 1, 2.5, 3.5}) {
            assertThat(move(x)).isEqualTo(Moved.NOT);
        }

        assertThat(deliveries()).isEmpty();
    }

    @Test
    void positionBetweenTheRadiiShouldNotEnter() {
        assertThat(move(2.5)).isEqualTo(Moved.NOT);
    }

    @Test
    void inaccuratePositionShouldLeaveSmallerCirclesAsTheyAre() {
        assertThat(move(owner, 20, 0, 4, null).entered())
                .as("the circle of 5 m, and not that of 3 m")
                .containsExactly(3);
        move(20);

        assertThat(move(owner, 100, 0, 4, null).left()).containsExactly(3);
        assertThat(move(owner, 100, 0, 3, null).left()).containsExactly(2);
    }

    @Test
    void whatWasForgottenShouldGoWithEachEntry() {
        RunSamples.advance(storage, started, 4, NOW);

        move(owner, 0, 0, 0, new Forgotten.OpenTodos());

        assertThat(events()).extracting(Event::forgotten).containsExactly("[2 두부 \"300g\" \u0000, 1 Bag]");
    }

    @Test
    void shopperWithoutAPositionForTenMinutesShouldEnterAgain() {
        move(0);
        clock.advance(Duration.ofMinutes(10));
        assertThat(move(0)).isEqualTo(Moved.NOT);
        clock.advance(Duration.ofMinutes(10));
        assertThat(move(0)).as("noted ten minutes ago").isEqualTo(Moved.NOT);

        clock.advance(Duration.ofSeconds(631));

        assertThat(move(0).entered()).containsExactly(1);
        assertThat(move(10).left()).containsExactly(1);
    }

    @Test
    void shopperWhoStandsStillShouldBeNotedTwiceAMinuteAtMost() {
        move(0);
        List<Object> noted = new ArrayList<>();
        for (int second = 0; second < 120; second++) {
            clock.advance(Duration.ofSeconds(1));
            move(0);
            Object at = storage.shopperPositions()
                    .find(
                            owner,
                            started.profile().id(),
                            started.chat().id(),
                            started.round().id())
                    .orElseThrow()
                    .whereabouts()
                    .notedAt();
            if (!noted.contains(at)) {
                noted.add(at);
            }
        }
        assertThat(noted).hasSizeBetween(4, 5);
    }

    @Test
    void withoutSignagesNothingShouldHappenUntilTheStoreAnswers() {
        catalog.goAway();

        assertThat(move(0)).isEqualTo(Moved.NOT);

        catalog.comeBack();
        clock.advance(Duration.ofSeconds(5));
        assertThat(move(0).entered()).containsExactly(1);
    }

    @Test
    void theLastKnownSignagesShouldCountWhileTheStoreIsAway() {
        move(10);
        catalog.goAway();
        clock.advance(Duration.ofMinutes(2));

        assertThat(move(0).entered()).containsExactly(1);
    }

    @Test
    void theStoreShouldNotBeAskedWithinATransaction() {
        catalog.whenAsked(
                () -> assertThat(storage.unitOfWork().isInTransaction()).isFalse());

        assertThat(move(0).entered()).containsExactly(1);
        assertThat(catalog.calls()).isEqualTo(1);
    }

    @Test
    void aStrangersRoundShouldNotBeFoundAndTheStoreNotAsked() {
        assertThatThrownBy(() -> move(storage.anotherLineOf(tenant.id()), 0, 0, 0, null))
                .isInstanceOf(NotFoundException.class);
        assertThat(catalog.calls()).isZero();
    }
}
