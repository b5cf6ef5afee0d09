package com.ones1ght.domain.store;

import com.ones1ght.domain.shared.LocalizedText;
import com.ones1ght.domain.shared.Require;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The floor plan of a store, a rectangle whose lower left corner is the origin of all locations.
 *
 * @param name of the store
 * @param width metres from left to right, not negative
 * @param height metres from bottom to top, not negative
 */
public record FloorPlan(String name, double width, double height, List<Section> sections) {

    public FloorPlan {
        Require.notBlank(name, "name");
        Require.that(Double.isFinite(width) && width >= 0, "width", "be finite and not negative");
        Require.that(Double.isFinite(height) && height >= 0, "height", "be finite and not negative");
        sections = List.copyOf(sections);
    }

    /**
     * A section of the store.
     *
     * @param code the two letters of its products, for example {@code PR}
     * @param location the circle around it; null where the store does not say
     */
    public record Section(
            String code, LocalizedText name, @Nullable Location location) {

        public Section {
            Require.notBlank(code, "section code");
            Require.notNull(name, "section name");
        }
    }

    /** The plan of a store that has none: the smallest one that contains the given places, without sections. */
    public static FloorPlan around(String name, Collection<Location> places) {
        double width = places.stream()
                .mapToDouble(place -> place.x() + place.radius())
                .max()
                .orElse(0);
        double height = places.stream()
                .mapToDouble(place -> place.y() + place.radius())
                .max()
                .orElse(0);
        return new FloorPlan(name, Math.max(width, 0), Math.max(height, 0), List.of());
    }
}
