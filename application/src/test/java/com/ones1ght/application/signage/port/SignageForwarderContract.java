package com.ones1ght.application.signage.port;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.application.shared.port.AtOnce;
import com.ones1ght.application.shared.port.Bounded;
import com.ones1ght.application.shared.port.PortContract;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.store.StoreId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every {@link SignageForwarder} does. A test says by {@link #capabilities()} what its backend can do beyond
 * what all can; where one is missing the contract holds the backend to what is promised instead. Each failure says what
 * is wrong and what to do.
 */
public interface SignageForwarderContract extends PortContract {

    /** What not every backend can do. */
    enum Capability {
        /** Refuses triggers for a store that it does not know. Without it they are taken and nobody sees them. */
        REFUSES_UNKNOWN_STORES
    }

    /** The backend under test. */
    SignageForwarder forwarder();

    /** The same, while the backend cannot be reached. Empty for one that is part of the program and always there. */
    List<SignageForwarder> forwardersWithoutBackend();

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
        Throwable failure = failure(forwarder(), trigger);
        if (failure != null) {
            throw new AssertionError(
                    "forward failed with " + failure + ", although the signages under test are there. Take any trigger:"
                            + " for all signages or one, an entry or an exit, items and forgotten of any shape.",
                    failure);
        }
    }

    private @Nullable Throwable failure(SignageForwarder asked, SignageTrigger trigger) {
        return new Bounded(patience())
                .stageOutcome("forward", () -> asked.forward(trigger))
                .failure();
    }

    @Test
    default void whatIsForwardedShouldBeTaken() {
        UUID delivery = UUID.randomUUID();

        forward(aShopperComes(delivery, 1));

        assertThat(takenBy(1))
                .as("A trigger whose stage has completed has to be with its signage: complete the stage only then")
                .containsExactly(delivery);
    }

    @Test
    default void sameDeliveryAgainShouldCompleteAndChangeNothing() {
        SignageTrigger first = aShopperComes(UUID.randomUUID(), 1);
        SignageTrigger second = aShopperComes(UUID.randomUUID(), 1);
        forward(first);
        forward(second);

        forward(first);
        forward(second);

        assertThat(takenBy(1))
                .as("A delivery that comes again has to change nothing: remember delivery ids, or let the backend")
                .containsExactly(first.deliveryId(), second.deliveryId());
    }

    @Test
    default void sameDeliveryManyTimesAtOnceShouldBeTakenOnce() {
        SignageTrigger trigger = aShopperComes(UUID.randomUUID(), 1);

        AtOnce.on(16, i -> {
            forward(trigger);
            return i;
        });

        assertThat(takenBy(1))
                .as("A delivery that comes many times at once has to be taken once")
                .containsExactly(trigger.deliveryId());
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
            assertThat(takenBy(shopper + 1))
                    .as(
                            "Signage %s has to get what was forwarded for one shopper in that order, whatever comes for"
                                    + " others at the same time",
                            shopper + 1)
                    .containsExactlyElementsOf(sent.get(shopper));
        }
    }

    @Test
    default void triggerForAllSignagesShouldReachEach() {
        UUID delivery = UUID.randomUUID();

        forward(aTrigger()
                .delivery(delivery)
                .items("[{\"rec_id\":\"r1\",\"item_name\":\"" + delivery + "\"}]")
                .enter());

        for (int signage = 1; signage <= 2; signage++) {
            assertThat(takenBy(signage))
                    .as("A trigger without signageNo is for all signages of the store, also number %s", signage)
                    .containsExactly(delivery);
        }
    }

    @Test
    default void exitShouldComplete() {
        ProfileId profile = new ProfileId(UUID.randomUUID());
        forward(aShopperComes(UUID.randomUUID(), profile, 1));

        forward(aTrigger().of(profile).signage(1).exit());
        forward(aTrigger().exit());

        assertThat(takenBy(1)).as("An exit has nothing to show").hasSize(1);
    }

    @Test
    default void triggerWithoutItemsShouldComplete() {
        forward(aTrigger().enter());

        forward(aShopperComes(UUID.randomUUID(), 1));
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

        assertThat(takenBy(1))
                .as("After a trigger with items of any shape the next one has to be taken")
                .endsWith(delivery);
    }

    @Test
    default void unknownStoreShouldBeRefusedOrSeenByNobody() {
        SignageTrigger elsewhere = SignageTriggers.at(new StoreId("no-such-store"), now())
                .items("[{\"rec_id\":\"r1\",\"item_name\":\"elsewhere\"}]")
                .enter();

        Throwable failure = failure(forwarder(), elsewhere);

        if (capabilities().contains(Capability.REFUSES_UNKNOWN_STORES)) {
            assertThat(failure)
                    .as("A trigger for a store that the backend does not know has to fail with"
                            + " SignageUnavailableException, since capabilities() says that it refuses them")
                    .isInstanceOf(SignageUnavailableException.class);
        } else {
            assertThat(failure)
                    .as("A trigger for an unknown store has to be taken, since capabilities() does not say otherwise")
                    .isNull();
        }
        assertThat(takenBy(1))
                .as("What was for another store has to be seen by nobody here")
                .isEmpty();
    }

    @Test
    default void aMissingBackendShouldBeReportedAsUnavailable() {
        for (SignageForwarder away : forwardersWithoutBackend()) {
            assertThat(failure(away, aTrigger().enter()))
                    .as("While the backend is away the stage of forward has to fail with SignageUnavailableException:"
                            + " the outbox then tries again, and takes any other exception for a defect")
                    .isInstanceOfSatisfying(
                            SignageUnavailableException.class, unavailable -> assertThat(unavailable.isRefusal())
                                    .as("A backend that is away refuses no trigger: isRefusal() gives it up for good")
                                    .isFalse());
        }
    }
}
