package com.ones1ght.application.signage.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.ones1ght.application.shared.port.AtOnce;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.store.StoreId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every {@link SignageForwarder} does. A test says by {@link #capabilities()} what its backend can do beyond
 * what all can; where one is missing the contract holds the backend to what is promised instead.
 */
public interface SignageForwarderContract {

    int SECONDS = 30;

    /** What not every backend can do. */
    enum Capability {
        /** Refuses triggers for a store that it does not know. Without it they are taken and nobody sees them. */
        REFUSES_UNKNOWN_STORES
    }

    /** The backend under test. */
    SignageForwarder forwarder();

    /** A store that the backend knows. */
    StoreId store();

    /** When the triggers are noticed; near the backend's own present. */
    Instant now();

    /** What the backend under test can do beyond what all can. */
    Set<Capability> capabilities();

    /**
     * The deliveries of shoppers who came that the signage of {@link #store()} has acted upon, first one first. Each
     * trigger of this contract brings one item whose {@code item_name} is the delivery id.
     */
    List<UUID> takenBy(int signageNo);

    private SignageTriggers aTrigger() {
        return SignageTriggers.at(store(), now());
    }

    private SignageTrigger aShopperComes(UUID delivery, ProfileId profile, int signageNo) {
        return aTrigger()
                .delivery(delivery)
                .of(profile)
                .signage(signageNo)
                .items("[{\"rec_id\":\"r1\",\"item_name\":\"" + delivery + "\",\"discount_pct\":5}]")
                .enter();
    }

    private SignageTrigger aShopperComes(UUID delivery, int signageNo) {
        return aShopperComes(delivery, new ProfileId(UUID.randomUUID()), signageNo);
    }

    private void forward(SignageTrigger trigger) {
        forwarder()
                .forward(trigger)
                .toCompletableFuture()
                .orTimeout(SECONDS, TimeUnit.SECONDS)
                .join();
    }

    @Test
    default void whatIsForwardedShouldBeTaken() {
        UUID delivery = UUID.randomUUID();

        forward(aShopperComes(delivery, 1));

        assertThat(takenBy(1)).containsExactly(delivery);
    }

    @Test
    default void sameDeliveryAgainShouldCompleteAndChangeNothing() {
        SignageTrigger first = aShopperComes(UUID.randomUUID(), 1);
        SignageTrigger second = aShopperComes(UUID.randomUUID(), 1);
        forward(first);
        forward(second);

        forward(first);
        forward(second);

        assertThat(takenBy(1)).containsExactly(first.deliveryId(), second.deliveryId());
    }

    @Test
    default void sameDeliveryManyTimesAtOnceShouldBeTakenOnce() {
        SignageTrigger trigger = aShopperComes(UUID.randomUUID(), 1);

        AtOnce.on(16, i -> {
            forward(trigger);
            return i;
        });

        assertThat(takenBy(1)).containsExactly(trigger.deliveryId());
    }

    @Test
    default void triggersOfManyShoppersAtOnceShouldKeepTheOrderOfEach() {
        int shoppers = 8;
        List<List<UUID>> sent = AtOnce.on(shoppers, shopper -> {
            ProfileId profile = new ProfileId(UUID.randomUUID());
            List<UUID> deliveries = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                UUID delivery = UUID.randomUUID();
                deliveries.add(delivery);
                forward(aShopperComes(delivery, profile, shopper + 1));
            }
            return deliveries;
        });

        for (int shopper = 0; shopper < shoppers; shopper++) {
            assertThat(takenBy(shopper + 1)).as("signage %s", shopper + 1).containsExactlyElementsOf(sent.get(shopper));
        }
    }

    @Test
    default void triggerForAllSignagesShouldReachEach() {
        UUID delivery = UUID.randomUUID();

        forward(aTrigger()
                .delivery(delivery)
                .items("[{\"rec_id\":\"r1\",\"item_name\":\"" + delivery + "\"}]")
                .enter());

        assertThat(takenBy(1)).containsExactly(delivery);
        assertThat(takenBy(2)).containsExactly(delivery);
    }

    @Test
    default void exitShouldComplete() {
        ProfileId profile = new ProfileId(UUID.randomUUID());
        forward(aShopperComes(UUID.randomUUID(), profile, 1));

        forward(aTrigger().of(profile).signage(1).exit());
        forward(aTrigger().exit());

        assertThat(takenBy(1)).hasSize(1);
    }

    @Test
    default void triggerWithoutItemsShouldComplete() {
        forward(aTrigger().enter());

        assertThat(catchThrowable(() -> forward(aShopperComes(UUID.randomUUID(), 1))))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[null]",
                "[1, \"two\", [3], {\"any\": \"shape\", \"is\": \"fine\"}]",
                "[{\"name\": 5, \"product\": []}]",
                "[{\"quantity\": 1e400, \"price\": 123456789012345678901234567890.12345678901234567890}]",
                "[[[[[[[[[[[[[[[[[[[[{}]]]]]]]]]]]]]]]]]]]]"
            })
    default void anyShapeOfForgottenAndItemsShouldComplete(String any) {
        UUID delivery = UUID.randomUUID();
        forward(aTrigger().items(any).forgotten(any).enter());

        forward(aShopperComes(delivery, 1));

        assertThat(takenBy(1)).endsWith(delivery);
    }

    @Test
    default void unknownStoreShouldBeRefusedOrSeenByNobody() {
        SignageTrigger elsewhere = SignageTriggers.at(new StoreId("no-such-store"), now())
                .items("[{\"rec_id\":\"r1\",\"item_name\":\"elsewhere\"}]")
                .enter();

        Throwable failure = catchThrowable(() -> forward(elsewhere));

        if (capabilities().contains(Capability.REFUSES_UNKNOWN_STORES)) {
            assertThat(failure)
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(SignageUnavailableException.class);
        } else {
            assertThat(failure).isNull();
        }
        assertThat(takenBy(1)).isEqualTo(Collections.emptyList());
    }
}
