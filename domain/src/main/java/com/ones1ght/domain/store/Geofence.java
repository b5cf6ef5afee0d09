package com.ones1ght.domain.store;

import com.ones1ght.domain.shared.Require;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Determines from measured positions when a shopper enters or leaves the circle of a signage. Measurements are noisy, so
 * the circle has hysteresis: it is entered at an inner radius and left at an outer one. While the error of a measured
 * distance is at most the margin, each crossing of the true circle is reported at most once.
 *
 * <p>The inner radius is one margin smaller than the circle's, or half of it for small circles; the outer radius is two
 * margins larger than the inner one.
 *
 * @param margin in metres, not negative
 */
public record Geofence(double margin) {

    /**
     * For ultra-wideband, with a normally distributed error of 0.3 m on each axis: three standard deviations. A walk
     * through a circle then has one entry and one exit in all but some of a million cases.
     */
    public static final Geofence FOR_UWB = new Geofence(0.9);

    public Geofence {
        Require.that(Double.isFinite(margin) && margin >= 0, "margin", "be finite and not negative");
    }

    /**
     * The entries and exits between the last position and this one. A signage that the store no longer has counts as
     * left.
     *
     * @param near the numbers of the signages that the shopper was near; empty before the first position
     * @param accuracy of the position in metres, not negative; 0 where it is unknown. A circle with a smaller radius stays
     *     as it is: the position says nothing about it
     * @param signages all of the store's, in any order; of several with the same number the first counts
     */
    public Movement move(Set<Integer> near, Position to, double accuracy, Collection<Signage> signages) {
        Set<Integer> known = new TreeSet<>();
        Set<Integer> nearNow = new TreeSet<>();
        for (Signage signage : signages) {
            int number = signage.signageNo();
            boolean wasNear = near.contains(number);
            Location circle = signage.location();
            if (known.add(number) && (accuracy > circle.radius() ? wasNear : isNear(wasNear, to, circle))) {
                nearNow.add(number);
            }
        }
        return new Movement(without(nearNow, near), without(near, nearNow), Set.copyOf(nearNow));
    }

    private boolean isNear(boolean wasNear, Position at, Location circle) {
        double inner = Math.max(circle.radius() - margin, circle.radius() / 2);
        double radius = wasNear ? inner + 2 * margin : inner;
        return at.distanceTo(circle) <= radius;
    }

    private static List<Integer> without(Set<Integer> some, Set<Integer> others) {
        List<Integer> rest = new ArrayList<>(some);
        rest.removeAll(others);
        rest.sort(Comparator.naturalOrder());
        return List.copyOf(rest);
    }

    /**
     * Entries and exits, by the numbers of the signages.
     *
     * @param entered ascending
     * @param left ascending; exits are to be reported before entries
     * @param near all that the shopper is near now; the input of the next move
     */
    public record Movement(List<Integer> entered, List<Integer> left, Set<Integer> near) {

        public boolean isChange() {
            return !entered.isEmpty() || !left.isEmpty();
        }
    }
}
