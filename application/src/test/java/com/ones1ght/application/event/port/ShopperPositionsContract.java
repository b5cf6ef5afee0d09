package com.ones1ght.application.event.port;

import static com.ones1ght.application.shared.port.StorageFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.application.event.port.ShopperPositions.LastSeen;
import com.ones1ght.application.shared.port.StorageFixture;
import com.ones1ght.application.shared.port.StorageFixture.Started;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.store.StoreId;
import com.ones1ght.domain.store.Whereabouts;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link ShopperPositions} does. */
public interface ShopperPositionsContract {

    StoreId STORE = new StoreId("store-7");

    StorageFixture fixture();

    private static Optional<LastSeen> find(StorageFixture storage, Started started) {
        return storage.shopperPositions()
                .find(
                        started.owner(),
                        started.profile().id(),
                        started.chat().id(),
                        started.round().id());
    }

    private static Whereabouts lock(StorageFixture storage, Started started, Instant now) {
        return storage.inTransaction(() -> storage.shopperPositions()
                .lock(started.owner().tenant(), started.profile().id(), STORE, now));
    }

    private static void save(StorageFixture storage, Started started, Whereabouts whereabouts) {
        storage.run(() -> {
            lock(storage, started, NOW);
            storage.shopperPositions()
                    .save(started.owner().tenant(), started.profile().id(), whereabouts);
        });
    }

    @Test
    default void aShopperWithoutAPositionIsNowhere() {
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();

        assertThat(find(storage, started)).contains(new LastSeen(STORE, null));
        assertThat(lock(storage, started, NOW)).isEqualTo(new Whereabouts(STORE, Set.of(), NOW));
    }

    @Test
    default void whatWasSavedIsFound() {
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();
        Whereabouts elsewhere = new Whereabouts(new StoreId("다른 store"), Set.of(7, -2), NOW.plusSeconds(5));

        save(storage, started, elsewhere);

        assertThat(find(storage, started)).contains(new LastSeen(STORE, elsewhere));
        assertThat(lock(storage, started, NOW.plusSeconds(99))).isEqualTo(elsewhere);
        save(storage, started, new Whereabouts(STORE, Set.of(), NOW.plusSeconds(100)));
        assertThat(lock(storage, started, NOW.plusSeconds(200)).near()).isEmpty();
    }

    @Test
    default void aNoteChangesTheTimeAlone() {
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();
        save(storage, started, new Whereabouts(STORE, Set.of(1), NOW));

        storage.shopperPositions()
                .note(started.owner().tenant(), started.profile().id(), NOW.plusSeconds(60));

        assertThat(lock(storage, started, NOW)).isEqualTo(new Whereabouts(STORE, Set.of(1), NOW.plusSeconds(60)));
    }

    @Test
    default void aNoteOnAShopperWhoIsNowhereChangesNothing() {
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();

        storage.shopperPositions()
                .note(started.owner().tenant(), started.profile().id(), NOW);

        assertThat(find(storage, started)).contains(new LastSeen(STORE, null));
    }

    @Test
    default void anErasureTakesTheWhereaboutsAway() {
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();
        save(storage, started, new Whereabouts(STORE, Set.of(1), NOW));

        storage.run(() ->
                storage.profiles().erase(started.owner(), started.profile().id(), NOW));

        assertThat(find(storage, started)).isEmpty();
    }

    @Test
    default void whatIsNotTheOwnersIsNotFound() {
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();
        Started sibling = storage.aStartedRoundOf(storage.aProfileOf(started.owner()), NOW);
        Started otherChat = storage.aStartedRoundOf(started.profile(), NOW);
        Owner owner = started.owner();
        ProfileId profile = started.profile().id();
        ChatId chat = started.chat().id();
        RoundId round = started.round().id();
        ShopperPositions positions = storage.shopperPositions();

        assertThat(positions.find(owner, profile, chat, round)).isPresent();
        assertThat(positions.find(storage.anotherLineOf(owner.tenant()), profile, chat, round))
                .isEmpty();
        assertThat(positions.find(new Owner(storage.aTenant().id(), owner.line()), profile, chat, round))
                .isEmpty();
        assertThat(positions.find(owner, sibling.profile().id(), chat, round)).isEmpty();
        assertThat(positions.find(owner, profile, otherChat.chat().id(), round)).isEmpty();
        assertThat(positions.find(owner, profile, chat, otherChat.round().id())).isEmpty();
        assertThat(positions.find(owner, profile, chat, new RoundId(UUID.randomUUID())))
                .isEmpty();
    }
}
