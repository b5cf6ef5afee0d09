package com.ones1ght.adapters.signage.embedded;

import static com.ones1ght.adapters.signage.embedded.Stage.ANNA;
import static com.ones1ght.adapters.signage.embedded.Stage.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.domain.profile.ProfileId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FloorTest {

    private static final Instant NOW = Instant.parse("2026-04-29T05:28:08Z");

    private final Floor floor = new Floor();

    private static Entry entry(long number, ProfileId profile) {
        return new Entry(number, profile, NOW.plusSeconds(60), null, null, null, null, List.of(), 0);
    }

    @Test
    void newFloorShouldBeQuiet() {
        assertThat(floor.isQuiet(NOW)).isTrue();
        assertThat(floor.shownAt(1, NOW)).isEmpty();
    }

    @Test
    void floorShouldBeQuietAgainWhenAllHaveLeft() {
        floor.enter(1, entry(1, ANNA), 1);
        floor.enter(null, entry(2, BEN), 2);
        assertThat(floor.isQuiet(NOW)).isFalse();

        floor.exit(null, BEN, 3);

        assertThat(floor.isQuiet(NOW)).isTrue();
    }

    @Test
    void floorShouldBeQuietAgainWhenAllEntriesHaveExpired() {
        floor.enter(1, entry(1, ANNA), 1);
        floor.enter(null, entry(2, BEN), 2);

        assertThat(floor.isQuiet(NOW.plusSeconds(60))).isTrue();
    }

    @Test
    void signageThatWasLeftShouldStayIdleWhileTheEntryForAllIsActive() {
        floor.enter(null, entry(1, ANNA), 1);
        floor.exit(2, ANNA, 2);

        assertThat(floor.isQuiet(NOW)).isFalse();
        assertThat(floor.shownAt(2, NOW)).isEmpty();
        assertThat(floor.shownAt(1, NOW)).isPresent();
    }

    @Test
    void floorShouldRememberOnlyTheLatestSignages() {
        for (int number = 1; number <= 1_000; number++) {
            floor.enter(number, entry(number, ANNA), number);
        }

        assertThat(floor.shownAt(1_000, NOW)).isPresent();
        assertThat(floor.shownAt(745, NOW)).isPresent();
        assertThat(floor.shownAt(744, NOW)).isEmpty();
    }
}
