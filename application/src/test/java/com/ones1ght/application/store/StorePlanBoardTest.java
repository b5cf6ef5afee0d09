package com.ones1ght.application.store;

import static com.ones1ght.application.store.port.StoreFixtures.CORNER_SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ones1ght.application.shared.ManualExecutor;
import com.ones1ght.application.shared.MutableClock;
import com.ones1ght.application.store.ShowStorePlanUseCase.Query;
import com.ones1ght.application.store.port.FakeCouponSpots;
import com.ones1ght.application.store.port.FakeStoreCatalog;
import com.ones1ght.application.store.port.StoreFixtures;
import com.ones1ght.application.store.port.StoreUnavailableException;
import com.ones1ght.domain.shared.NotFoundException;
import com.ones1ght.domain.store.FloorPlan;
import com.ones1ght.domain.store.Signage;
import com.ones1ght.domain.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class StorePlanBoardTest {

    private final MutableClock clock = new MutableClock(Instant.parse("2026-04-29T12:00:00Z"));
    private final FakeStoreCatalog catalog = StoreFixtures.aShop();
    private final FakeCouponSpots spots = StoreFixtures.someSpots();
    private final ShowStorePlanUseCase show = service(Runnable::run);

    private ShowStorePlanUseCase service(Executor executor) {
        return new ShowStorePlanService(new StorePlanBoard(catalog, spots, new StoreCalls(executor, executor), clock));
    }

    @Test
    void planOfTheStoreShouldBeShownWithItsSignages() {
        catalog.with(StoreFixtures.aPlan());

        StorePlan plan = show();

        assertThat(plan.store()).isEqualTo(CORNER_SHOP);
        assertThat(plan.floor()).isEqualTo(StoreFixtures.aPlan());
        assertThat(plan.signages()).extracting(Signage::signageNo).containsExactly(1, 2);
        assertThat(spots.calls()).isZero();
    }

    @Test
    void storeWithoutAPlanShouldHaveOneAroundItsSignagesAndCouponSpots() {
        StorePlan plan = show();

        // Signage 2 reaches to (23, 18), and the spots do not reach further.
        assertThat(plan.floor()).isEqualTo(new FloorPlan("corner-shop", 23, 18, List.of()));
        assertThat(plan.signages()).hasSize(2);
    }

    @Test
    void unknownStoreShouldNotBeFound() {
        assertThatThrownBy(() -> answer(show, new StoreId("nowhere"))).hasCauseInstanceOf(NotFoundException.class);
    }

    @Test
    void planShouldBeKeptForAMinute() {
        show();
        int calls = catalog.calls();
        clock.advance(Duration.ofSeconds(59));
        show();
        assertThat(catalog.calls()).isEqualTo(calls);

        clock.advance(Duration.ofSeconds(1));
        catalog.with(StoreFixtures.aPlan());

        assertThat(show().floor()).isEqualTo(StoreFixtures.aPlan());
    }

    @Test
    void storeThatIsAwayShouldBeAskedAgainByTheNextClient() {
        catalog.goAway();
        assertThatThrownBy(this::show).hasRootCauseInstanceOf(StoreUnavailableException.class);
        catalog.comeBack();
        spots.goAway();
        assertThatThrownBy(this::show).hasRootCauseInstanceOf(StoreUnavailableException.class);
        spots.comeBack();

        assertThat(show().signages()).hasSize(2);
    }

    @Test
    void clientsShouldShareALookup() {
        ManualExecutor executor = new ManualExecutor();
        ShowStorePlanUseCase shared = service(executor);
        CompletableFuture<StorePlan> first = ask(shared, CORNER_SHOP);
        CompletableFuture<StorePlan> second = ask(shared, CORNER_SHOP);

        while (executor.runNext()) {
            // Until nothing is left to do.
        }

        assertThat(first).isCompletedWithValue(second.join());
        assertThat(catalog.calls()).isEqualTo(2);
    }

    @Test
    void noThreadShouldCountAsAStoreThatIsAway() {
        ShowStorePlanUseCase busy = service(work -> {
            throw new RejectedExecutionException();
        });

        assertThatThrownBy(() -> answer(busy, CORNER_SHOP)).hasCauseInstanceOf(StoreUnavailableException.class);
    }

    private StorePlan show() {
        return answer(show, CORNER_SHOP);
    }

    private static StorePlan answer(ShowStorePlanUseCase show, StoreId store) {
        return ask(show, store).join();
    }

    private static CompletableFuture<StorePlan> ask(ShowStorePlanUseCase show, StoreId store) {
        return show.show(new Query(store)).toCompletableFuture();
    }
}
