package com.ones1ght.adapters.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.domain.store.Geofence;
import com.ones1ght.domain.store.Geofence.Movement;
import com.ones1ght.domain.store.Location;
import com.ones1ght.domain.store.Position;
import com.ones1ght.domain.store.Signage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What positions measured by ultra-wideband make of walks past the signages of the embedded store. */
class WalkPastSignagesTest {

    private static final int WALKS = 2_000;
    private static final double NOISE = 0.3;

    private final List<Signage> signages = new EmbeddedStore().signages(EmbeddedStore.MAIN);

    @Test
    void everyWalkPastASignageShouldHaveOneEntryAndOneExit() {
        assertThat(signages).isNotEmpty();
        for (Signage signage : signages) {
            for (int seed = 0; seed < WALKS; seed++) {
                assertThat(passages(signage, new Random(seed)))
                        .as("walk %s past signage %s", seed, signage.signageNo())
                        .containsExactly("enter " + signage.signageNo(), "exit " + signage.signageNo());
            }
        }
    }

    /** Straight through the circle, up to a metre beside the centre, at 0.3 to 1.5 m/s with five positions a second. */
    private List<String> passages(Signage signage, Random random) {
        Location circle = signage.location();
        double heading = random.nextDouble(2 * Math.PI);
        double beside = random.nextDouble(-1, 1);
        double step = random.nextDouble(0.06, 0.3);
        List<String> passages = new ArrayList<>();
        Set<Integer> near = Set.of();
        for (double along = -8; along <= 8; along += step) {
            double x = circle.x() + along * Math.cos(heading) - beside * Math.sin(heading);
            double y = circle.y() + along * Math.sin(heading) + beside * Math.cos(heading);
            Position measured = new Position(x + NOISE * random.nextGaussian(), y + NOISE * random.nextGaussian());
            Movement movement = Geofence.FOR_UWB.move(near, measured, 0, List.of(signage));
            movement.left().forEach(number -> passages.add("exit " + number));
            movement.entered().forEach(number -> passages.add("enter " + number));
            near = movement.near();
        }
        return passages;
    }
}
