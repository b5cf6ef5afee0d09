package com.ones1ght.domain.store;

import com.ones1ght.domain.shared.Require;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Decides when a shopper comes near a signage and when the shopper has gone, from one measured position to the next.
 * Measurements are noisy, so the circle has two rims: a shopper comes near by crossing the inner one and has gone by
 * crossing the outer one, and between the two everything stays as it was. As long as a measured distance is off by no
 * more than the margin, the answer changes at most once for each time the true rim is crossed.
 *
 * <p>A circle that is too small for an inner rim a whole margin inside gets it at half its radius; the outer rim is
 * always two margins further out.
 *
 * @param margin metres between the true rim and each of the two, not negative
 */
public record Geofence(double margin) {

    /** Ultra-wideband is off by up to 0.3 m on each axis, which is 0.43 m of distance. */
    public static final Geofence FOR_UWB = new Geofence(0.45);

    public Geofence {
        Require.that(Double.isFinite(margin) && margin >= 0, "margin", "be finite and not negative");
    }

    /**
     * What happened between the last position and this one. A signage that the store no longer has counts as left.
     *
     * @param near the numbers of the signages that the shopper was near; none before the first position
     * @param signages all of the store, in any order; of several with one number the first counts
     */
    public Movement move(Set<Integer> near, Position to, Collection<Signage> signages) {
        Set<Integer> known = new TreeSet<>();
        Set<Integer> nearNow = new TreeSet<>();
        for (Signage signage : signages) {
            int number = signage.signageNo();
            if (known.add(number) && isNear(near.contains(number), to, signage.location())) {
                nearNow.add(number);
            }
        }
        return new Movement(without(nearNow, near), without(near, nearNow), Set.copyOf(nearNow));
    }

    private boolean isNear(boolean wasNear, Position at, Location circle) {
        double inner = Math.max(circle.radius() - margin, circle.radius() / 2);
        double rim = wasNear ? inner + 2 * margin : inner;
        return at.distanceTo(circle) <= rim;
    }

    private static List<Integer> without(Set<Integer> some, Set<Integer> others) {
        List<Integer> rest = new ArrayList<>(some);
        rest.removeAll(others);
        rest.sort(Comparator.naturalOrder());
        return List.copyOf(rest);
    }

    /**
     * From one position to the next.
     *
     * @param entered the numbers of the signages that the shopper has come near, ascending
     * @param left the numbers of those that the shopper is no longer near, ascending; whoever tells others of the
     *     movement tells of these first
     * @param near all that the shopper is near now: what the next move starts from
     */
    public record Movement(List<Integer> entered, List<Integer> left, Set<Integer> near) {}
}
