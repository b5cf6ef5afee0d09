package com.ones1ght.application.store.port;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.application.shared.port.AtOnce;
import com.ones1ght.application.shared.port.Bounded;
import com.ones1ght.application.shared.port.PortContract;
import com.ones1ght.domain.store.CouponSpot;
import com.ones1ght.domain.store.StoreId;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What every {@link CouponSpots} does. The backend under test has spots, one at least of them disabled. Each failure
 * says what is wrong and what to do.
 */
public interface CouponSpotsContract extends PortContract {

    int QUESTIONS_AT_ONCE = 32;

    /** The backend under test. */
    CouponSpots couponSpots();

    /** The same, while the backend cannot be reached. Empty for one that is part of the program and always there. */
    List<CouponSpots> couponSpotsWithoutBackend();

    /** A store that the backend knows. */
    StoreId store();

    private List<CouponSpot> spots(StoreId of) {
        return new Bounded(patience()).stageValue("spots", () -> couponSpots().spots(of));
    }

    @Test
    default void spotsShouldComeByAscendingNumber() {
        assertThat(spots(store()))
                .as("spots has to give them by ascending number, each number once")
                .isSortedAccordingTo(Comparator.comparingInt(CouponSpot::spotNo))
                .extracting(CouponSpot::spotNo)
                .doesNotHaveDuplicates();
    }

    @Test
    default void disabledSpotsShouldBeIncluded() {
        assertThat(spots(store()))
                .as("spots has to give disabled ones, too: the gateway leaves them out itself")
                .extracting(CouponSpot::enabled)
                .contains(true, false);
    }

    @Test
    default void anUnknownStoreShouldHaveNoSpots() {
        assertThat(spots(new StoreId("no-such-store")))
                .as("spots of a store that the backend does not know has to be empty: it is no failure")
                .isEmpty();
    }

    @Test
    default void simultaneousQuestionsShouldGetTheSameAnswer() {
        List<CouponSpot> alone = spots(store());

        assertThat(AtOnce.on(QUESTIONS_AT_ONCE, i -> spots(store())))
                .as("Spots are asked for by every poll, and each has to get the same answer")
                .allSatisfy(answer -> assertThat(answer).isEqualTo(alone));
    }

    @Test
    default void aMissingBackendOfSpotsShouldBeReportedAsUnavailable() {
        for (CouponSpots away : couponSpotsWithoutBackend()) {
            assertThat(new Bounded(patience())
                            .stageOutcome("spots", () -> away.spots(store()))
                            .failure())
                    .as("While the backend is away the stage of spots has to fail with StoreUnavailableException: the"
                            + " last known spots are then shown")
                    .isInstanceOf(StoreUnavailableException.class);
        }
    }
}
