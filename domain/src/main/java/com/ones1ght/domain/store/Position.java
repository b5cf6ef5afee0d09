package com.ones1ght.domain.store;

import com.ones1ght.domain.shared.Require;

/**
 * A measured point on the floor plan.
 *
 * @param x metres from the plan's left edge
 * @param y metres from the plan's lower edge
 */
public record Position(double x, double y) {

    public Position {
        Require.that(Double.isFinite(x), "x", "be finite");
        Require.that(Double.isFinite(y), "y", "be finite");
    }

    /** The distance to the circle's centre in metres. */
    public double distanceTo(Location circle) {
        return Math.hypot(x - circle.x(), y - circle.y());
    }
}
