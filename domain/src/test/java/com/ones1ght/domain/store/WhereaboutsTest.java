package com.ones1ght.domain.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WhereaboutsTest {

    private static final Instant NOON = Instant.parse("2026-04-29T12:00:00Z");
    private static final StoreId HERE = new StoreId("here");

    private final Whereabouts nearTwo = new Whereabouts(HERE, Set.of(1, 2), NOON);

    @Test
    void shopperShouldBeNearTheSignagesForTenMinutesWithoutAPosition() {
        assertThat(nearTwo.nearIn(HERE, NOON)).containsExactlyInAnyOrder(1, 2);
        assertThat(nearTwo.nearIn(HERE, NOON.plus(Duration.ofMinutes(10)))).containsExactlyInAnyOrder(1, 2);
    }

    /** The last position may be half a minute younger than what was written down. */
    @Test
    void shopperShouldBeForgottenHalfAMinuteLaterAtTheLatest() {
        assertThat(nearTwo.nearIn(HERE, NOON.plus(Duration.ofSeconds(630)))).hasSize(2);
        assertThat(nearTwo.nearIn(HERE, NOON.plus(Duration.ofSeconds(631)))).isEmpty();
    }

    @Test
    void shopperShouldBeNearNothingInAnotherStore() {
        assertThat(nearTwo.nearIn(new StoreId("there"), NOON)).isEmpty();
    }

    @Test
    void positionShouldBeNotedTwiceAMinuteAndOnlyNearASignage() {
        assertThat(nearTwo.isNoteDue(NOON.plusSeconds(29))).isFalse();
        assertThat(nearTwo.isNoteDue(NOON.plusSeconds(30))).isTrue();
        assertThat(new Whereabouts(HERE, Set.of(), NOON).isNoteDue(NOON.plusSeconds(999)))
                .isFalse();
    }
}
