package com.ones1ght.domain.store;

import com.ones1ght.domain.shared.Require;

/**
 * A circle on the floor plan.
 *
 * @param x metres from the plan's left edge
 * @param y metres from the plan's lower edge
 * @param radius metres, not negative
 */
public record Location(double x, double y, double radius) {

    public Location {
        Require.that(Double.isFinite(x), "x", "be finite");
        Require.that(Double.isFinite(y), "y", "be finite");
        Require.that(Double.isFinite(radius) && radius >= 0, "radius", "be finite and not negative");
    }

    /** The distance between the two centres in metres. */
    public double distanceTo(Location other) {
        return Math.hypot(x - other.x, y - other.y);
    }
}
