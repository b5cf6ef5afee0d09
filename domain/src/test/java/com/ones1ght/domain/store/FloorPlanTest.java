package com.ones1ght.domain.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class FloorPlanTest {

    @Test
    void planAroundPlacesShouldContainAllOfThem() {
        FloorPlan plan = FloorPlan.around("main", List.of(new Location(20, 15, 3), new Location(2, 18.5, 1)));

        assertThat(plan).isEqualTo(new FloorPlan("main", 23, 19.5, List.of()));
    }

    @Test
    void planAroundNothingShouldBeEmpty() {
        assertThat(FloorPlan.around("main", List.of())).isEqualTo(new FloorPlan("main", 0, 0, List.of()));
        assertThat(FloorPlan.around("main", List.of(new Location(-5, -5, 1))).width())
                .isZero();
    }

    @Test
    void sizesShouldBeFiniteAndNotNegative() {
        for (double wrong : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> new FloorPlan("main", wrong, 1, List.of()))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new FloorPlan("main", 1, wrong, List.of()))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
