package com.ones1ght.application.store.port;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.domain.store.CouponSpot;
import com.ones1ght.domain.store.StoreId;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link CouponSpots} does. The backend under test has spots, one at least of them disabled. */
public interface CouponSpotsContract {

    /** The longest that a healthy backend may take in a test. */
    Duration PATIENCE = Duration.ofSeconds(10);

    /** The backend under test. */
    CouponSpots couponSpots();

    /** A store that the backend knows. */
    StoreId store();

    @Test
    default void spotsShouldComeByAscendingNumber() {
        assertThat(couponSpots().spots(store())).succeedsWithin(PATIENCE).satisfies(spots -> assertThat(spots)
                .isSortedAccordingTo(Comparator.comparingInt(CouponSpot::spotNo))
                .extracting(CouponSpot::spotNo)
                .doesNotHaveDuplicates());
    }

    @Test
    default void disabledSpotsShouldBeIncluded() {
        assertThat(couponSpots().spots(store())).succeedsWithin(PATIENCE).satisfies(spots -> assertThat(spots)
                .extracting(CouponSpot::enabled)
                .contains(true, false));
    }

    @Test
    default void anUnknownStoreShouldHaveNoSpots() {
        assertThat(couponSpots().spots(new StoreId("no-such-store")))
                .succeedsWithin(PATIENCE)
                .isEqualTo(List.of());
    }

    @Test
    default void simultaneousQuestionsShouldGetTheSameAnswer() {
        List<CouponSpot> expected =
                couponSpots().spots(store()).toCompletableFuture().join();

        List<CompletableFuture<List<CouponSpot>>> answers = IntStream.range(0, 64)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> couponSpots().spots(store()))
                        .thenCompose(stage -> stage))
                .toList();

        assertThat(answers)
                .allSatisfy(
                        answer -> assertThat(answer).succeedsWithin(PATIENCE).isEqualTo(expected));
    }
}
