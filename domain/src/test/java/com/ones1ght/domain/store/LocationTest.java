package com.ones1ght.domain.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LocationTest {

    @Test
    void distanceShouldBeBetweenTheCentres() {
        assertThat(new Location(0, 0, 5).distanceTo(new Location(3, 4, 1))).isEqualTo(5.0);
    }

    @Test
    void invalidLocationShouldBeRefused() {
        assertThatThrownBy(() -> new Location(Double.NaN, 0, 0)).hasMessageContaining("x");
        assertThatThrownBy(() -> new Location(0, Double.POSITIVE_INFINITY, 0)).hasMessageContaining("y");
        assertThatThrownBy(() -> new Location(0, 0, -1)).hasMessageContaining("radius");
    }
}
