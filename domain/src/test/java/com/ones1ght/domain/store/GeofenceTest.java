package com.ones1ght.domain.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.ones1ght.domain.store.Geofence.Movement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeofenceTest {

    private static final Set<Integer> NONE = Set.of();
    private static final double NOISE_PER_AXIS = 0.3;

    private final Geofence geofence = Geofence.FOR_UWB;
    private final Signage entrance = signage(1, 0, 0, 3);
    private final Signage aisle = signage(2, 20, 0, 3);

    private static Signage signage(int number, double x, double y, double radius) {
        return new Signage(number, "signage " + number, new Location(x, y, radius));
    }

    private Movement move(Set<Integer> near, double x, double y) {
        return geofence.move(near, new Position(x, y), 0, List.of(entrance, aisle));
    }

    @Test
    void firstPositionWithinACircleShouldEnterIt() {
        assertThat(move(NONE, 1, 1)).isEqualTo(new Movement(List.of(1), List.of(), Set.of(1)));
    }

    @Test
    void positionOutsideOfAllShouldChangeNothing() {
        assertThat(move(NONE, 10, 0)).isEqualTo(new Movement(List.of(), List.of(), NONE));
    }

    @Test
    void stayingWithinShouldReportNothing() {
        assertThat(move(Set.of(1), 0.5, 0)).isEqualTo(new Movement(List.of(), List.of(), Set.of(1)));
    }

    @Test
    void movingAwayShouldLeave() {
        assertThat(move(Set.of(1), 10, 0)).isEqualTo(new Movement(List.of(), List.of(1), NONE));
    }

    @Test
    void nothingShouldChangeBetweenTheTwoRadii() {
        for (double distance : new double[] {2.11, 3, 3.89}) {
            assertThat(move(NONE, distance, 0).near())
                    .as("outside, at %s", distance)
                    .isEmpty();
            assertThat(move(Set.of(1), distance, 0).near())
                    .as("near, at %s", distance)
                    .containsExactly(1);
        }
        assertThat(move(NONE, 2.09, 0).entered()).containsExactly(1);
        assertThat(move(Set.of(1), 3.91, 0).left()).containsExactly(1);
    }

    @Test
    void teleportShouldLeaveTheOneAndEnterTheOther() {
        assertThat(move(Set.of(1), 20, 1)).isEqualTo(new Movement(List.of(2), List.of(1), Set.of(2)));
    }

    @Test
    void overlappingCirclesShouldBeEnteredAndLeftIndependently() {
        List<Signage> overlapping = List.of(signage(9, 2, 0, 3), signage(4, 0, 0, 3));

        Movement between = geofence.move(NONE, new Position(1, 0), 0, overlapping);
        Movement further = geofence.move(between.near(), new Position(4, 0), 0, overlapping);

        assertThat(between.entered()).containsExactly(4, 9);
        assertThat(further).isEqualTo(new Movement(List.of(), List.of(4), Set.of(9)));
    }

    @Test
    void removedSignageShouldCountAsLeft() {
        assertThat(geofence.move(Set.of(1, 2), new Position(0, 0), 0, List.of(entrance)))
                .isEqualTo(new Movement(List.of(), List.of(2), Set.of(1)));
        assertThat(geofence.move(Set.of(1), new Position(0, 0), 0, List.of()).left())
                .containsExactly(1);
    }

    @Test
    void ofTwoSignagesWithOneNumberTheFirstShouldCount() {
        List<Signage> twice = List.of(signage(1, 0, 0, 3), signage(1, 20, 0, 3));

        assertThat(geofence.move(NONE, new Position(20, 0), 0, twice).entered()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1, 0.4, 0.9})
    void smallCircleShouldBeEnteredAtItsCentreAndLeftFarOut(double radius) {
        List<Signage> small = List.of(signage(1, 0, 0, radius));

        Movement there = geofence.move(NONE, new Position(0, 0), 0, small);
        Movement off = geofence.move(there.near(), new Position(radius + 1.9, 0), 0, small);

        assertThat(there.entered()).containsExactly(1);
        assertThat(off.left()).containsExactly(1);
    }

    @Test
    void withoutMarginTheCircleItselfShouldCountAsNear() {
        Geofence exact = new Geofence(0);

        assertThat(exact.move(NONE, new Position(3, 0), 0, List.of(entrance)).entered())
                .containsExactly(1);
        assertThat(exact.move(Set.of(1), new Position(3.0001, 0), 0, List.of(entrance))
                        .left())
                .containsExactly(1);
    }

    @Test
    void positionShouldLeaveCirclesAsTheyAreThatAreSmallerThanItsAccuracy() {
        List<Signage> signages = List.of(entrance, signage(3, 0, 0, 5));

        Movement inaccurate = geofence.move(NONE, new Position(0, 0), 3.01, signages);
        assertThat(inaccurate.entered()).containsExactly(3);
        assertThat(geofence.move(NONE, new Position(0, 0), 3, signages).entered())
                .containsExactly(1, 3);
        assertThat(geofence.move(Set.of(1, 3), new Position(90, 0), 4, signages))
                .isEqualTo(new Movement(List.of(), List.of(3), Set.of(1)));
        assertThat(geofence.move(Set.of(1, 3), new Position(90, 0), Double.MAX_VALUE, signages)
                        .isChange())
                .isFalse();
    }

    @Test
    void inaccuratePositionShouldLeaveARemovedSignage() {
        assertThat(geofence.move(Set.of(7), new Position(0, 0), 99, List.of(entrance))
                        .left())
                .containsExactly(7);
    }

    @Test
    void invalidPositionShouldBeRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Position(Double.NaN, 0))
                .withMessageContaining("x");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Position(0, Double.NaN))
                .withMessageContaining("y");
        assertThatIllegalArgumentException().isThrownBy(() -> new Position(Double.NEGATIVE_INFINITY, 0));
        for (double margin : new double[] {-0.1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Geofence(margin))
                    .withMessageContaining("margin");
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {2.2, 2.6, 2.9, 3.0, 3.1, 3.4, 3.8})
    void shopperWhoStandsStillShouldNeverFlapWhateverTheNoise(double distance) {
        Random random = new Random(20_260_429);
        Set<Integer> near = NONE;
        int changes = 0;
        for (int i = 0; i < 10_000; i++) {
            Movement movement = geofence.move(near, noisy(distance, 0, random), 0, List.of(entrance));
            changes += movement.entered().size() + movement.left().size();
            near = movement.near();
        }
        assertThat(changes).isLessThanOrEqualTo(1);
    }

    @Test
    void noisyWalkShouldChangeAtMostOnceForEachTrueCrossing() {
        int changes = 0;
        for (int seed = 0; seed < 200; seed++) {
            Walk walk = new Walk(new Random(seed));
            Set<Integer> near = NONE;
            boolean inside = false;
            int changesOnThisSide = 0;
            for (int step = 0; step < 2_000; step++) {
                walk.stepAlongTheRim();
                boolean insideNow = Math.hypot(walk.x, walk.y) <= 3;
                if (insideNow != inside) {
                    inside = insideNow;
                    changesOnThisSide = 0;
                }
                Movement movement = geofence.move(near, walk.measured(), 0, List.of(entrance));
                changesOnThisSide += movement.entered().size() + movement.left().size();
                near = movement.near();
                changes += movement.entered().size() + movement.left().size();
                assertThat(changesOnThisSide).as("seed %s, step %s", seed, step).isLessThanOrEqualTo(1);
            }
        }
    }

    @Test
    void enteredAndLeftShouldAlwaysAddUpToWhatIsNear() {
        List<Signage> signages = new ArrayList<>();
        Random random = new Random(7);
        for (int number = 1; number <= 12; number++) {
            signages.add(signage(number, random.nextDouble() * 10, random.nextDouble() * 10, random.nextDouble() * 4));
        }
        Set<Integer> near = NONE;
        for (int step = 0; step < 5_000; step++) {
            Set<Integer> before = near;
            Movement movement = geofence.move(
                    before, new Position(random.nextDouble() * 10, random.nextDouble() * 10), 0, signages);
            near = movement.near();
            assertThat(movement.entered()).isSorted().noneMatch(before::contains);
            assertThat(before).containsAll(movement.left());
            assertThat(near).containsAll(movement.entered()).noneMatch(movement.left()::contains);
            assertThat(near)
                    .hasSize(before.size()
                            + movement.entered().size()
                            - movement.left().size());
        }
    }

    private static Position noisy(double x, double y, Random random) {
        return new Position(
                x + (2 * random.nextDouble() - 1) * NOISE_PER_AXIS, y + (2 * random.nextDouble() - 1) * NOISE_PER_AXIS);
    }

    /** A shopper who loiters about the rim of the circle around the origin. */
    private static final class Walk {
        private final Random random;
        private double x = 3.5;
        private double y;

        Walk(Random random) {
            this.random = random;
        }

        void stepAlongTheRim() {
            double towardsTheRim = 0.02 * (3 - Math.hypot(x, y));
            x += 0.2 * random.nextGaussian() + towardsTheRim * Math.signum(x);
            y += 0.2 * random.nextGaussian() + towardsTheRim * Math.signum(y);
        }

        Position measured() {
            return noisy(x, y, random);
        }
    }
}
