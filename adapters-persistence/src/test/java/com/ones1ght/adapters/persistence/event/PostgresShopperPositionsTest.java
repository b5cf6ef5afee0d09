package com.ones1ght.adapters.persistence.event;

import static com.ones1ght.application.shared.port.StorageFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.adapters.persistence.shared.PostgresStorage;
import com.ones1ght.adapters.persistence.shared.TestDatabase;
import com.ones1ght.application.event.port.ShopperPositionsContract;
import com.ones1ght.application.shared.port.AtOnce;
import com.ones1ght.application.shared.port.StorageFixture;
import com.ones1ght.application.shared.port.StorageFixture.Started;
import com.ones1ght.domain.store.Geofence;
import com.ones1ght.domain.store.Geofence.Movement;
import com.ones1ght.domain.store.Location;
import com.ones1ght.domain.store.Position;
import com.ones1ght.domain.store.Signage;
import com.ones1ght.domain.store.Whereabouts;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class PostgresShopperPositionsTest implements ShopperPositionsContract {

    private static final Signage ENTRANCE = new Signage(1, "entrance", new Location(0, 0, 3));

    @Override
    public StorageFixture fixture() {
        return PostgresStorage.withEmptyQueue();
    }

    @Test
    void ofManyPositionsAtOnceOneShouldEnter() {
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();

        List<Boolean> entered = AtOnce.on(12, i -> storage.inTransaction(() -> enters(storage, started)));

        assertThat(Collections.frequency(entered, true)).isEqualTo(1);
    }

    private static boolean enters(StorageFixture storage, Started started) {
        storage.triggeredRounds()
                .hold(
                        started.owner(),
                        started.profile().id(),
                        started.chat().id(),
                        started.round().id())
                .orElseThrow();
        Whereabouts before = storage.shopperPositions()
                .lock(started.owner().tenant(), started.profile().id(), STORE, NOW);
        Movement movement = Geofence.FOR_UWB.move(before.nearIn(STORE, NOW), new Position(0, 0), 0, List.of(ENTRANCE));
        if (movement.isChange()) {
            storage.shopperPositions()
                    .save(
                            started.owner().tenant(),
                            started.profile().id(),
                            new Whereabouts(STORE, movement.near(), NOW));
        }
        return movement.isChange();
    }

    @Test
    void positionsAndAnErasureAtOnceShouldNotDeadlockNorLeaveARow() {
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();

        AtOnce.on(8, i -> {
            if (i == 7) {
                storage.run(() -> storage.profiles()
                        .erase(started.owner(), started.profile().id(), NOW));
            } else {
                storage.run(() -> storage.triggeredRounds()
                        .hold(
                                started.owner(),
                                started.profile().id(),
                                started.chat().id(),
                                started.round().id())
                        .ifPresent(round -> enters(storage, started)));
            }
            return true;
        });

        assertThat(TestDatabase.shared()
                        .sql()
                        .statement("SELECT /* all tenants */ 1 FROM whereabouts WHERE profile_id = :profile")
                        .bind("profile", started.profile().id())
                        .exists())
                .isFalse();
    }

    @Test
    void aPositionThatChangesNothingShouldTakeOneStatement() {
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();

        assertThat(TestDatabase.shared().statementsOf(() -> storage.shopperPositions()
                        .find(
                                started.owner(),
                                started.profile().id(),
                                started.chat().id(),
                                started.round().id())))
                .isEqualTo(1);
    }
}
